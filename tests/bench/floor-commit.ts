/* The floor of every tap: what this disk takes for one raw better-sqlite3 commit of as many bytes, with the same durability. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** `commit()` writes `bytes` in one row, WAL and synchronous FULL, and notes its milliseconds in `samples`. Called between the taps, so that floor and taps meet the same noise of the machine. */
export function openFloor(dir: string, bytes: number) {
  const sql = new SqliteDatabase(join(dir, 'floor.db'));
  sql.pragma('locking_mode = EXCLUSIVE');
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  sql.exec('CREATE TABLE raw (seq INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
  const insert = sql.prepare('INSERT INTO raw (body) VALUES (?)');
  const body = Buffer.alloc(bytes, 'k');
  const samples: number[] = [];
  return {
    samples,
    commit(): void {
      const from = performance.now();
      insert.run(body);
      samples.push(performance.now() - from);
    },
    close: () => sql.close(),
  };
}
