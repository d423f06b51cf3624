/* Giving a table its next job, and taking a job from a table. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { tradesOfTable } from '../../fairs/view.ts';
import { hiringRulesOf } from '../../hiring/rules.ts';
import { mayBeCalledFor } from '../../jobs/open-job.ts';
import { theDay } from '../../queue/day.ts';
import { callEnded } from '../../queue/call.ts';
import { stepTaken } from '../../queue/step.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { calledFor, isBeforeDraw, roomFor } from '../../talks/call-for-job.ts';
import type { Decision, HallView } from '../../view.ts';
import { chooseFor } from '../choose.ts';
import { matchingRulesOn } from '../rules.ts';
import type { EndSession, SeatTable } from './commands.ts';

/** Jobs looked at for one table before it hears that nobody waits for any. */
const jobsTried = 20;

/** The job that is to have the next table, at a table of a fair the next of the fair's trades, and the numbers for its free places with the standby ones. Refuses `placeUnknown`, `placeBusy` (somebody is called there), `nobodyWaiting` (no job that waits for a table finds anybody). */
export function decideSeatTable(view: HallView, command: SeatTable, context: Context): Result<Decision> {
  const { now, settings } = context;
  const table = settings.tables.find((one) => one.id === command.tableId);
  if (table === undefined) return refuse('placeUnknown', 'tableId');
  const place = { kind: 'table' as const, id: table.id };
  if (view.openCallsAt(place).length > 0) return refuse('placeBusy', 'tableId');
  const scarce = view.tablesScarce(now, settings.tables.map((one) => one.id));
  const { listAtMost } = matchingRulesOn(settings.matchingRules, theDay(view));
  const kept = tradesOfTable(view, table.id, now);
  const tried = new Set<string>();
  for (let next = view.nextJob(now, tried, kept); next !== undefined && tried.size < jobsTried; next = view.nextJob(now, tried, kept)) {
    tried.add(next.jobId);
    const job = mayBeCalledFor(view, next.jobId, now);
    if (!job.ok || isBeforeDraw(view, job.value)) continue;
    const heads = Math.min(roomFor(view, job.value, context), Math.min(job.value.placesLeft, listAtMost) + hiringRulesOf(settings).standby);
    const chosen = heads <= 0 ? [] : chooseFor(view, job.value, heads, now, new Set(), scarce);
    if (chosen.length === 0) continue;
    const opened: Fact = { type: 'sessionOpened', sessionId: context.newId(), tableId: table.id, jobId: next.jobId, why: next.why, scarce, heads: chosen.length };
    const calls = chosen.map((ticket) => calledFor(context, ticket, place, { jobId: next.jobId, step: command.commandId }));
    return ok({ facts: [stepTaken(command, context), opened, ...calls], records: [] });
  }
  return refuse('nobodyWaiting');
}

/** Refuses `placeUnknown`, `callNotOpen` (nothing goes on there). */
export function decideEndSession(view: HallView, command: EndSession, context: Context): Result<Decision> {
  if (!context.settings.tables.some((one) => one.id === command.tableId)) return refuse('placeUnknown', 'tableId');
  const calls = view.openCallsAt({ kind: 'table', id: command.tableId });
  if (calls.length === 0) return refuse('callNotOpen', 'tableId');
  return ok({ facts: [stepTaken(command, context), ...calls.map((call) => callEnded(call, 'jobGone', { step: command.commandId }))], records: [] });
}

/** The last who leaves a table ends its session. */
export function sessionsFollow(view: HallView, facts: readonly Fact[]): Fact[] {
  const change = new Map<string, number>();
  const count = (tableId: string, by: number): void => { change.set(tableId, (change.get(tableId) ?? 0) + by); };
  for (const fact of facts) {
    if (fact.type === 'ticketCalled' && fact.place.kind === 'table') count(fact.place.id, 1);
    const call = endsCall(fact) ? view.call(fact.callId) : undefined;
    if (call?.open === true && call.place.kind === 'table') count(call.place.id, -1);
  }
  return [...change].flatMap(([tableId, by]): Fact[] => {
    const session = view.sessionAt(tableId);
    if (session === undefined || by >= 0 || view.openCallsAt({ kind: 'table', id: tableId }).length + by > 0) return [];
    const { sessionId, jobId } = session;
    return [{ type: 'sessionEnded', sessionId, tableId, jobId }];
  });
}

/** A fact that ends a call. */
const endsCall = (fact: Fact): fact is Fact & { readonly callId: string } =>
  ((fact.type === 'ticketRequeued' || fact.type === 'ticketClosed') && fact.callId !== undefined) || fact.type === 'callEnded' || fact.type === 'noShowMarked' || fact.type === 'ticketParked';
