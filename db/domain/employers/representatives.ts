/* Who may post for a unit with the own card: added and taken away at the desk. A household is its one person. */
import type { Context } from '../context.ts';
import { isTooYoungToWork } from '../law/age.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { representativesLimit, type AddRepresentative, type RemoveRepresentative } from './commands.ts';
import { isPerson } from './documents.ts';
import type { EmployerRow, EmployersView } from './view.ts';
import type { Card } from '../people/card.ts';

/** Whether whoever laid this card down may act for the employer. */
export const speaksFor = (view: EmployersView, card: Card | undefined, employerId: string): boolean =>
  card !== undefined && view.employersOf(card.number).some((one) => one.employerId === employerId);

/** Refuses `notYourRole`, `employerUnknown`, `representativeWrong` (of a person), `underSixteen` (when the number tells the birthday), `representativeKnown`, `limitReached`. */
export function decideAddRepresentative(view: HallView, command: AddRepresentative, context: Context): Result<Decision> {
  const unit = unitOf(view, command.employerId, context);
  if (!unit.ok) return unit;
  const { employerId, by } = unit.value;
  if (/^\d{17}/.test(command.number) && isTooYoungToWork(command.number.slice(6, 14), context.now)) return refuse('underSixteen', 'number');
  if (view.representative(employerId, command.number) !== undefined) return refuse('representativeKnown', 'number');
  if (view.representativeCount(employerId) >= representativesLimit) return refuse('limitReached', 'employerId');
  const representativeId = context.newId();
  return ok({
    facts: [{ type: 'representativeAdded', employerId, representativeId, by }],
    records: [{ table: 'representative', representativeId, employerId, number: command.number }],
  });
}

/** Refuses `notYourRole`, `employerUnknown`, `representativeWrong`, `representativeUnknown`. The last one may go: then only staff post for the unit. */
export function decideRemoveRepresentative(view: HallView, command: RemoveRepresentative, context: Context): Result<Decision> {
  const unit = unitOf(view, command.employerId, context);
  if (!unit.ok) return unit;
  const { employerId, by } = unit.value;
  const representativeId = view.representative(employerId, command.number);
  if (representativeId === undefined) return refuse('representativeUnknown', 'number');
  return ok({ facts: [{ type: 'representativeRemoved', employerId, representativeId, by }], records: [] });
}

function unitOf(view: HallView, employerId: string, { actor }: Context): Result<{ employerId: string; by: string }> {
  if (actor.role !== 'console') return refuse('notYourRole');
  const employer: EmployerRow | undefined = view.employer(employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  // A contractor's foreman's card may post for the contractor; a household's card is the household.
  if (isPerson(employer.kind) && employer.kind !== 'contractor') return refuse('representativeWrong', 'employerId');
  return ok({ employerId, by: actor.staffId });
}
