/* How long it may take: a range in minutes from what the queue really did today, never a promise to the minute. */
import type { Instant } from '../../scalars.ts';

/** One first call of a ticket, in the order of the calls. */
export interface Served { readonly ahead: number; readonly issuedAt: Instant; readonly calledAt: Instant }
/** What was learnt of a queue: the smoothed time between calls, and how its own estimates were wrong, as factors. */
export interface WaitModel { readonly gapMs: number; readonly p50: number; readonly p90: number }
export interface WaitRange { readonly ahead: number; readonly fromMinutes: number; readonly toMinutes: number; readonly basis: 'rate' | 'headOfLine' }

/** Until so many services are seen, the rate is chance; the wait of whoever stands first says more (Ibrahim & Whitt 2009). */
export const servicesNeeded = 20;
export const servicesKept = 220;
const smoothing = 1 / 50;
const errorsKept = 200;
const errorsNeeded = 20;
/** A longer gap is a break of the window, not a service. */
const longestGapMs = 30 * 60_000;
const stepMinutes = 5;
const longestMinutes = 600;
/** While the errors are not known, or only one wait is. */
const plainErrors = { p50: 1, p90: 1.5 };

/** Undefined before `servicesNeeded` services. A clock that jumped counts as no time. */
export function learnWait(served: readonly Served[]): WaitModel | undefined {
  if (served.length < servicesNeeded) return undefined;
  const gaps = served.slice(1).map((one, index) => clamp(one.calledAt - (served[index]?.calledAt ?? one.calledAt), 0, longestGapMs));
  const start = gaps.slice(0, servicesNeeded - 1);
  let gapMs = start.reduce((sum, gap) => sum + gap, 0) / start.length;
  const known: { readonly from: Instant; readonly gapMs: number }[] = [{ from: served[servicesNeeded - 1]?.calledAt ?? 0, gapMs }];
  for (let index = servicesNeeded - 1; index < gaps.length; index += 1) {
    gapMs += smoothing * ((gaps[index] ?? gapMs) - gapMs);
    known.push({ from: served[index + 1]?.calledAt ?? 0, gapMs });
  }
  return { gapMs, ...errorsOf(served, known) };
}

/** What each person would have been told when the number was issued, against what came. */
function errorsOf(served: readonly Served[], known: readonly { readonly from: Instant; readonly gapMs: number }[]): { p50: number; p90: number } {
  const factors: number[] = [];
  for (const { ahead, issuedAt, calledAt } of served) {
    const told = known.findLast((one) => one.from <= issuedAt);
    if (told !== undefined && told.gapMs > 0) factors.push(Math.max(0, calledAt - issuedAt) / ((ahead + 1) * told.gapMs));
  }
  if (factors.length < errorsNeeded) return plainErrors;
  const sorted = factors.slice(-errorsKept).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 1;
  return { p50: at(0.5), p90: at(0.9) };
}

/** p50 to p90 in steps of five minutes, rounded up. `headWaitMs` is how long whoever stands first has waited, or the last called waited; undefined when neither is known: then there is nothing to say but the number ahead. */
export function waitRange(model: WaitModel | undefined, ahead: number, headWaitMs: number | undefined): WaitRange | undefined {
  if (model !== undefined) {
    const estimate = (ahead + 1) * model.gapMs;
    return { ahead, ...rounded(estimate * model.p50, estimate * model.p90), basis: 'rate' };
  }
  if (headWaitMs === undefined) return undefined;
  const wait = Math.max(0, headWaitMs);
  return { ahead, ...rounded(wait * plainErrors.p50, wait * plainErrors.p90), basis: 'headOfLine' };
}

function rounded(fromMs: number, toMs: number): { fromMinutes: number; toMinutes: number } {
  const up = (ms: number): number => clamp(Math.ceil(ms / 60_000 / stepMinutes) * stepMinutes, stepMinutes, longestMinutes);
  return { fromMinutes: up(fromMs), toMinutes: Math.max(up(fromMs), up(toMs)) };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
