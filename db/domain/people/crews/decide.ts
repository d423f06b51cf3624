/* Crews come together card by card and fall apart when only one is left. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { theDay } from '../../queue/day.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { personOf } from '../who.ts';
import type { DissolveCrew, FormCrew, LeaveCrew } from './commands.ts';

/** From the first card to the last: long enough for six people in a row, too short for somebody to come by and be written down later. */
export const crewTapWindowMs = 180_000;

/** Refuses `crewImpossible` (the cards took too long, or one lay there twice) and, with the member's path, `cardNumberWrong`, `workerUnknown`, `visitUnknown` (has no number that waits), `alreadyInCrew`. */
export function decideFormCrew(view: HallView, { members }: FormCrew, context: Context): Result<Decision> {
  const taps = members.map((one) => one.tappedAt);
  if (Math.max(...taps) - Math.min(...taps) > crewTapWindowMs) return refuse('crewImpossible', 'members');
  const visitIds: string[] = [];
  for (const [index, { card }] of members.entries()) {
    const member = `members.${index}`;
    const person = personOf(view, { by: 'card', card }, context.actor);
    if (!person.ok) return refuse(person.error.code, member);
    const visit = view.visitOf(person.value.workerId);
    if (visit === undefined || view.ticket(visit.ticketId)?.state !== 'waiting') return refuse('visitUnknown', member);
    if (view.crewOf(visit.visitId) !== undefined) return refuse('alreadyInCrew', member);
    if (visitIds.includes(visit.visitId)) return refuse('crewImpossible', member);
    visitIds.push(visit.visitId);
  }
  return ok({ facts: [{ type: 'crewFormed', crewId: context.newId(), businessDay: theDay(view), visitIds }], records: [] });
}

/** Refuses what `personOf` refuses, `crewUnknown` when the person goes alone. */
export function decideLeaveCrew(view: HallView, { who }: LeaveCrew, context: Context): Result<Decision> {
  const person = personOf(view, who, context.actor);
  if (!person.ok) return person;
  const visit = view.visitOf(person.value.workerId);
  const facts = visit === undefined ? [] : leaveCrewFacts(view, visit.visitId);
  return facts.length === 0 ? refuse('crewUnknown', 'who') : ok({ facts, records: [] });
}

/** At a kiosk a member's card must ask. Refuses `notYourRole`, what `personOf` refuses, `crewUnknown`. */
export function decideDissolveCrew(view: HallView, { crewId, who }: DissolveCrew, context: Context): Result<Decision> {
  const crew = view.crew(crewId);
  if (who === undefined && context.actor.role === 'kiosk') return refuse('notYourRole', 'who');
  if (who !== undefined) {
    const person = personOf(view, who, context.actor);
    if (!person.ok) return person;
    const visit = view.visitOf(person.value.workerId);
    if (visit === undefined || crew?.visitIds.includes(visit.visitId) !== true) return refuse('crewUnknown', 'crewId');
  }
  return crew === undefined ? refuse('crewUnknown', 'crewId') : ok({ facts: [{ type: 'crewDissolved', crewId, reason: 'asked' }], records: [] });
}

/** One goes; a crew of one is none. Nothing when the visit goes alone anyway. */
export function leaveCrewFacts(view: HallView, visitId: string): Fact[] {
  const crew = view.crewOf(visitId);
  if (crew === undefined) return [];
  const left: Fact = { type: 'crewLeft', crewId: crew.crewId, visitId };
  return crew.visitIds.length > 2 ? [left] : [left, { type: 'crewDissolved', crewId: crew.crewId, reason: 'tooFew' }];
}
