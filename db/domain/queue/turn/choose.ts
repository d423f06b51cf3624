/* Whom a window calls next: one pure function over the heads of its queues, so that an auditor can recompute every call.

   Without turns and conditions there is one key: the smallest virtual arrival, and before it whoever waits too long. A ticket is overtaken then
   only by those who checked in at most the largest head start later, and once overdue by nobody who came later.

   No ticket starves, whatever the profile. Proof. Let ticket t wait for a service that the profile of window w lists, and let A be the
   number of tickets that w could call and that stand in front of t (`callOrder`). `passed` counts the calls of w since one that went to
   the very first of all it could call; the choice below gives the call to that first ticket as soon as `passed` reaches F − 1, with
   F = `fairEvery`, and `passed` then is 0. So among any F calls of w in a row at least one takes somebody who is overdue and came before t, or the first ticket, which is t itself or one of
   the A. New numbers stand behind t but for a head start, which helps only those who come minutes after t; nobody else comes in front of t but by a recorded act of staff on a
   single ticket (a transfer to the front, a return), each at most once and limited by the rules; let R be their number. Hence t is called
   within F·(A + 1 + R) calls of w, whatever classes and conditions say, and is overtaken by at most (F − 1)·(A + 1 + R) later tickets there.
   Other windows can only take tickets away from in front of t. Within the turns alone each class that waits gets at least its weight of every
   priority + normal calls. tests/sync-agent/hall/queue/properties.test.ts holds the bound on the real engine. */
import type { Instant } from '../../scalars.ts';
import type { EffectiveProfile, Turns } from '../rules.ts';
import { isOverdue } from './arrival.ts';
import { firstOf, type Standing } from './order.ts';

/** What is counted at a window between calls: calls given to each class in this round, and calls since the longest wait had one. */
export interface TurnCounts { readonly priority: number; readonly normal: number; readonly passed: number }
export const noTurns: TurnCounts = { priority: 0, normal: 0, passed: 0 };

export interface Candidate extends Standing { readonly ticketId: string; readonly queue: string; readonly priority: boolean; readonly arrival: number; readonly ownRank: number }
export const choiceReasons = ['overdue', 'fairTurn', 'condition', 'turn', 'sequence'] as const;
export interface Choice<T> { readonly ticket: T; readonly why: (typeof choiceReasons)[number]; readonly turns: TurnCounts }

/** The next ticket out of the first waiting of each service and class, and the oldest of each service (more do no harm), why, and the counts after it; undefined when nobody waits. `now` only decides whether somebody waits too long or a condition holds: it never changes who comes first in the sequence. */
export function chooseNext<T extends Candidate>(waiting: readonly T[], turns: TurnCounts, profile: EffectiveProfile, now: Instant): Choice<T> | undefined {
  const first = firstOf(waiting);
  if (first === undefined) return undefined;
  // Without turns the classes are one.
  const weights = profile.turns;
  const bothWait = weights !== undefined && waiting.some((one) => one.priority) && waiting.some((one) => !one.priority);
  const chosen = choose(waiting, first, bothWait ? weights : undefined, turns, profile, now);
  const passed = chosen.ticket.ticketId === first.ticketId ? 0 : turns.passed + 1;
  return { ...chosen, turns: { ...classCounts(turns, bothWait ? weights : undefined, chosen.ticket.priority), passed } };
}

function choose<T extends Candidate>(waiting: readonly T[], first: T, weights: Turns | undefined, turns: TurnCounts, profile: EffectiveProfile, now: Instant): Omit<Choice<T>, 'turns'> {
  const overdue = longestOverdue(waiting, profile.overdueMinutes, now);
  if (overdue !== undefined) return { ticket: overdue, why: 'overdue' };
  if (turns.passed >= profile.fairEvery - 1) return { ticket: first, why: 'fairTurn' };
  for (const { service, overMinutes } of profile.conditions) {
    const longest = firstOf(waiting.filter((one) => one.queue === service));
    if (longest !== undefined && now - longest.arrival > overMinutes * 60_000) return { ticket: longest, why: 'condition' };
  }
  if (weights === undefined) return { ticket: first, why: 'sequence' };
  // A round begins with priority; both counts full means a new round (classCounts resets), so one of them has room.
  const priority = turns.priority < weights.priority;
  return { ticket: firstOf(waiting.filter((one) => one.priority === priority)) ?? first, why: 'turn' };
}

/** Of those who wait too long, whoever came first: order of the numbers and order of arrival are one. */
function longestOverdue<T extends Candidate>(waiting: readonly T[], minutes: number, now: Instant): T | undefined {
  let longest: T | undefined;
  for (const one of waiting) if (isOverdue(one, minutes, now) && (longest === undefined || one.order < longest.order)) longest = one;
  return longest;
}

/** Counts are for a round in which both classes wait: one class alone, or a full round, resets them. */
function classCounts(turns: TurnCounts, weights: Turns | undefined, priority: boolean): Omit<TurnCounts, 'passed'> {
  if (weights === undefined) return { priority: 0, normal: 0 };
  const after = {
    priority: Math.min(turns.priority + (priority ? 1 : 0), weights.priority),
    normal: Math.min(turns.normal + (priority ? 0 : 1), weights.normal),
  };
  return after.priority >= weights.priority && after.normal >= weights.normal ? { priority: 0, normal: 0 } : after;
}
