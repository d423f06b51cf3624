/* Three years behind the day: the day's own rows copied back, day by day, with ids, days and times of their own. Straight into the tables: no hall lives three years for a benchmark. */
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';

const dayMs = 24 * 3_600_000;
/** Of each row its id, and of each reference the id that it points to, gets the day's tag in front of it: ids begin with their time, as the hall's own do. */
const tagged = new Set(['visit_id', 'ticket_id', 'job_id', 'call_id', 'hire_id', 'print_job_id', 'subject_id', 'step']);
const moved = new Set(['at', 'last_at', 'posted_at', 'shown_at', 'ended_at', 'valid_until', 'opened_at', 'starts_at', 'ends_at', 'settle_by', 'missed_at']);
/** What nobody waits for any more. */
const ended: Readonly<Record<string, string>> = {
  ticket: "CASE WHEN state IN ('served', 'missed') THEN state ELSE 'closed' END", call: "CASE WHEN state = 'open' THEN 'closed' ELSE state END",
  job: "CASE WHEN state = 'open' THEN 'expired' ELSE state END", print_job: "'printed'",
};

export interface Years { readonly days: number; readonly rows: number; readonly megabytes: number }

/** `share`: what part of the large day an ordinary day is. */
export function layYearsBehind(data: string, { days, share }: { days: number; share: number }): Years {
  const sql = new SqliteDatabase(join(data, 'hall.db'));
  sql.pragma('foreign_keys = OFF');
  sql.pragma('synchronous = OFF');
  sql.pragma('cache_size = -1000000');
  sql.function('in_operation', () => 1);
  const today = (sql.prepare('SELECT max(day) AS day FROM business_day').get() as { day: string }).day;
  const count = (table: string): number => (sql.prepare(`SELECT count(*) AS n FROM ${table} WHERE day = ?`).get(today) as { n: number }).n;
  const parts: readonly (readonly [table: string, where: string])[] = [
    ['business_day', '1'],
    ['visit', `visit_id IN (SELECT visit_id FROM ticket WHERE day = $today AND place_in_day <= ${Math.round(count('ticket') * share)})`],
    ['ticket', `place_in_day <= ${Math.round(count('ticket') * share)}`],
    ['ticket_trade', `place_in_day <= ${Math.round(count('ticket') * share)}`],
    ['job', `serial <= ${Math.round(count('job') * share)}`],
    ['call', `ticket_id IN (SELECT ticket_id FROM ticket WHERE day = $today AND place_in_day <= ${Math.round(count('ticket') * share)}) AND (job_id IS NULL OR job_id IN (SELECT job_id FROM job WHERE day = $today AND serial <= ${Math.round(count('job') * share)}))`],
    ['hire', `visit_id IN (SELECT visit_id FROM ticket WHERE day = $today AND place_in_day <= ${Math.round(count('ticket') * share)}) AND job_id IN (SELECT job_id FROM job WHERE day = $today AND serial <= ${Math.round(count('job') * share)})`],
    ['figures', '1'], ['counted_day', '1'],
  ];
  const copies = parts.map(([table, where]) => sql.prepare(copyText(sql, table, where)));
  let rows = 0;
  // Nobody waits in a day that is over, so nothing is to be counted as waiting.
  const triggers = sql.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('ticket', 'ticket_trade', 'figures')").all() as { name: string; sql: string }[];
  for (const { name } of triggers) sql.exec(`DROP TRIGGER ${name}`);
  sql.transaction(() => {
    for (let back = days; back > 0; back -= 1) {
      const day = new Date(Date.parse(`${today}T12:00:00Z`) - back * dayMs).toISOString().slice(0, 10);
      for (const copy of copies) rows += copy.run({ today, day, tag: `0${day.replaceAll('-', '')}`, back: back * dayMs }).changes;
    }
  })();
  for (const trigger of triggers) sql.exec(trigger.sql);
  const megabytes = Math.round(((sql.pragma('page_count', { simple: true }) as number) * (sql.pragma('page_size', { simple: true }) as number)) / 1e6);
  sql.close();
  return { days, rows, megabytes };
}

function copyText(sql: Database, table: string, where: string): string {
  const columns = (sql.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
  const value = (column: string): string => {
    if (column === 'day') return '$day';
    // What was shown before it was checked has been checked since.
    if (column === 'check_after') return '0';
    if (column === 'state') return ended[table] ?? column;
    if (tagged.has(column)) return `CASE WHEN ${column} IS NULL OR ${column} = '' THEN ${column} ELSE $tag || ${column} END`;
    return moved.has(column) ? `${column} - $back` : column;
  };
  // Names of parameters that a text does not use are refused, so each text uses all of them.
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map(value).join(', ')} FROM ${table} WHERE day = $today AND (${where}) AND $tag <> '' AND $back > 0 AND $day <> ''`;
}
