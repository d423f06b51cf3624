/* Merging is a star: records point at one record that stands for the person, never in chains, so that undoing is one step. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import type { DismissMerge, MergeWorker, UndoMerge } from './commands.ts';

/** Refuses `notYourRole`, `workerUnknown` (unknown or erased), `mergeUnknown` (the proposal is of others or answered), `mergeImpossible` (the same record, one is merged already, others are merged into `from`, or two mainland numbers). */
export function decideMergeWorker(view: HallView, command: MergeWorker, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const { from, into, proposalId } = command;
  for (const side of ['from', 'into'] as const) {
    const joint = view.joint(command[side]);
    if (joint === undefined || joint.erased) return refuse('workerUnknown', side);
    if (joint.mergedInto !== undefined || (side === 'from' && joint.holdsOthers)) return refuse('mergeImpossible', side);
  }
  if (from === into || view.differentNumbers(from, into)) return refuse('mergeImpossible', 'into');
  if (proposalId !== undefined) {
    const proposal = view.proposal(proposalId);
    if (proposal === undefined || !proposal.open || proposal.from !== from || proposal.into !== into) return refuse('mergeUnknown', 'proposalId');
  }
  return ok({ facts: [{ type: 'workersMerged', mergeId: context.newId(), from, into, by: context.actor.staffId, ...(proposalId === undefined ? {} : { proposalId }) }], records: [] });
}

/** They are two people. Refuses `notYourRole`, `mergeUnknown`. */
export function decideDismissMerge(view: HallView, command: DismissMerge, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.proposal(command.proposalId)?.open !== true) return refuse('mergeUnknown', 'proposalId');
  return ok({ facts: [{ type: 'mergeDismissed', proposalId: command.proposalId, by: context.actor.staffId }], records: [] });
}

/** Both stand alone again, each with its own visits, hires and consents. Refuses `notYourRole`, `mergeUnknown` (unknown, undone, or the person was erased since). */
export function decideUndoMerge(view: HallView, command: UndoMerge, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const merge = view.merge(command.mergeId);
  if (merge === undefined || !merge.stands || view.joint(merge.from)?.erased !== false) return refuse('mergeUnknown', 'mergeId');
  return ok({ facts: [{ type: 'mergeUndone', mergeId: merge.mergeId, from: merge.from, into: merge.into, by: context.actor.staffId }], records: [] });
}
