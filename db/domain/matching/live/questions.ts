/* What is asked of the living plan: the job for the next table, why somebody is not called, who and what is left over. */
import type { Instant } from '../../scalars.ts';
import type { TradeCode } from '../../trades/trade.ts';
import { explain, type Explanation, type PricedJob } from '../pairs/explain.ts';
import { minutesOf } from '../pairs/pair-score.ts';
import { nextJob, type JobWaiting, type NextJob, type OnList } from '../tables/next-job.ts';
import { tablesScarce } from '../tables/scarce.ts';
import type { HallPlan } from './hall-plan.ts';
import { listFor } from './list.ts';
import type { OpenJob } from './open-job.ts';
import { endOfDay } from './pair.ts';
import { unitOrder, type Unit } from './unit.ts';

/** Which job gets the next table, without those in `except`, and of `trades` alone where they are given; undefined when none that waits for one has anybody to call. */
export function nextJobOf(plan: HallPlan, now: Instant, except: ReadonlySet<string>, trades?: readonly TradeCode[]): NextJob | undefined {
  const waiting: JobWaiting[] = [];
  for (const job of plan.openJobs()) {
    if (except.has(job.inputs.jobId) || job.inputs.placesLeft <= job.called || trades?.includes(job.inputs.terms.trade) === false) continue;
    waiting.push(waitingOf(plan, job));
  }
  return nextJob(waiting, now, plan.rules);
}

function waitingOf(plan: HallPlan, job: OpenJob): JobWaiting {
  const most = Math.min(job.inputs.placesLeft, plan.rules.listAtMost);
  // The plan fills every place it can: whoever could take a free one is planned. Only a job with an order of its own asks for its list.
  const planned = plan.plannedFor(job).sort(unitOrder);
  const units = job.planned ? planned : listFor(plan, job.inputs.jobId, { most }) ?? [];
  const list = headsOf(units).slice(0, most);
  return {
    jobId: job.inputs.jobId, order: job.order, waitsSince: job.waitsSince, planned: headsOf(planned).length, list,
    acceptance: plan.bands.perMille(job.inputs.terms), longestEligible: list.length === 0 ? undefined : Math.min(...list.map(({ at }) => at)),
  };
}

const headsOf = (units: readonly Unit[]): OnList[] => units.flatMap((unit) => unit.members.map(({ at }) => ({ since: unit.since, at })));

/** No table was free for as long as the rule says. */
export const areTablesScarce = (plan: HallPlan, now: Instant, tableIds: readonly string[]): boolean =>
  tablesScarce(tableIds.map((id) => plan.tables.usesOf(id, now - plan.rules.scarceMinutes * 60_000)), now, plan.rules);

/** Why a number is not called for a job, exact to the minute; of a crew as of the member itself. `next`: with the two other jobs that are nearest. Undefined when one of them is not on the floor, or the job has an order of its own and they are a pair. */
export function explainOf(plan: HallPlan, ticketId: string, jobId: string, { now, next }: { readonly now: Instant; readonly next: boolean }): Explanation | undefined {
  const [unit, job] = [plan.unit(ticketId), plan.job(jobId)];
  const member = unit && plan.members(unit).find((one) => one.ticketId === ticketId);
  if (unit === undefined || member === undefined || job === undefined) return undefined;
  const day = { now, endOfDay: endOfDay(plan.day) };
  const asked = pricedOf(plan, job, true);
  const others = next ? [...unit.pairs].map((id) => plan.job(id)).filter((one) => one !== undefined) : [];
  const rough = explain(member, asked, others.map((one) => pricedOf(plan, one, false)), day);
  if (rough.kind === 'noPair' || !job.planned) return rough.kind === 'noPair' ? rough : undefined;
  // The exact cut-off of a job is a search: only the two that are told are worth it.
  const nearest = rough.next.map((reach) => plan.job(reach.jobId)).filter((one) => one !== undefined);
  return explain(member, asked, nearest.map((one) => pricedOf(plan, one, true)), day);
}

const pricedOf = (plan: HallPlan, job: OpenJob, exact: boolean): PricedJob => ({ job: job.inputs, prices: plan.prices(job, exact).map(({ kind, price }) => ({ tier: kind, price })) });

/** Places that nobody of this hall is planned or called for. */
export interface PlacesOver { readonly job: OpenJob; readonly places: number }
/** Who waits without a place and would go to another hall, by arrival; and the places nobody is planned for. */
export function leftOver(plan: HallPlan): { readonly people: readonly { readonly unit: Unit; readonly minutes: number }[]; readonly places: readonly PlacesOver[] } {
  const people = [...plan.allUnits()].filter((unit) => unit.calledFor === undefined && !plan.isPlanned(unit) && unit.members.every(({ wishes }) => wishes.otherHalls === true)).sort(unitOrder);
  const places = [...plan.openJobs()].filter((job) => job.planned).map((job) => ({ job, places: job.inputs.placesLeft - job.called - headsOf(plan.plannedFor(job)).length })).filter((one) => one.places > 0);
  return { people: people.map((unit) => ({ unit, minutes: minutesOf(unit, endOfDay(plan.day)) })), places };
}
