/* Which halls there are, and the fence around each: one hall, one install, whatever was copied or restored. */
import { chainStart } from '../../domain/records/chain.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import type { Cursor } from './cursor.ts';

export interface EnrolledHall { readonly hallId: string; readonly name: string; /** SHA-256 of its key */ readonly keyHash: Uint8Array }

/** Makes the registry say what the configuration says. A hall that is no longer named keeps its rows. A new key admits a new install: this is how a person lets a replaced machine in. */
export async function enrolHalls(db: CityDb, halls: readonly EnrolledHall[]): Promise<void> {
  await db.transaction(async (sql) => {
    await sql.query('UPDATE hall SET enrolled = false WHERE enrolled AND NOT hall_id = ANY ($1::text[])', [halls.map((hall) => hall.hallId)]);
    for (const hall of halls) {
      await sql.query(
        `INSERT INTO hall (hall_id, name, key_hash, enrolled) VALUES ($1, $2, $3, true)
         ON CONFLICT (hall_id) DO UPDATE SET name = excluded.name, enrolled = true, key_hash = excluded.key_hash,
           install = CASE WHEN hall.key_hash = excluded.key_hash THEN hall.install END,
           token = CASE WHEN hall.key_hash = excluded.key_hash THEN hall.token END,
           next_token = CASE WHEN hall.key_hash = excluded.key_hash THEN hall.next_token END`,
        [hall.hallId, hall.name, hall.keyHash],
      );
    }
  });
}

export interface Greeting {
  readonly hallId: string; readonly install: string; readonly epoch: string; readonly token?: string | undefined;
  /** where the hall's journal ends */
  readonly seq: number; readonly hash: string;
  /** the token it gets when it is welcome */
  readonly nextToken: string;
  readonly now: number;
}
export type Greeted =
  | { readonly kind: 'welcome'; readonly cursor: Cursor }
  /** its journal is not the one that the hub has of this epoch */
  | { readonly kind: 'fork'; readonly cursor: Cursor }
  | { readonly kind: 'refuse'; readonly reason: 'unknownHall' | 'secondInstall' };

interface FoundHall { hall_no: number; install: string | null; token: string | null; next_token: string | null; retired: boolean }

/** A copy that sleeps longer than this is a machine from a museum. */
const retiredKeptMs = 400 * 24 * 3_600_000;

/** Judges a hello and hands out the next token, in one transaction. */
export function greetHall(db: CityDb, greeting: Greeting): Promise<Greeted> {
  return db.transaction(async (sql): Promise<Greeted> => {
    const [hall] = await sql.query<FoundHall>(
      `SELECT hall_no, install, token, next_token, EXISTS (SELECT 1 FROM retired_token AS r WHERE r.hall_no = hall.hall_no AND r.token = $2) AS retired
       FROM hall WHERE hall_id = $1 AND enrolled FOR UPDATE`,
      [greeting.hallId, greeting.token ?? null],
    );
    if (hall === undefined) return { kind: 'refuse', reason: 'unknownHall' };
    if (!fenceAdmits(hall, greeting)) return { kind: 'refuse', reason: 'secondInstall' };
    const [found] = await sql.query<Cursor>(`SELECT seq, encode(hash, 'hex') AS hash FROM uplink_cursor WHERE hall_no = $1 AND epoch = $2 FOR UPDATE`, [hall.hall_no, greeting.epoch]);
    const cursor: Cursor = found === undefined ? { seq: 0, hash: chainStart } : { seq: found.seq, hash: found.hash };
    // A hall that ends before the cursor, or ends there differently, has lost or changed acknowledged rows.
    if (greeting.seq < cursor.seq || (greeting.seq === cursor.seq && greeting.hash !== cursor.hash)) return { kind: 'fork', cursor };
    if (found === undefined) await sql.query(`INSERT INTO uplink_cursor (hall_no, epoch, seq, hash) VALUES ($1, $2, 0, decode($3, 'hex'))`, [hall.hall_no, greeting.epoch, cursor.hash]);
    await retireTokens(sql, hall.hall_no, [hall.token, hall.next_token].filter((token): token is string => token !== null && token !== greeting.token), greeting.now);
    await sql.query(
      'UPDATE hall SET install = $2, epoch = $3, token = $4, next_token = $5, seen_at = $6 WHERE hall_no = $1',
      [hall.hall_no, greeting.install, greeting.epoch, greeting.token ?? null, greeting.nextToken, greeting.now],
    );
    return { kind: 'welcome', cursor };
  });
}

/**
 * Admits the machine that used the newest token, also when the welcome that carried a newer one was lost on the way: that token was never used by anybody.
 * A machine started from a copied disk shows a token that the other has already replaced by using the next one. A token that was never given out, as far as the hub
 * remembers, says that the hub itself was restored from a backup: the hall goes on, and a copy of it is found at the next change of tokens.
 */
function fenceAdmits(hall: FoundHall, { install, token }: Greeting): boolean {
  if (hall.install !== null && hall.install !== install) return false;
  return token === undefined ? hall.token === null : !hall.retired;
}

/** These were replaced by ones in use: who shows them from now on is a copy. */
export async function retireTokens(sql: Sql, hallNo: number, tokens: readonly string[], now: number): Promise<void> {
  if (tokens.length === 0) return;
  await sql.query('INSERT INTO retired_token (hall_no, token, at) SELECT $1, unnest($2::text[]), $3 ON CONFLICT DO NOTHING', [hallNo, tokens, now]);
  await sql.query('DELETE FROM retired_token WHERE hall_no = $1 AND at < $2', [hallNo, now - retiredKeptMs]);
}
