/* Name and birthday the same: perhaps one person. The hall only proposes; staff ask the person. */
import type { Context } from '../../context.ts';
import type { PeopleView } from '../view.ts';
import type { MergeProposed } from './facts.ts';

/** A common name with a common birthday must not flood the desk. */
const proposalsAtOnce = 3;

/** Proposals between a new record and older ones of the other kind; the witnessed record always goes into the one of the card. */
export function proposeMerges(view: PeopleView, fresh: { readonly workerId: string; readonly name: string; readonly birth: string; readonly kind: 'card' | 'witnessed' }, context: Context): MergeProposed[] {
  const other = fresh.kind === 'card' ? 'witnessed' : 'card';
  return view.recordsLike(fresh.name, fresh.birth, other, proposalsAtOnce).map((workerId) => ({
    type: 'mergeProposed', proposalId: context.newId(), ground: 'nameAndBirth',
    ...(fresh.kind === 'card' ? { from: workerId, into: fresh.workerId } : { from: fresh.workerId, into: workerId }),
  }));
}
