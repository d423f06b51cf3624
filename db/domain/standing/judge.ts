/* What a decision means for the record of either side: one place reads the facts of every decision and adds points, stops and the way back. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import type { HireUndone } from '../hiring/facts.ts';
import type { HallView } from '../view.ts';
import { withoutPoints } from './remove.ts';
import { fadedBefore, standingRules, stopFor, type StandingCause, type StandingSide } from './rules.ts';
import type { PointsGiven } from './facts.ts';

type Ground = Pick<PointsGiven, 'callId' | 'hireId' | 'jobId' | 'disputeId'>;
interface Charge { readonly cause: StandingCause; readonly who: string; readonly ground: Ground }

/** Facts to be recorded after those of the decision: points with the stop they bring, and entries that clean hires have worked off. */
export function judge(view: HallView, facts: readonly Fact[], context: Context): Fact[] {
  const charges = facts.flatMap((fact) => chargeOf(view, fact, facts) ?? []);
  const given = new Map<string, number>();
  const judged = charges.flatMap((charge): Fact[] => {
    const { side, points } = standingRules.causes[charge.cause];
    const key = `${side} ${charge.who}`;
    const before = given.get(key) ?? view.pointsOf(side, charge.who, fadedBefore(context.now)).reduce((sum, one) => sum + one.points, 0);
    const total = before + points;
    given.set(key, total);
    const stopMs = stopFor(side, total);
    const until = stopMs === undefined ? undefined : Math.max(context.now + stopMs, view.stoppedUntil(side, charge.who) ?? 0);
    return [
      { type: 'pointsGiven', pointsId: context.newId(), side, who: charge.who, cause: charge.cause, points, rules: standingRules.version, ...charge.ground },
      ...(until === undefined ? [] : [{ type: 'standingStopped' as const, side, who: charge.who, until, points: total }]),
    ];
  });
  return [...judged, ...facts.flatMap((fact) => [...workedOff(view, fact, context), ...takenBack(view, fact, context)])];
}

function chargeOf(view: HallView, fact: Fact, facts: readonly Fact[]): Charge | undefined {
  if (fact.type === 'noShowMarked') {
    const call = view.call(fact.callId);
    const workerId = call?.jobId === undefined ? undefined : call.ticket.workerId;
    return workerId === undefined ? undefined : { cause: 'noShow', who: workerId, ground: { callId: fact.callId } };
  }
  if (fact.type === 'hireReleased') return ofHire(view, fact.hireId, 'worker', 'lateToVan');
  if (fact.type === 'hireUndone') return ofUndone(view, fact, facts);
  if (fact.type === 'employerWasAbsent') return { cause: 'employerAbsent', who: fact.employerId, ground: { jobId: fact.jobId } };
  if (fact.type === 'jobTakenDown' && fact.reason === 'falseTerms') {
    const job = view.job(fact.jobId);
    return job === undefined ? undefined : { cause: 'falseTerms', who: job.employerId, ground: { jobId: fact.jobId } };
  }
  if (fact.type === 'disputeClosed' && fact.outcome === 'upheld') {
    const dispute = view.dispute(fact.disputeId);
    if (dispute?.employerId === undefined || dispute.kind === 'other') return undefined;
    return { cause: causeOf[dispute.kind], who: dispute.employerId, ground: { disputeId: fact.disputeId } };
  }
  return undefined;
}

/** A mistake is nobody's fault. A crew that is given up is one cancellation for the employer, however many slips it voids. */
function ofUndone(view: HallView, fact: HireUndone, facts: readonly Fact[]): Charge | undefined {
  if (fact.reason === 'workerCancelled') return ofHire(view, fact.hireId, 'worker', 'workerCancelled');
  const first = facts.find((one) => one.type === 'hireUndone') === fact;
  return fact.reason === 'employerCancelled' && first ? ofHire(view, fact.hireId, 'employer', 'employerCancelled') : undefined;
}

const causeOf = { wageArrears: 'unpaid', falseJob: 'falseTerms', discrimination: 'discrimination', unlicensedAgent: 'unlicensedAgent' } as const;

function ofHire(view: HallView, hireId: string, side: StandingSide, cause: StandingCause): Charge | undefined {
  const hire = view.hire(hireId);
  return hire === undefined ? undefined : { cause, who: side === 'worker' ? hire.workerId : hire.employerId, ground: { hireId } };
}

/** A no-show that was pressed by mistake and undone was none. */
function takenBack(view: HallView, fact: Fact, context: Context): Fact[] {
  if (fact.type !== 'queueUndone') return [];
  return view.pointsOfStep(fact.of).flatMap(({ pointsId }) => withoutPoints(view, pointsId, 'actUndone', context));
}

/** A hire that ended well counts for both sides, but not by the employer's word against the worker's; enough of them take the oldest entry away. */
function workedOff(view: HallView, fact: Fact, context: Context): Fact[] {
  if (fact.type !== 'payMarked') return [];
  const hire = view.hire(fact.hireId);
  if (hire === undefined || (fact.by !== 'worker' && hire.saidPaid === 'no')) return [];
  return ([['worker', hire.workerId], ['employer', hire.employerId]] as const).flatMap(([side, who]): Fact[] => {
    const [oldest] = view.pointsOf(side, who, fadedBefore(context.now));
    if (oldest === undefined || view.cleanHiresOf(side, who) + 1 < standingRules.cleanHires) return [];
    return withoutPoints(view, oldest.pointsId, 'cleanHires', context);
  });
}
