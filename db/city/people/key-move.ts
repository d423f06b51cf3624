/* Rows about people, and what is kept of the staff's PINs, go over from older keys of the city to the newest, a few persons at a time, while the hub works. What has gone over says so itself, by the first byte of its box, so a stop at any moment loses nothing; an older key goes when nothing here and no hall has needed it for thirty days. */
import { headOfBox } from '../../sealing/field-cipher.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import { isNewest, type CityKey } from './city-key.ts';
import { erasedBodySql, moveOwn, movePast, movePerson } from './persons.ts';
import { movePins } from '../registry/pins.ts';
import { publishWords, tellHalls, type Words } from './tell-halls.ts';

/** Backups of the database are opened by the key of their day: whoever keeps them longer keeps that key, too. */
export const unneededKeptMs = 30 * 24 * 3_600_000;
const personsAtOnce = 50;
const workersAtOnce = 200;

/** `boxes`: what halls closed for it, and what it sealed of the staff's PINs. `waitingHalls` have not said yet that they close boxes for a newer key. */
export interface KeyLine { readonly keyId: string; readonly madeAt: number; readonly newest: boolean; readonly persons: number; readonly boxes: number; readonly waitingHalls: readonly string[]; readonly unneededAt: number | null; readonly goesAt: number | null }

export interface KeyMove {
  /** Whether there is an older key at all. */
  due(): Promise<boolean>;
  /** One commit. `false`: a whole round is over, so look again much later; what is left then waits for a hall. */
  step(now: number): Promise<boolean>;
}

type Place = 'persons' | 'archive';

export function createKeyMove(db: CityDb, { cipher, keyId }: CityKey): KeyMove {
  let place: Place = 'persons';
  let after: readonly [number, string] = [0, ''];
  const begin = (at: Place): void => { [place, after] = [at, [0, '']]; };
  const persons = (now: number): Promise<number | undefined> => db.transaction(async (sql) => {
    if (!await isNewest(sql, keyId)) return undefined;
    if (after[0] === 0) await movePins(sql, cipher);
    const found = await sql.query<{ person_no: number }>(`SELECT person_no FROM person AS p WHERE person_no > $1 AND ${personMade('<> $2')} ORDER BY person_no LIMIT ${personsAtOnce}`, [after[0], cipher.head]);
    const words: Words = new Map();
    for (const one of found) await anew(sql, one.person_no, words);
    await publishWords(sql, words, now);
    return found.at(-1)?.person_no;
  });

  async function anew(sql: Sql, personNo: number, words: Words): Promise<void> {
    await movePerson(sql, cipher, personNo);
    const owns = await sql.query<{ hall_no: number; worker_id: string; own_sealed: Uint8Array | null }>('SELECT hall_no, worker_id, own_sealed FROM person_hall WHERE person_no = $1', [personNo]);
    for (const row of owns) if (isOlder(row.own_sealed)) await moveOwn(sql, cipher, row.hall_no, row.worker_id, row.own_sealed);
    const pasts = await sql.query<{ past_no: number; field: string; lost_sealed: Uint8Array }>('SELECT past_no, field, lost_sealed FROM person_past WHERE person_no = $1', [personNo]);
    for (const row of pasts) if (isOlder(row.lost_sealed)) await movePast(sql, cipher, personNo, row);
    // The digest of what each hall was told goes over where the words are made anew.
    await tellHalls(sql, cipher, personNo, words);
  }

  const isOlder = (box: Uint8Array | null): box is Uint8Array => box !== null && headOfBox(Buffer.from(box)) !== cipher.head;

  /** Rows of journals with a box for an older key: what was in it stands in the tables by now, sealed anew, so the box goes and its hash keeps the chain. */
  const archive = (): Promise<readonly [number, string] | undefined> => db.transaction(async (sql) => {
    if (!await isNewest(sql, keyId)) return undefined;
    const found = await sql.query<{ hall_no: number; key: string }>(
      `SELECT DISTINCT hall_no, key FROM archive_row WHERE table_name = 'share' AND (hall_no, key) > ($1, $2) ORDER BY hall_no, key LIMIT ${workersAtOnce}`, [after[0], after[1]]);
    const last = found.at(-1);
    if (last === undefined) return undefined;
    await sql.query(
      `UPDATE archive_row AS a SET body = ${erasedBodySql}
       WHERE table_name = 'share' AND (hall_no, key) > ($1, $2) AND (hall_no, key) <= ($3, $4) AND ${olderBox}`, [after[0], after[1], last.hall_no, last.key]);
    return [last.hall_no, last.key];
  });

  return {
    due: async () => (await db.query('SELECT 1 AS one FROM city_key LIMIT 2')).length > 1,
    async step(now) {
      if (place === 'persons') {
        const last = await persons(now);
        if (last === undefined) begin('archive');
        else after = [last, ''];
        return true;
      }
      const last = await archive();
      if (last !== undefined) {
        after = last;
        return true;
      }
      begin('persons');
      await db.transaction((sql) => settle(sql, keyId, now));
      return false;
    },
  };
}

