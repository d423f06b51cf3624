/* Matching in one place: the living plan, what decisions ask of it, and the sessions of the tables. */
import type { Database } from 'better-sqlite3';
import type { Fact } from '../../../domain/fact.ts';
import { certify, type Violation } from '../../../domain/matching/plan/certificate.ts';
import { checkCrews, type CrewViolation } from '../../../domain/matching/plan/crews/check-crews.ts';
import type { HallPlan } from '../../../domain/matching/live/hall-plan.ts';
import { listFor } from '../../../domain/matching/live/list.ts';
import type { PlanMove } from '../../../domain/matching/live/move.ts';
import { areTablesScarce, explainOf, nextJobOf } from '../../../domain/matching/live/questions.ts';
import { matchingRulesOn, type MatchingRules } from '../../../domain/matching/rules.ts';
import type { MatchingView } from '../../../domain/matching/view.ts';
import { workService } from '../../../domain/queue/facts.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { Floor, type BandsOfDay } from './floor.ts';
import { Hearing, isHeard, type HearView } from './hear.ts';
import { openInputs, type InputSettings, type InputView } from './inputs.ts';
import { Meter } from './meter.ts';
import { openSessions } from './sessions.ts';

export interface MatchingSettings extends InputSettings {
  readonly matchingRules?: readonly MatchingRules[] | undefined;
  /** milliseconds that only go forward, to tell how long the matching takes; without it nothing is measured */
  readonly monotonicMs?: (() => number) | undefined;
}

export type MatchingStore = ReturnType<typeof openMatching>;

export function openMatching(sql: Database, cipher: FieldCipher, view: HearView & InputView, settings: MatchingSettings) {
  const { matchingRules, monotonicMs = () => 0 } = settings;
  const meter = new Meter(monotonicMs);
  const inputs = openInputs(sql, cipher, view, settings);
  const sessions = openSessions(sql);
  const dayAt = sql.prepare<[], { day: string; opened_at: number }>('SELECT day, opened_at FROM business_day ORDER BY day DESC LIMIT 1');
  const openJobs = sql.prepare<[Instant], { job_id: string; posted_at: number }>("SELECT job_id, posted_at FROM job INDEXED BY job_open WHERE state = 'open' AND valid_until >= ? ORDER BY posted_at, job_id");
  const here = sql.prepare<[string], { ticket_id: string; at: number }>(`SELECT ticket_id, at FROM ticket WHERE day = ? AND service = '${workService}' AND state IN ('waiting', 'called') ORDER BY place_in_day`);

  /** The moves of a floor that is as the tables say. */
  function* anew(bands: BandsOfDay): Iterable<PlanMove> {
    const open = dayAt.get();
    if (open === undefined) return;
    const { day, opened_at: at } = open;
    yield { move: 'day', day, rules: matchingRulesOn(matchingRules, day), bands };
    const told: PlanMove[] = [];
    const made = new Hearing({ view, plan, move: (one) => { told.push(one); }, worker: (row, now) => inputs.worker(row, matchingRulesOn(matchingRules, day), now), job: inputs.job, employerAway: () => false });
    for (const { job_id: jobId, posted_at: postedAt } of openJobs.all(at)) made.job(jobId, Math.max(at, postedAt));
    yield* told.splice(0);
    for (const row of here.all(day)) {
      made.ticket(row.ticket_id, row.at);
      yield* told.splice(0);
    }
  }
  const floor = new Floor(sql, cipher, anew);
  const plan = (): HallPlan => floor.plan();
  const hearing = new Hearing({ view, plan, move: (one) => { floor.move(one); }, worker: (row, now) => inputs.worker(row, plan().rules, now), job: inputs.job, employerAway: sessions.employerAway });

  const answers: MatchingView = {
    planList: (jobId, most, except, scarce) => meter.within(() => listFor(plan(), jobId, { most, except, scarce })?.flatMap((unit) => unit.members.map((member) => member.ticketId))),
    nextJob: (now, except, trades) => meter.within(() => nextJobOf(plan(), now, except, trades)),
    tablesScarce: (now, tableIds) => areTablesScarce(plan(), now, tableIds),
    sessionAt: sessions.sessionAt,
    explained: (ticketId, jobId, how) => explainOf(plan(), ticketId, jobId, how),
  };
  return {
    view: answers, sessions,
    /** After the fact is in all other tables. */
    heard(fact: Fact, now: Instant): void {
      if (fact.type === 'sessionOpened') sessions.opened(fact, now);
      if (fact.type === 'sessionEnded') sessions.ended(fact, now);
      if (fact.type === 'dayClosed') sessions.dayClosed(now);
      if (fact.type === 'dayOpened') return meter.within(() => { floor.begin(); });
      // A day that goes on again, or a person who is to leave no trace: out of the tables.
      if (fact.type === 'dayReopened' || fact.type === 'workerErased') return meter.within(() => { floor.makeAnew(); });
      // Most facts move nothing: they are not worth a look at the clock.
      if (isHeard(fact)) meter.within(() => { hearing.heard(fact, now); });
    },
    /** How often the plan has changed. */
    changes: (): number => floor.changes,
    /** A transaction that began at `changes` was undone: the plan follows what is left. Following a whole day takes seconds, so it is done only when something was moved. */
    undone: (changes: number) => { if (floor.changes !== changes) floor.spoil(); },
    /** The command is over. */
    lap: () => { meter.lap(); },
    /** Proves that the plan is the best there is; one that is not is made anew by the next command. Gives what was wrong. */
    prove(): readonly (Violation | CrewViolation)[] | undefined {
      const [singles, crews] = [certify(plan().claim()), checkCrews(plan().crewClaim())];
      const wrong = [...singles.violations, ...crews.violations];
      if (singles.optimal && wrong.length === 0) return undefined;
      floor.distrust();
      return wrong;
    },
    reading: () => ({ ...meter.reading(), remade: floor.remade, ...plan().counts() }),
    plan,
  };
}
