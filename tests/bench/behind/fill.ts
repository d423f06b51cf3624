/* A hall's own file with so many rows that the city never saw: written by the journal itself, so numbers, operations and chain are right. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { morning } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const start = Date.parse('2024-01-01T00:00:00Z');
const betweenMs = 60_000;
const operationsAtOnce = 500;

/** Gives how many rows there are. The tables stay empty: these are years that the hall has long cleared away, and its figures have been counted. */
export function fillJournal(data: string, rows: number): number {
  const db = openHallDb(data, 'a'.repeat(16));
  const next = morning(seeded(7), 'behind', { start, firstDay: '2024-01-01' });
  let operations = 0;
  while (db.journal.head().seq < rows) {
    db.group(() => {
      for (let n = 0; n < operationsAtOnce; n++) {
        operations += 1;
        db.operation(() => db.journal.append(next(), `behind-${operations}`, start + operations * betweenMs), false);
      }
    });
  }
  const { seq } = db.journal.head();
  db.close();
  const sql = new SqliteDatabase(join(data, 'hall.db'));
  // What keeps figures from running ahead steps aside for this once: counting a million rows would take a minute and is not what is measured.
  const guards = sql.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'counting'").all();
  for (const { name } of guards) sql.exec(`DROP TRIGGER ${name}`);
  sql.prepare('UPDATE counting SET seq = ? WHERE id = 1').run(seq);
  for (const guard of guards) sql.exec(guard.sql);
  sql.close();
  return seq;
}
