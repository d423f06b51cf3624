/* Hires and their lives in SQLite. The state of a row follows the same table of transitions as the decisions. */
import type { Database } from 'better-sqlite3';
import type { EveningWord } from '../../../domain/attendance/commands.ts';
import type { FactOf } from '../../../domain/fact.ts';
import { endOfWork, settleBy, type WorkTimes } from '../../../domain/hiring/spans.ts';
import { nextHire, type HireEvent, type HireState } from '../../../domain/hiring/states/hire.ts';
import type { HireRow, HiringView } from '../../../domain/hiring/view.ts';
import type { AgreedPay, PayUnit, Settlement } from '../../../domain/jobs/pay.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { recordsBeside } from '../people/person-sql.ts';
import { serialOf } from '../../../domain/queue/number.ts';
import { termsFrom } from '../../kept-terms.ts';

interface Found {
  hire_id: string; number: string; day: string; job_id: string; employer_id: string; worker_id: string; call_id: string; ticket_id: string; crew_id: string | null;
  amount_fen: number; unit: PayUnit; settlement: Settlement; state: HireState; at: number; starts_at: number; ends_at: number; settle_by: number; keeps_place: number; said_paid: EveningWord | null;
}
const select = `SELECT hire_id, hire.number, hire.day, hire.job_id, hire.employer_id, hire.worker_id, hire.call_id, call.ticket_id, crew_id, amount_fen, unit, settlement, hire.state, hire.at,
  starts_at, ends_at, settle_by, keeps_place, said_paid FROM hire JOIN call USING (call_id)`;
const live = "hire.state NOT IN ('undone', 'released')";

const hireRow = (found: Found): HireRow => ({
  hireId: found.hire_id, number: found.number, businessDay: found.day, jobId: found.job_id, employerId: found.employer_id, workerId: found.worker_id,
  callId: found.call_id, ticketId: found.ticket_id, crewId: found.crew_id ?? undefined, agreedPay: { amountFen: found.amount_fen, unit: found.unit } satisfies AgreedPay,
  settlement: found.settlement, state: found.state, at: found.at, startsAt: found.starts_at, endsAt: found.ends_at, settleBy: found.settle_by, keepsPlace: found.keeps_place === 1, saidPaid: found.said_paid ?? undefined,
});

export function openHires(sql: Database) {
  const view = hiringView(sql);
  return { view, ...hiringRecord(sql, view) };
}

function hiringView(sql: Database): Omit<HiringView, 'birthOf'> {
  const lastSerial = sql.prepare<[], { serial: number | null }>('SELECT max(serial) AS serial FROM hire WHERE day = (SELECT max(day) FROM business_day)');
  const hired = sql.prepare<[{ jobId: string; workerId: string }], { found: 1 }>(`SELECT 1 AS found FROM hire WHERE job_id = @jobId AND worker_id IN ${recordsBeside('@workerId')} AND ${live}`);
  const byId = sql.prepare<[string], Found>(`${select} WHERE hire_id = ?`);
  const byNumber = sql.prepare<[string, number, string], Found>(`${select} WHERE hire.day = ? AND hire.serial = ? AND hire.number = ?`);
  const ofCrew = sql.prepare<[string], Found>(`${select} WHERE crew_id = ? AND ${live} ORDER BY hire.serial`);
  const work = sql.prepare<[{ workerId: string; now: Instant }], { terms: string }>(`SELECT job.terms FROM hire JOIN job USING (job_id)
    WHERE hire.worker_id IN ${recordsBeside('@workerId')} AND hire.ends_at > @now AND hire.done_at IS NULL AND ${live}`);
  const ofTicket = sql.prepare<[string], Found>(`${select} WHERE call.ticket_id = ? AND ${live} ORDER BY hire.at DESC LIMIT 1`);
  const row = (found: Found | undefined): HireRow | undefined => found && hireRow(found);
  return {
    hiresToday: () => lastSerial.get()?.serial ?? 0,
    isHiredFor: (workerId, jobId) => hired.get({ jobId, workerId }) !== undefined,
    hire: (hireId) => row(byId.get(hireId)),
    hireByNumber: (businessDay, number) => row(byNumber.get(businessDay, serialOf(number), number)),
    workOf: (workerId, now) => work.all({ workerId, now }).map((found): WorkTimes => termsFrom(found.terms)),
    crewHires: (crewId) => ofCrew.all(crewId).map(hireRow),
    hireOfTicket: (ticketId) => row(ofTicket.get(ticketId)),
  };
}

