/* Whom a table calls for a job: the planned first, by arrival, topped up with whoever waits and could take it. */
import type { HallPlan } from './hall-plan.ts';
import { unitOrder, type Unit } from './unit.ts';

/** For a job with an order of its own, and for steady work: so many of the first are looked at for the list. */
const lookAt = 400;

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
  const planned = new Set(plan.plannedFor(job));
  const free = plan.eligible(job, lookAt).filter((unit) => unit.calledFor === undefined && !unit.members.some((member) => except.has(member.ticketId)));
  // A crew that the plan could not hold is asked in its turn. Whoever is planned elsewhere comes last: for one more standby nobody loses a place.
  const turn = (unit: Unit): number => (planned.has(unit) || !unit.inPlan ? 0 : plan.isPlanned(unit) ? 2 : 1);
  const byTurn = (a: Unit, b: Unit): number => turn(a) - turn(b);
  if (scarce) return fitting(free.sort((a, b) => unitOrder(a, b) || byTurn(a, b)), most, job.inputs.placesLeft);
  // Of people for whom this job and their own are equally good, the first comes first.
  const first = fitting(free.filter((unit) => turn(unit) === 0 || plan.isAsGood(unit, job)).sort(unitOrder), Math.min(most, Math.max(0, job.inputs.placesLeft - job.called)), job.inputs.placesLeft);
  const rest = free.filter((unit) => !first.includes(unit)).sort((a, b) => byTurn(a, b) || unitOrder(a, b));
  return fitting([...first, ...rest], most, job.inputs.placesLeft);
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
