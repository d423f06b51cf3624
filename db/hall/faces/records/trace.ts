/* One number of one day, from any paper of the chain: everything that belongs to it, and every row of the journal that says so. */
import type { Database } from 'better-sqlite3';
import { paperKindSchema } from '../../../domain/printing/print-job.ts';
import { seriesOf } from '../../../domain/queue/number.ts';
import { traceRowsLimit, type Trace, type TraceRequest } from '../../../domain/records/figures/report.ts';
import { serialOf } from '../../../domain/queue/number.ts';

type Thing = Trace['things'][number];
interface Part { readonly id: string; readonly number: string | null }

export function openTrace(sql: Database) {
  const parts = (text: string) => sql.prepare<[string], Part>(`${text} LIMIT ${traceRowsLimit}`);
  const ticketByNumber = sql.prepare<[string, string], { ticket_id: string }>('SELECT ticket_id FROM ticket WHERE day = ? AND number = ?');
  const jobBySerial = sql.prepare<[string, number], { job_id: string }>('SELECT job_id FROM job WHERE day = ? AND serial = ?');
  const hireBySerial = sql.prepare<[string, number], { hire_id: string; ticket_id: string }>('SELECT hire_id, ticket_id FROM hire JOIN call USING (call_id) WHERE hire.day = ? AND hire.serial = ?');
  const ofTicket = [
    ['ticket', parts('SELECT ticket_id AS id, number FROM ticket WHERE ticket_id = ?')],
    ['visit', parts('SELECT visit_id AS id, NULL AS number FROM ticket WHERE ticket_id = ? AND visit_id IS NOT NULL')],
    ['call', parts('SELECT call_id AS id, NULL AS number FROM call WHERE ticket_id = ? ORDER BY at')],
    ['hire', parts('SELECT hire_id AS id, hire.number FROM call CROSS JOIN ticket USING (ticket_id) JOIN hire ON hire.visit_id = ticket.visit_id AND hire.call_id = call.call_id WHERE call.ticket_id = ?')],
    ['job', parts('SELECT DISTINCT job_id AS id, job.number FROM call JOIN job USING (job_id) WHERE call.ticket_id = ?')],
  ] as const;
  const ofJob = [
    ['job', parts('SELECT job_id AS id, number FROM job WHERE job_id = ?')],
    ['hire', parts('SELECT hire_id AS id, number FROM hire INDEXED BY hire_by_job WHERE job_id = ? ORDER BY day, serial')],
  ] as const;
  const papers = parts('SELECT print_job_id AS id, NULL AS number FROM json_each(?) AS wanted JOIN print_job ON print_job.kind = wanted.value ->> 0 AND print_job.subject_id = wanted.value ->> 1');
  const rows = sql.prepare<[string, number], Trace['rows'][number]>(`SELECT journal.seq, journal.clock AS at, journal.kind AS fact, journal.key AS subjectId
    FROM json_each(?) AS wanted CROSS JOIN journal_key ON journal_key.key = wanted.value JOIN journal ON journal.seq = journal_key.seq ORDER BY journal.seq LIMIT ?`);

  function thingsOf({ day, number }: TraceRequest): Thing[] {
    const gather = (groups: typeof ofTicket | typeof ofJob, id: string): Thing[] =>
      groups.flatMap(([kind, statement]) => statement.all(id).map((part) => ({ kind, id: part.id, ...(part.number === null ? {} : { number: part.number }) })));
    const serial = serialOf(number);
    if (number.startsWith(seriesOf.job)) {
      const found = jobBySerial.get(day, serial);
      return found === undefined ? [] : gather(ofJob, found.job_id);
    }
    if (number.startsWith(seriesOf.hire)) {
      const found = hireBySerial.get(day, serial);
      return found === undefined ? [] : gather(ofTicket, found.ticket_id);
    }
    const found = ticketByNumber.get(day, number);
    return found === undefined ? [] : gather(ofTicket, found.ticket_id);
  }
  /** Empty for a number that the day never gave. */
  return (asked: TraceRequest): Trace => {
    const found = thingsOf(asked);
    const wanted = found.flatMap(({ id }) => paperKindSchema.options.map((kind) => [kind, id]));
    const things = [...found, ...papers.all(JSON.stringify(wanted)).map(({ id }): Thing => ({ kind: 'paper', id }))].slice(0, traceRowsLimit);
    return { things, rows: rows.all(JSON.stringify(things.map(({ id }) => id)), traceRowsLimit) };
  };
}