function hiringRecord(sql: Database, view: Pick<HiringView, 'hire'>) {
  const insert = sql.prepare(`INSERT INTO hire (hire_id, day, serial, number, job_id, employer_id, worker_id, visit_id, call_id, crew_id, amount_fen, unit, settlement, at, state, starts_at, ends_at, settle_by, keeps_place)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'agreed', ?, ?, ?, ?)`);
  const terms = sql.prepare<[string], { terms: string }>('SELECT terms FROM job WHERE job_id = ?');
  const setState = sql.prepare('UPDATE hire SET state = ? WHERE hire_id = ?');
  const arrived = sql.prepare('UPDATE hire SET arrived_at = ?, arrived_by = ? WHERE hire_id = ?');
  const done = sql.prepare('UPDATE hire SET done_at = ?, done_by = ? WHERE hire_id = ?');
  const paid = sql.prepare('UPDATE hire SET paid_at = ?, paid_by = ?, paid_fen = ? WHERE hire_id = ?');
  const said = sql.prepare('UPDATE hire SET said_arrived = coalesce(?, said_arrived), said_done = coalesce(?, said_done), said_paid = coalesce(?, said_paid), said_at = ? WHERE hire_id = ?');
  const giveBackTicket = sql.prepare("UPDATE ticket SET state = 'waiting', step = '' WHERE ticket_id = ?");

  function step(hireId: string, event: HireEvent): void {
    const state = view.hire(hireId)?.state;
    const next = state === undefined ? undefined : nextHire(state, event);
    if (next !== undefined) setState.run(next, hireId);
  }
  return {
    confirmed(fact: FactOf<'hireConfirmed'>, now: Instant): void {
      // A hire of an older journal has no times of its own: they are those of its job.
      const times: WorkTimes = termsFrom(terms.get(fact.jobId)?.terms ?? '{}');
      insert.run(
        fact.hireId, fact.businessDay, serialOf(fact.number), fact.number, fact.jobId, fact.employerId, fact.workerId, fact.visitId, fact.callId, fact.crewId ?? null,
        fact.agreedPay.amountFen, fact.agreedPay.unit, fact.settlement, now,
        fact.startsAt ?? times.startAt, fact.endsAt ?? endOfWork(times), fact.settleBy ?? settleBy(times, fact.settlement), fact.keepsPlace === true ? 1 : 0,
      );
    },
    undone: (fact: FactOf<'hireUndone'>) => step(fact.hireId, 'undo'),
    released: (fact: FactOf<'hireReleased'>) => step(fact.hireId, 'release'),
    placeGivenBack: (fact: FactOf<'placeGivenBack'>) => giveBackTicket.run(fact.ticketId),
    arrivalMarked(fact: FactOf<'arrivalMarked'>, now: Instant): void {
      step(fact.hireId, 'arrive');
      arrived.run(now, fact.by, fact.hireId);
    },
    workDone(fact: FactOf<'workDone'>, now: Instant): void {
      step(fact.hireId, 'finish');
      done.run(now, fact.by, fact.hireId);
    },
    payMarked(fact: FactOf<'payMarked'>, now: Instant): void {
      step(fact.hireId, 'pay');
      paid.run(now, fact.by, fact.paidFen ?? null, fact.hireId);
    },
    eveningConfirmed(fact: FactOf<'eveningConfirmed'>, now: Instant): void {
      said.run(fact.arrived ?? null, fact.done ?? null, fact.paid ?? null, now, fact.hireId);
      if (fact.paid === 'no') step(fact.hireId, 'sayUnpaid');
    },
  };
}
