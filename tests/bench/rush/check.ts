/* After the day: the tables must be what the journal says, and neither may break a rule of the hall. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { factSchema, type Fact, type FactType } from '@kuaizhao/db/domain/fact.ts';
import { chainStart, nextHash } from '@kuaizhao/db/domain/records/chain.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Told } from './stage.ts';

export function checkDay(data: string, told: Told): { duplicates: number; violations: string[]; facts: Partial<Record<FactType, number>> } {
  const db = openHallDb(data, 'f'.repeat(16));
  const facts: Fact[] = [];
  let hash = chainStart;
  let broken = 0;
  for (let from = 1; ; ) {
    const rows = db.journal.read(from, 5_000);
    if (rows.length === 0) break;
    for (const [index, row] of rows.entries()) {
      if (row.seq !== from + index) throw new Error('the journal has a gap');
      hash = nextHash(sha256, hash, `${row.boot}-${row.counter}`, { table: row.table_name, key: row.key, kind: row.kind, body: row.body });
      if (row.hash !== hash) broken += 1;
    }
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
  must('the chain of the journal holds', broken === 0);
  must('every number that was told was issued', told.numbers.size <= numbers.length);
  must('tickets are what the journal issued', count('SELECT count(*) AS n FROM ticket') === of('ticketIssued'));
  must('visits are what the journal opened', count('SELECT count(*) AS n FROM visit') === of('visitOpened'));
  must('hires are what the journal confirmed and what was answered', count('SELECT count(*) AS n FROM hire') === of('hireConfirmed') && of('hireConfirmed') === told.facts.get('hireConfirmed'));
  must('places left = headcount − hires', count("SELECT count(*) AS n FROM job WHERE places_left <> headcount - (SELECT count(*) FROM hire WHERE hire.job_id = job.job_id AND hire.state NOT IN ('undone', 'released'))") === 0);
  must('filled means no place left', count("SELECT count(*) AS n FROM job WHERE (state = 'filled') <> (places_left = 0) AND state <> 'takenDown'") === 0);
  must('nobody is hired twice for one call', count('SELECT count(*) - count(DISTINCT call_id) AS n FROM hire') === 0);
  must('nobody has two live hires at the same time', count(`SELECT count(*) AS n FROM hire JOIN hire AS other ON other.worker_id = hire.worker_id AND other.hire_id > hire.hire_id
    WHERE hire.state NOT IN ('undone', 'released') AND other.state NOT IN ('undone', 'released') AND hire.starts_at < other.ends_at AND other.starts_at < hire.ends_at`) === 0);
  must('numbers are unique on papers', count('SELECT (SELECT count(*) - count(DISTINCT number) FROM ticket) + (SELECT count(*) - count(DISTINCT number) FROM job) + (SELECT count(*) - count(DISTINCT number) FROM hire) AS n') === 0);
  must('crews are hired whole, at one moment and for one job', count(`SELECT count(*) AS n FROM (SELECT count(*) AS size, count(DISTINCT job_id) AS jobs, count(DISTINCT at) AS moments,
    (SELECT count(*) FROM crew_member AS all_members WHERE all_members.crew_id = crew_member.crew_id AND all_members.left_at IS NULL) AS whole
    FROM hire JOIN crew_member USING (visit_id) WHERE hire.crew_id IS NOT NULL AND crew_member.left_at IS NULL GROUP BY hire.crew_id) WHERE size <> whole OR jobs <> 1 OR moments <> 1`) === 0);
  must('each unpaid hire has its dispute', of('disputeOpened') === count("SELECT count(*) AS n FROM hire WHERE said_paid = 'no'") && count('SELECT count(*) AS n FROM dispute') === of('disputeOpened'));
  must('refusals, lapses and releases are what the journal says', count("SELECT count(*) AS n FROM talk WHERE state = 'refused'") === of('callRefused') && count("SELECT count(*) AS n FROM hire WHERE state = 'released'") === of('hireReleased'));
  must('a called ticket has exactly one open call', count("SELECT count(*) AS n FROM ticket WHERE (state = 'called') <> ((SELECT count(*) FROM call WHERE call.ticket_id = ticket.ticket_id AND call.state = 'open') = 1)") === 0);
  must('the waiting counts are true', count("SELECT coalesce(sum(waiting), 0) AS n FROM waiting_by_service") === count("SELECT count(*) AS n FROM ticket WHERE state = 'waiting'"));
  must('the waiting counts by trade are true', count("SELECT coalesce(sum(waiting), 0) AS n FROM waiting_by_trade") === count("SELECT count(*) AS n FROM ticket_trade JOIN ticket USING (ticket_id) WHERE ticket.state = 'waiting'"));
  must('every paper ended', count("SELECT count(*) AS n FROM print_job WHERE state <> 'printed'") === 0);
  must('no foreign key dangles', (sql.pragma('foreign_key_check') as unknown[]).length === 0);
  sql.close();
  const counted = Object.fromEntries([...Map.groupBy(facts, (fact) => fact.type)].map(([type, all]) => [type, all.length]));
  return { duplicates, violations, facts: counted };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
