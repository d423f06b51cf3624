/* Which halls there are: the registry says what the configuration says. */
import type { CityDb } from '../store/city-db.ts';

export interface EnrolledHall { readonly hallId: string; readonly name: string; /** SHA-256 of its key */ readonly keyHash: Uint8Array }

/** Makes the registry say what the configuration says. A hall that is no longer named keeps its rows. A new key admits a new install: this is how a person lets a replaced machine in, or decides which of two copies is the hall; its old tokens are forgotten, because the one that stays may hold any of them. */
export async function enrolHalls(db: CityDb, halls: readonly EnrolledHall[]): Promise<void> {
  await db.transaction(async (sql) => {
    await sql.query('UPDATE hall SET enrolled = false WHERE enrolled AND NOT hall_id = ANY ($1::text[])', [halls.map((hall) => hall.hallId)]);
    for (const hall of halls) {
      await sql.query('DELETE FROM retired_token USING hall WHERE hall.hall_no = retired_token.hall_no AND hall.hall_id = $1 AND hall.key_hash <> $2', [hall.hallId, hall.keyHash]);
      await sql.query(
        `INSERT INTO hall (hall_id, name, key_hash, enrolled) VALUES ($1, $2, $3, true)
         ON CONFLICT (hall_id) DO UPDATE SET name = excluded.name, enrolled = true, key_hash = excluded.key_hash,
           install = CASE WHEN hall.key_hash = excluded.key_hash THEN hall.install END,
           token = CASE WHEN hall.key_hash = excluded.key_hash THEN hall.token END,
           handed = CASE WHEN hall.key_hash = excluded.key_hash THEN hall.handed ELSE '{}' END`,
        [hall.hallId, hall.name, hall.keyHash],
      );
    }
  });
}

/** Enrolled halls of which rows wait in quarantine. */
export async function hallsWithWaiting(db: CityDb): Promise<readonly string[]> {
  return (await db.query<{ hall_id: string }>('SELECT hall_id FROM hall WHERE enrolled AND quarantined > 0 ORDER BY hall_no')).map((row) => row.hall_id);
}

/** A machine that shows the code before `until`, with the hall's key, is the hall from then on. The newest code counts. False for a hall that is not enrolled. */
export async function giveRestoreCode(db: CityDb, hallId: string, codeHash: Uint8Array, until: number): Promise<boolean> {
  return (await db.query('UPDATE hall SET restore_code = $2, restore_until = $3 WHERE hall_id = $1 AND enrolled RETURNING 1 AS one', [hallId, codeHash, until])).length > 0;
}

export interface HeardOf { readonly hallId: string; readonly seenAt: number; /** the end of its journal, from its hello */ readonly claimedSeq: number }

/** A hub's own hearing never makes a hall older than another hub's. */
export async function keepPresence(db: CityDb, heard: readonly HeardOf[]): Promise<void> {
  if (heard.length === 0) return;
  await db.query(
    `UPDATE hall SET seen_at = greatest(coalesce(hall.seen_at, 0), r.seen_at), claimed_seq = CASE WHEN r.claimed_seq > 0 THEN r.claimed_seq ELSE hall.claimed_seq END
     FROM json_to_recordset($1::json) AS r (hall_id text, seen_at bigint, claimed_seq bigint) WHERE hall.hall_id = r.hall_id`,
    [JSON.stringify(heard.map(({ hallId, seenAt, claimedSeq }) => ({ hall_id: hallId, seen_at: seenAt, claimed_seq: claimedSeq })))],
  );
}
