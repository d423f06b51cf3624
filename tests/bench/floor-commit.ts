/* The floor of every tap: what this disk takes for one raw better-sqlite3 commit of as many bytes, with the same durability. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** Milliseconds of each of `times` commits of `bytes` random bytes in one row, WAL and synchronous FULL. */
export function rawCommits(dir: string, bytes: number, times: number): number[] {
  const sql = new SqliteDatabase(join(dir, 'floor.db'));
  sql.pragma('locking_mode = EXCLUSIVE');
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  sql.exec('CREATE TABLE raw (seq INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
  const insert = sql.prepare('INSERT INTO raw (body) VALUES (?)');
  const body = Buffer.alloc(bytes, 'k');
  const samples = Array.from({ length: times }, () => {
    const from = performance.now();
    insert.run(body);
    return performance.now() - from;
  });
  sql.close();
  return samples;
}