const headOf = (index: string): string => `CASE WHEN octet_length(${index}) = 16 THEN 1 ELSE get_byte(${index}, 0) END`;
/** Of `person AS p`: something of it has such a head, which is the key's number in the file. */
const personMade = (head: string): string => `(${headOf('p.blind')} ${head} OR get_byte(p.number_sealed, 0) ${head} OR get_byte(p.fields_sealed, 0) ${head}
  OR EXISTS (SELECT 1 FROM person_hall AS o WHERE o.person_no = p.person_no AND (get_byte(o.own_sealed, 0) ${head} OR ${headOf('o.told')} ${head}))
  OR EXISTS (SELECT 1 FROM person_past AS o WHERE o.person_no = p.person_no AND get_byte(o.lost_sealed, 0) ${head}))`;
/** Of `archive_row AS a`: a box for a key that is not the newest. One that waits in quarantine was not opened yet. */
const olderBox = `a.kind = 'workerShared' AND NOT a.escaped AND a.body LIKE '%"box":%'
  AND a.body NOT LIKE '%"to":"' || (SELECT key_id FROM city_key ORDER BY key_no DESC LIMIT 1) || '"%'
  AND NOT EXISTS (SELECT 1 FROM quarantine AS q WHERE q.hall_no = a.hall_no AND q.position = a.position)`;

/** What still needs each older key; empty when there is none. */
async function older(sql: Sql, keyId: string): Promise<readonly Omit<KeyLine, 'newest' | 'goesAt'>[]> {
  return sql.query<Omit<KeyLine, 'newest' | 'goesAt'>>(
    `SELECT k.key_id AS "keyId", k.made_at AS "madeAt", k.unneeded_at AS "unneededAt",
       (SELECT count(*)::integer FROM person AS p WHERE ${personMade('= k.ring_no')}) AS persons,
       ((SELECT count(*) FROM people_due AS d WHERE d.key_id = k.key_id) + (SELECT count(*) FROM archive_row AS a WHERE a.table_name = 'share' AND a.body LIKE '%"to":"' || k.key_id || '"%')
         + (SELECT count(*) FROM staff_pin AS s WHERE get_byte(s.pin_sealed, 0) = k.ring_no))::integer AS boxes,
       coalesce((SELECT array_agg(h.hall_id ORDER BY h.hall_id) FROM hall AS h WHERE h.enrolled AND (h.seen_at IS NOT NULL OR h.own > 0)
         AND NOT EXISTS (SELECT 1 FROM hall_city_key AS t JOIN city_key AS c ON c.key_id = t.key_id WHERE t.hall_no = h.hall_no AND c.key_no > k.key_no)), '{}') AS "waitingHalls"
     FROM city_key AS k WHERE k.key_no < (SELECT key_no FROM city_key WHERE key_id = $1) ORDER BY k.key_no`, [keyId]);
}

/** Says since when nothing has needed each older key, and lets those go that nothing needed for long enough. */
async function settle(sql: Sql, keyId: string, now: number): Promise<void> {
  if (!await isNewest(sql, keyId)) return;
  for (const { keyId: old, persons, boxes, waitingHalls, unneededAt } of await older(sql, keyId)) {
    const needed = persons > 0 || boxes > 0 || waitingHalls.length > 0;
    if (needed) await sql.query('UPDATE city_key SET unneeded_at = NULL WHERE key_id = $1', [old]);
    else if (unneededAt === null) await sql.query('UPDATE city_key SET unneeded_at = $2 WHERE key_id = $1', [old, now]);
    else if (now - unneededAt >= unneededKeptMs) {
      await sql.query('DELETE FROM city_key WHERE key_id = $1', [old]);
      await sql.query('DELETE FROM hall_city_key WHERE key_id = $1', [old]);
    }
  }
}

/** The keys as the operator is told of them, the newest last: ids, times and counts. */
export async function keyLines(sql: Sql): Promise<KeyLine[]> {
  const [newest] = await sql.query<{ key_id: string; made_at: number }>('SELECT key_id, made_at FROM city_key ORDER BY key_no DESC LIMIT 1');
  if (newest === undefined) return [];
  const lines = (await older(sql, newest.key_id)).map((line) => ({ ...line, newest: false, goesAt: line.unneededAt === null ? null : line.unneededAt + unneededKeptMs }));
  return [...lines, { keyId: newest.key_id, madeAt: newest.made_at, newest: true, persons: 0, boxes: 0, waitingHalls: [], unneededAt: null, goesAt: null }];
}
