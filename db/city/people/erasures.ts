/* Erasures of the whole city as its operator and staff see them: asked for by a number that is not kept, and which halls have not done them yet. */
import { randomUUID } from 'node:crypto';
import { erasureMark, isMarked } from '../../sealing/erasure-mark.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import { normalNumber } from './persons.ts';

/** `waiting`: halls that have not said that they have done it. */
export interface ErasureLine { readonly erasureId: string; readonly at: number; readonly askedBy: string; readonly doneHere: boolean; readonly waiting: readonly string[] }

/** From now on in the city's own tables, then in every hall as it comes by. `number` is marked and forgotten. Gives the id, which is the receipt. */
export async function askErasure(db: CityDb, number: string, askedBy: string, now: number): Promise<string> {
  const { erasureId, quick, mark } = erasureMark(normalNumber(number), randomUUID());
  await db.transaction((sql) => noteAsked(sql, { erasureId, quick, mark, askedBy, commandId: null, now }));
  return erasureId;
}

export interface DeskErasure { readonly number: string; readonly staffId: string; /** who stood beside */ readonly approvedBy: string; readonly commandId: string; readonly now: number }
/** `otherCommand`: the command id was used for somebody else's number. */
export type DeskAsked = { readonly kind: 'asked'; readonly erasureId: string } | { readonly kind: 'otherCommand' };

/** The same from the desk of the city, with a line in the audit for each of the two who did it. The same command again is answered as the first time. */
export async function askErasureAtDesk(db: CityDb, { number, staffId, approvedBy, commandId, now }: DeskErasure): Promise<DeskAsked> {
  const told = normalNumber(number);
  const { erasureId, quick, mark } = erasureMark(told, randomUUID());
  return db.transaction(async (sql): Promise<DeskAsked> => {
    // Two of the same command at once: the second waits here for the first.
    await sql.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`erase ${commandId}`]);
    const [done] = await sql.query<{ erasure_id: string; quick: string; mark: string }>('SELECT erasure_id, quick, mark FROM erasure WHERE command_id = $1', [commandId]);
    if (done !== undefined) return isMarked(told, { erasureId: done.erasure_id, quick: done.quick, mark: done.mark }) ? { kind: 'asked', erasureId: done.erasure_id } : { kind: 'otherCommand' };
    await noteAsked(sql, { erasureId, quick, mark, askedBy: `city/${staffId}`, commandId, now });
    await sql.query(`INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, 'erasureAsked', $4), ($1, $3, 'erasureApproved', $4)`, [now, staffId, approvedBy, erasureId]);
    return { kind: 'asked', erasureId };
  });
}

interface Asked { readonly erasureId: string; readonly quick: string; readonly mark: string; readonly askedBy: string; readonly commandId: string | null; readonly now: number }

async function noteAsked(sql: Sql, { erasureId, quick, mark, askedBy, commandId, now }: Asked): Promise<void> {
  await sql.query('INSERT INTO erasure (erasure_id, quick, mark, before_at, asked_by, at, command_id) VALUES ($1, $2, $3, $4, $5, $4, $6)', [erasureId, quick, mark, now, askedBy, commandId]);
  await sql.query(`INSERT INTO erasure_audit (erasure_id, what, who, at) VALUES ($1, 'asked', $2, $3)`, [erasureId, askedBy, now]);
}

/** The newest first. A hall is open until its journal says that it has done it; halls that are no longer enrolled are not waited for. */
export async function erasureLines(sql: Sql, most: number, erasureId?: string): Promise<ErasureLine[]> {
  const rows = await sql.query<{ erasure_id: string; at: number; asked_by: string; done: boolean; waiting: string[] | null }>(
    `SELECT erasure_id, at, asked_by, done_at IS NOT NULL AS done,
       (SELECT array_agg(hall_id ORDER BY hall_id) FROM hall AS h WHERE h.enrolled AND NOT EXISTS (SELECT 1 FROM erasure_ack AS a WHERE a.erasure_id = e.erasure_id AND a.hall_no = h.hall_no)) AS waiting
     FROM erasure AS e WHERE $2::text IS NULL OR erasure_id = $2 ORDER BY at DESC, erasure_id DESC LIMIT $1`,
    [most, erasureId ?? null],
  );
  return rows.map((row) => ({ erasureId: row.erasure_id, at: row.at, askedBy: row.asked_by, doneHere: row.done, waiting: row.waiting ?? [] }));
}

/** How much there is of people, without saying of whom. */
export async function peopleCounts(sql: Sql): Promise<{ readonly persons: number; readonly shares: number; readonly notOpened: number; readonly waiting: number }> {
  const [row] = await sql.query<{ persons: number; shares: number; unopened: number; waiting: number }>(
    'SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM person_hall) AS shares, (SELECT count(*) FROM share_unopened) AS unopened, (SELECT count(*) FROM people_due) AS waiting',
  );
  return { persons: row?.persons ?? 0, shares: row?.shares ?? 0, notOpened: row?.unopened ?? 0, waiting: row?.waiting ?? 0 };
}
