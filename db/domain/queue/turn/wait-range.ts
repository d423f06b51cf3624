/* How long it may take: a range in minutes from what the queue really did, never a promise to the minute. Fluid estimate: people in front who stay × time each takes ÷ windows that are open. */
import type { Instant } from '../../scalars.ts';

/** One first call of a ticket to a window, in the order of the calls. `ahead`: how many waited in front when the number was taken; `stayed`: the person came. */
export interface Served { readonly ahead: number; readonly issuedAt: Instant; readonly calledAt: Instant; readonly windowId?: string; readonly stayed?: boolean }
/** What was learnt of a queue: the smoothed time that one person takes at one window, the share of those in front who stay, windows that called of late, and how the estimates were wrong, as factors. */
export interface WaitModel { readonly serviceMs: number; readonly staying: number; readonly windows: number; readonly p50: number; readonly p90: number }
export interface WaitRange { readonly ahead: number; readonly fromMinutes: number; readonly toMinutes: number; readonly basis: 'rate' | 'headOfLine' }

/** Until so many services are seen, the rate is chance; the wait of whoever stands first says more (Ibrahim & Whitt 2009). */
export const servicesNeeded = 20;
export const servicesKept = 220;
const smoothing = 1 / 50;
const errorsKept = 200;
const errorsNeeded = 20;
/** A longer gap is a break of the window, not a service. */
const longestGapMs = 30 * 60_000;
/** Whoever was called sooner found a free window: how long that one had been free says nothing of a service. */
const busyMs = 30_000;
/** A window that has not called for so long does not serve this queue any more. */
const windowGoneMs = 30 * 60_000;
const stepMinutes = 5;
const longestMinutes = 600;
/** While the errors are not known, or only one wait is. */
const plainErrors = { p50: 1, p90: 1.5 };

interface Known { readonly from: Instant; readonly serviceMs: number; readonly staying: number; readonly windows: number }

/** Undefined before `servicesNeeded` services, unless there is yesterday's model to start from. A clock that jumped counts as no time. */
export function learnWait(served: readonly Served[], yesterday?: WaitModel): WaitModel | undefined {
  const known = follow(served, yesterday);
  const last = known.at(-1);
  return last && { serviceMs: last.serviceMs, staying: last.staying, windows: last.windows, ...errorsOf(served, known, yesterday) };
}

/** What was known after each call, from the moment on at which enough is. */
function follow(served: readonly Served[], yesterday: WaitModel | undefined): Known[] {
  let serviceMs = yesterday?.serviceMs;
  let staying = yesterday?.staying ?? 1;
  const first: number[] = [];
  const known: Known[] = yesterday === undefined ? [] : [{ from: -Infinity, serviceMs: yesterday.serviceMs, staying, windows: yesterday.windows }];
  const before = new Map<string, Served>();
  for (const [index, one] of served.entries()) {
    const { windowId = '', stayed = true } = one;
    const previous = before.get(windowId);
    before.set(windowId, one);
    staying += smoothing * ((stayed ? 1 : 0) - staying);
    // The time until the next call belongs to the person before, if that one came.
    if (previous !== undefined && previous.stayed !== false && one.calledAt - one.issuedAt >= busyMs) {
      const gap = clamp(one.calledAt - previous.calledAt, 0, longestGapMs);
      if (serviceMs !== undefined && (yesterday !== undefined || index >= servicesNeeded)) serviceMs += smoothing * (gap - serviceMs);
      else serviceMs = first.push(gap) === 1 ? gap : first.reduce((sum, each) => sum + each, 0) / first.length;
    }
    if (serviceMs === undefined || (yesterday === undefined && index + 1 < servicesNeeded)) continue;
    known.push({ from: one.calledAt, serviceMs, staying, windows: windowsAt(before, one.calledAt) });
  }
  return known;
}

const windowsAt = (last: ReadonlyMap<string, Served>, at: Instant): number => Math.max(1, [...last.values()].filter((one) => Math.abs(at - one.calledAt) <= windowGoneMs).length);

const estimateOf = ({ serviceMs, staying, windows }: Omit<Known, 'from'>, ahead: number): number => ((ahead * staying + 1) * serviceMs) / windows;

/** What each person would have been told when the number was issued, against what came. */
function errorsOf(served: readonly Served[], known: readonly Known[], yesterday: WaitModel | undefined): { p50: number; p90: number } {
  const factors: number[] = [];
  for (const { ahead, issuedAt, calledAt } of served) {
    const told = known.findLast((one) => one.from <= issuedAt);
    if (told !== undefined && told.serviceMs > 0) factors.push(Math.max(0, calledAt - issuedAt) / estimateOf(told, ahead));
  }
  if (factors.length < errorsNeeded) return yesterday === undefined ? plainErrors : { p50: yesterday.p50, p90: yesterday.p90 };
  const sorted = factors.slice(-errorsKept).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 1;
  return { p50: at(0.5), p90: at(0.9) };
}

/** p50 to p90 in steps of five minutes, rounded up. `headWaitMs` is how long whoever stands first has waited, or the last called waited; undefined when neither is known: then there is nothing to say but the number ahead. `windows`: how many are open for the queue now; without it as many as called of late. */
export function waitRange(model: WaitModel | undefined, ahead: number, headWaitMs: number | undefined, windows?: number): WaitRange | undefined {
  if (model !== undefined) {
    const estimate = waitEstimateMs(model, ahead, windows);
    return { ahead, ...rounded(estimate * model.p50, estimate * model.p90), basis: 'rate' };
  }
  if (headWaitMs === undefined) return undefined;
  const wait = Math.max(0, headWaitMs);
  return { ahead, ...rounded(wait * plainErrors.p50, wait * plainErrors.p90), basis: 'headOfLine' };
}

/** The estimate itself, in ms; for comparison with others, never shown. */
export const waitEstimateMs = (model: WaitModel, ahead: number, windows?: number): number => estimateOf({ ...model, windows: Math.max(1, windows ?? model.windows) }, ahead);

function rounded(fromMs: number, toMs: number): { fromMinutes: number; toMinutes: number } {
  const up = (ms: number): number => clamp(Math.ceil(ms / 60_000 / stepMinutes) * stepMinutes, stepMinutes, longestMinutes);
  return { fromMinutes: up(fromMs), toMinutes: Math.max(up(fromMs), up(toMs)) };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
