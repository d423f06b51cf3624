/* Whom a table calls for a job: the planned first, by arrival, topped up with whoever waits and could take it. */
import type { HallPlan } from './hall-plan.ts';
import { unitOrder, type Unit } from './unit.ts';

/** For a job with an order of its own, and for steady work: so many of the first are looked at for the list. */
const lookAt = 400;
/** People planned elsewhere who came earlier: so many of the first are looked at. */
const swapsLookedAt = 100;

export interface ListWish {
  /** heads */
  readonly most: number;
  /** numbers that are not to be on it */
  readonly except?: ReadonlySet<string>;
  /** no table was free for a while: by arrival alone, the plan only breaks ties */
  readonly scarce?: boolean;
}

/** Units in the order in which they are called, together at most `most` heads and no crew larger than the free places; undefined when the job is not on the floor. */
export function listFor(plan: HallPlan, jobId: string, { most, except = new Set(), scarce = false }: ListWish): Unit[] | undefined {
  const job = plan.job(jobId);
  if (job === undefined) return undefined;
  const free = plan.eligible(job, lookAt).filter((unit) => unit.calledFor === undefined && !unit.members.some((member) => except.has(member.ticketId)));
  if (free.length === 0) return [];
  const planned = new Set(plan.plannedFor(job));
  // Whoever is planned elsewhere comes last: for one more standby nobody loses a place.
  const turn = (unit: Unit): number => (planned.has(unit) ? 0 : plan.isPlanned(unit) ? 2 : 1);
  const byTurn = (a: Unit, b: Unit): number => turn(a) - turn(b);
  if (scarce) return fitting(free.sort((a, b) => unitOrder(a, b) || byTurn(a, b)), most, job.inputs.placesLeft);
  const first = fitting(inTurn(plan, free, free.filter((unit) => turn(unit) === 0)).sort(unitOrder), Math.min(most, Math.max(0, job.inputs.placesLeft - job.called)), job.inputs.placesLeft);
  const rest = free.filter((unit) => !first.includes(unit)).sort((a, b) => byTurn(a, b) || unitOrder(a, b));
  return fitting([...first, ...rest], most, job.inputs.placesLeft);
}

/** Of people for whom this job and their own are equally good, the first comes first: the plan has them here and there by chance. */
function inTurn(plan: HallPlan, free: readonly Unit[], here: readonly Unit[]): Unit[] {
  const list = [...here].sort(unitOrder);
  const last = list.at(-1);
  if (last === undefined) return list;
  const earlier = free.filter((unit) => !list.includes(unit) && plan.isPlanned(unit) && unitOrder(unit, last) < 0).sort(unitOrder).slice(0, swapsLookedAt);
  for (const unit of earlier) {
    const at = list.findLastIndex((one) => unitOrder(unit, one) < 0 && plan.couldSwap(unit, one));
    if (at >= 0) list[at] = unit;
  }
  return list;
}

/** The first of them that together are at most so many heads, without a crew larger than the free places. */
function fitting(units: readonly Unit[], most: number, places: number): Unit[] {
  const list: Unit[] = [];
  let left = most;
  for (const unit of units) {
    if (left <= 0) break;
    if (unit.members.length > Math.min(left, places)) continue;
    list.push(unit);
    left -= unit.members.length;
  }
  return list;
}
