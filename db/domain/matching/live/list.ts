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
  // Whoever is planned elsewhere comes last: for one more standby nobody loses a place.
  const turn = (unit: Unit): number => (planned.has(unit) ? 0 : plan.isPlanned(unit) ? 2 : 1);
  const byTurn = (a: Unit, b: Unit): number => turn(a) - turn(b);
  const order = scarce ? (a: Unit, b: Unit): number => unitOrder(a, b) || byTurn(a, b) : (a: Unit, b: Unit): number => byTurn(a, b) || unitOrder(a, b);
  const list: Unit[] = [];
  let left = most;
  for (const unit of free.sort(order)) {
    if (left <= 0) break;
    if (unit.members.length > Math.min(left, job.inputs.placesLeft)) continue;
    list.push(unit);
    left -= unit.members.length;
  }
  return list;
}
