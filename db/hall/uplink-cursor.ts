/* How far the city has acknowledged the journal. */
import type { Database } from 'better-sqlite3';
import { chainStart } from '../domain/records/chain.ts';

export type UplinkCursor = ReturnType<typeof openUplinkCursor>;

export function openUplinkCursor(sql: Database) {
  const find = sql.prepare<[], { acked_seq: number; acked_hash: string }>('SELECT acked_seq, acked_hash FROM uplink WHERE id = 1');
  const save = sql.prepare('INSERT INTO uplink (id, acked_seq, acked_hash) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET acked_seq = excluded.acked_seq, acked_hash = excluded.acked_hash');
  return {
    get(): { seq: number; hash: string } {
      const row = find.get();
      return row === undefined ? { seq: 0, hash: chainStart } : { seq: row.acked_seq, hash: row.acked_hash };
    },
    /** Its loss costs only a repeated push, so it is not waited for. */
    set: (cursor: { seq: number; hash: string }): void => { save.run(cursor.seq, cursor.hash); },
  };
}
