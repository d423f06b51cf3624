/* Hires in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { HiringView } from '../../domain/hiring/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import { recordsBeside } from './people/person-sql.ts';
import { serialOf } from './serial.ts';

export type HiringStore = ReturnType<typeof openHiring>;

export function openHiring(sql: Database) {
  const insert = sql.prepare(`INSERT INTO hire (hire_id, day, serial, number, job_id, worker_id, visit_id, call_id, amount_fen, unit, settlement, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const lastSerial = sql.prepare<[], { serial: number | null }>('SELECT max(serial) AS serial FROM hire WHERE day = (SELECT max(day) FROM business_day)');
  const hired = sql.prepare<[{ jobId: string; workerId: string }], { found: 1 }>(`SELECT 1 AS found FROM hire WHERE job_id = @jobId AND worker_id IN ${recordsBeside('@workerId')}`);
  const view: HiringView = {
    hiresToday: () => lastSerial.get()?.serial ?? 0,
    isHiredFor: (workerId, jobId) => hired.get({ jobId, workerId }) !== undefined,
  };
  return {
    view,
    confirmed(fact: FactOf<'hireConfirmed'>, now: Instant): void {
      insert.run(
        fact.hireId, fact.businessDay, serialOf(fact.number), fact.number, fact.jobId, fact.workerId, fact.visitId, fact.callId,
        fact.agreedPay.amountFen, fact.agreedPay.unit, fact.settlement, now,
      );
    },
  };
}
