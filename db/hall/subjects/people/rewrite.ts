/* Making erasure complete. `secure_delete` overwrites freed cells and pages, but when SQLite lays a page out anew it may leave an old copy of a cell in the gap between pointers and cells.
   So the tables that hold boxes and indexes of people are written out and in again: their old pages become free and are zeroed whole. VACUUM would do the same to years of journal. */
import type { Database } from 'better-sqlite3';

/** Every table with a sealed column or a blind index of a person. */
const tables = ['worker', 'profile_past', 'help_case', 'help_visit', 'opinion', 'ticket_priority', 'note'] as const;

/** Rewrites the tables when something was erased or cleared since the last time; false when there was nothing to do. Outside any transaction; takes about a second for 100,000 people, so it belongs into a quiet hour. */
export function rewritePeople(sql: Database): boolean {
  const due = sql.prepare<[], { due: 0 | 1 }>(`SELECT (SELECT count(*) FROM erasure) > erasures
    OR EXISTS (SELECT 1 FROM retention_run, json_each(counts) WHERE retention_run.run > people_rewritten.run AND json_each.key <> 'answers' AND json_each.value > 0) AS due FROM people_rewritten`).get();
  if (due?.due !== 1) return false;
  // The rows come back the same before the commit; checking each of them against every visit and hire meanwhile would take hours.
  sql.pragma('foreign_keys = OFF');
  try {
    sql.transaction(() => {
      for (const table of tables) {
        sql.exec(`CREATE TEMP TABLE kept AS SELECT * FROM main.${table}; DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM temp.kept; DROP TABLE temp.kept`);
      }
      sql.exec('UPDATE people_rewritten SET erasures = (SELECT count(*) FROM erasure), run = (SELECT coalesce(max(run), 0) FROM retention_run)');
    }).immediate();
  } finally {
    sql.pragma('foreign_keys = ON');
  }
  return true;
}
