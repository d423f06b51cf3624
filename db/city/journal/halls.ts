/* Which halls there are, and the fence around each: one hall, one install, whatever was copied or restored. */
import { chainStart } from '../../domain/records/chain.ts';
import type { CityDb } from '../store/city-db.ts';
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

interface FoundHall { hall_no: number; install: string | null; token: string | null; next_token: string | null }

/** Judges a hello and hands out the next token, in one transaction. */
export function greetHall(db: CityDb, greeting: Greeting): Promise<Greeted> {
  return db.transaction(async (sql): Promise<Greeted> => {
    const [hall] = await sql.query<FoundHall>('SELECT hall_no, install, token, next_token FROM hall WHERE hall_id = $1 AND enrolled FOR UPDATE', [greeting.hallId]);
    if (hall === undefined) return { kind: 'refuse', reason: 'unknownHall' };
    if (!fenceAdmits(hall, greeting)) return { kind: 'refuse', reason: 'secondInstall' };
    const [found] = await sql.query<Cursor>(`SELECT seq, encode(hash, 'hex') AS hash FROM uplink_cursor WHERE hall_no = $1 AND epoch = $2 FOR UPDATE`, [hall.hall_no, greeting.epoch]);
    const cursor: Cursor = found === undefined ? { seq: 0, hash: chainStart } : { seq: found.seq, hash: found.hash };
    // A hall that ends before the cursor, or ends there differently, has lost or changed acknowledged rows.
    if (greeting.seq < cursor.seq || (greeting.seq === cursor.seq && greeting.hash !== cursor.hash)) return { kind: 'fork', cursor };
    if (found === undefined) await sql.query(`INSERT INTO uplink_cursor (hall_no, epoch, seq, hash) VALUES ($1, $2, 0, decode($3, 'hex'))`, [hall.hall_no, greeting.epoch, cursor.hash]);
    await sql.query(
      'UPDATE hall SET install = $2, epoch = $3, token = $4, next_token = $5, seen_at = $6 WHERE hall_no = $1',
      [hall.hall_no, greeting.install, greeting.epoch, greeting.token ?? null, greeting.nextToken, greeting.now],
    );
    return { kind: 'welcome', cursor };
  });
}

/**
 * Admits the machine that used the newest token, also when the welcome that carried a newer one was lost on the way: that token was never used by anybody.
 * A machine started from a copied disk shows a token that the other has already replaced by using the next one.
 */
function fenceAdmits(hall: FoundHall, { install, token }: Greeting): boolean {
  if (hall.install !== null && hall.install !== install) return false;
  if (token === undefined) return hall.token === null;
  // A token that nobody remembers: the hub's own past was lost with the key's change, so the install decides.
  if (hall.token === null && hall.next_token === null) return true;
  return token === hall.token || token === hall.next_token;
}
