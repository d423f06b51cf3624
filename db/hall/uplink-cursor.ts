/* How far the city has acknowledged the journal. */
import type { Database } from 'better-sqlite3';
import type { Mark } from '../domain/feeds/feed.ts';
import { chainStart } from '../domain/records/chain.ts';

export type UplinkCursor = ReturnType<typeof openUplinkCursor>;

export function openUplinkCursor(sql: Database) {
  const find = sql.prepare<[], { acked_seq: number; acked_hash: string }>('SELECT acked_seq, acked_hash FROM uplink WHERE id = 1');
  const save = sql.prepare('INSERT INTO uplink (id, acked_seq, acked_hash) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET acked_seq = excluded.acked_seq, acked_hash = excluded.acked_hash');
  const findOwn = sql.prepare<[], { own_position: number | null; own_stamp: string | null }>('SELECT own_position, own_stamp FROM uplink WHERE id = 1');
  const saveOwn = sql.prepare(`INSERT INTO uplink (id, acked_seq, acked_hash, own_position, own_stamp) VALUES (1, 0, '${chainStart}', ?, ?) ON CONFLICT (id) DO UPDATE SET own_position = excluded.own_position, own_stamp = excluded.own_stamp`);
  return {
    get(): { seq: number; hash: string } {
      const row = find.get();
      return row === undefined ? { seq: 0, hash: chainStart } : { seq: row.acked_seq, hash: row.acked_hash };
    },
    /** Up to where this file holds everything that the city has of this hall. */
    own(): Mark | undefined {
      const row = findOwn.get();
      return row === undefined || row.own_position === null || row.own_stamp === null ? undefined : { position: row.own_position, stamp: row.own_stamp };
    },
    /** Its loss costs only that more is read back. */
    setOwn: (own: Mark | undefined): void => { saveOwn.run(own?.position ?? null, own?.stamp ?? null); },
    /** Its loss costs only a repeated push, so it is not waited for. */
    set: (cursor: { seq: number; hash: string }): void => { save.run(cursor.seq, cursor.hash); },
  };
}
