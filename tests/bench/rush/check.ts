/* After the morning: the tables must be what the journal says, and neither may break a rule of the hall. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { factSchema, type Fact } from '@kuaizhao/db/domain/fact.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Told } from './replay.ts';

export function checkMorning(data: string, told: Told): { duplicates: number; violations: string[] } {
  const db = openHallDb(data, 'f'.repeat(16));
  const facts: Fact[] = [];
  for (let from = 1; ; ) {
    const rows = db.journal.read(from, 5_000);
    if (rows.length === 0) break;
    for (const [index, row] of rows.entries()) if (row.seq !== from + index) throw new Error('the journal has a gap');
    facts.push(...rows.map((row) => factSchema.parse(JSON.parse(row.body))));
    from += rows.length;
  }
  db.close();
  const sql = new SqliteDatabase(join(data, 'hall.db'), { readonly: true });
  const count = (query: string): number => (sql.prepare(query).get() as { n: number }).n;
  const of = (type: Fact['type']): number => facts.filter((fact) => fact.type === type).length;
  const violations: string[] = [];
  const must = (what: string, fine: boolean): void => { if (!fine) violations.push(what); };
  const numbers = facts.flatMap((fact) => (fact.type === 'ticketIssued' ? [`${fact.businessDay} ${fact.number}`] : []));
  const duplicates = numbers.length - new Set(numbers).size + told.duplicatePapers;
  must('every number that was told was issued', told.numbers.size <= numbers.length);
  must('tickets are what the journal issued', count('SELECT count(*) AS n FROM ticket') === of('ticketIssued'));
  must('visits are what the journal opened', count('SELECT count(*) AS n FROM visit') === of('visitOpened'));
  must('hires are what the journal confirmed and what was answered', count('SELECT count(*) AS n FROM hire') === of('hireConfirmed') && of('hireConfirmed') === told.hires);
  must('places left = headcount − hires', count("SELECT count(*) AS n FROM job WHERE places_left <> headcount - (SELECT count(*) FROM hire WHERE hire.job_id = job.job_id AND hire.state NOT IN ('undone', 'released'))") === 0);
  must('filled means no place left', count("SELECT count(*) AS n FROM job WHERE (state = 'filled') <> (places_left = 0) AND state <> 'takenDown'") === 0);
  must('nobody is hired twice for one ticket', count('SELECT count(*) - count(DISTINCT call_id) AS n FROM hire') === 0);
  must('a called ticket has exactly one open call', count("SELECT count(*) AS n FROM ticket WHERE (state = 'called') <> ((SELECT count(*) FROM call WHERE call.ticket_id = ticket.ticket_id AND call.state = 'open') = 1)") === 0);
  must('the waiting counts are true', count("SELECT coalesce(sum(waiting), 0) AS n FROM waiting_by_service") === count("SELECT count(*) AS n FROM ticket WHERE state = 'waiting'"));
  must('the waiting counts by trade are true', count("SELECT coalesce(sum(waiting), 0) AS n FROM waiting_by_trade") === count("SELECT count(*) AS n FROM ticket_trade JOIN ticket USING (ticket_id) WHERE ticket.state = 'waiting'"));
  must('every paper ended', count("SELECT count(*) AS n FROM print_job WHERE state <> 'printed'") === 0);
  must('no foreign key dangles', (sql.pragma('foreign_key_check') as unknown[]).length === 0);
  sql.close();
  return { duplicates, violations };
}
