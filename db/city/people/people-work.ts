/* The people's own work, after the journals are folded: boxes are opened, persons brought together, halls told, erasures done. One hub at a time does it; each piece is one transaction, done again from its beginning when it did not commit. */
import { erasureWordSchema } from '../../domain/feeds/bodies.ts';
import { parsedJson } from '../../domain/parsed-json.ts';
import { boxFor, sharedPersonSchema, type SharedPerson } from '../../domain/people/sharing/person.ts';
import { isMarked } from '../../sealing/erasure-mark.ts';
import { publish, type Word } from '../feeds/publish.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import { isNewest, type CityKey } from './city-key.ts';
import { blankArchive, keepOwn, lostKeptMs, normalNumber, numberOf, takeIn, withoutWhatEnded } from './persons.ts';
import { publishWords, tellHalls, unsay, type Words } from './tell-halls.ts';

const dueAtOnce = 50;
const personsAtOnce = 500;

interface Due { due_no: number; hall_no: number; hall_id: string; worker_id: string; what: 'shared' | 'withdrawn' | 'erased'; key_id: string | null; hall_key: string | null; box: string | null }
interface Erasure { erasure_id: string; quick: string; mark: string; before_at: number }
interface Linked { person_no: number }

export interface CityPeople {
  /** Works off what the journals have said since the last time. Gives whether anything was published. */
  work(now: number): Promise<boolean>;
}

export function createCityPeople(db: CityDb, { cipher, keyId, envelopes }: CityKey): CityPeople {
  /** One transaction; gives how many pieces of work it took. */
  const takeDue = (now: number): Promise<number> => db.transaction(async (sql) => {
    // Sealed by a key that is not the newest any more, somebody would be there twice, under two indexes.
    if (!await isNewest(sql, keyId)) return 0;
    const due = await sql.query<Due>(`SELECT due_no, hall_no, hall_id, worker_id, what, key_id, hall_key, box FROM people_due JOIN hall USING (hall_no) ORDER BY due_no LIMIT ${dueAtOnce} FOR UPDATE OF people_due`);
    if (due.length === 0) return 0;
    const erasures = await sql.query<Erasure>('SELECT erasure_id, quick, mark, before_at FROM erasure');
    const words: Words = new Map();
    const touched = new Set<number>();
    for (const one of due) for (const personNo of one.what === 'shared' ? await shared(sql, one, erasures, now) : await ended(sql, cipher, one, words)) touched.add(personNo);
    for (const personNo of touched) await tellHalls(sql, cipher, personNo, words);
    await sql.query('DELETE FROM people_due WHERE due_no = ANY ($1::bigint[])', [due.map((one) => String(one.due_no))]);
    await sql.query('DELETE FROM person_past WHERE lost_at < $1', [now - lostKeptMs]);
    await publishWords(sql, words, now);
    return due.length;
  });

  /** Gives the persons that are others now. */
  async function shared(sql: Sql, due: Due, erasures: readonly Erasure[], now: number): Promise<readonly number[]> {
    const { hall_no: hallNo, hall_id: hallId, worker_id: workerId, hall_key: hallKey } = due;
    const opened = openShare(envelopes, due);
    if (typeof opened === 'string') {
      await sql.query('INSERT INTO share_unopened (hall_no, worker_id, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT (hall_no, worker_id) DO UPDATE SET reason = excluded.reason, at = excluded.at', [hallNo, workerId, opened, now]);
      return [];
    }
    await sql.query('DELETE FROM share_unopened WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId]);
    const before = await sql.query<Linked>('SELECT person_no FROM person_hall WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId]);
    const number = normalNumber(opened.number);
    // Late news of somebody who was erased: on its way while the hall had not heard of it yet, or told by a hall that came back from a backup.
    if (erasures.some((erasure) => opened.registeredAt <= erasure.before_at && isMarked(number, markOf(erasure)))) {
      await blankArchive(sql, hallNo, workerId, true);
      return [];
    }
    const { personNo, told } = await takeIn(sql, cipher, hallId, opened, now);
    const { hires, came, missed } = opened.record;
    await sql.query(
      `INSERT INTO person_hall (hall_no, worker_id, person_no, registered_at, hires, came, missed, hall_key, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (hall_no, worker_id) DO UPDATE SET person_no = excluded.person_no, registered_at = excluded.registered_at, hires = excluded.hires, came = excluded.came, missed = excluded.missed, hall_key = excluded.hall_key, at = excluded.at`,
      [hallNo, workerId, personNo, opened.registeredAt, hires, came, missed, hallKey, now],
    );
    await keepOwn(sql, cipher, hallNo, workerId, told, before.some((one) => one.person_no === personNo));
    // A number put right at the hall: the record is another person's from now on.
    const left = before.filter((one) => one.person_no !== personNo).map((one) => one.person_no);
    for (const one of left) await withoutWhatEnded(sql, cipher, one);
    return [personNo, ...left];
  }

  return {
    async work(now) {
      let said = false;
      for (let taken = dueAtOnce; taken === dueAtOnce;) {
        taken = await takeDue(now);
        said ||= taken > 0;
      }
      for (const erasure of await db.query<Erasure>('SELECT erasure_id, quick, mark, before_at FROM erasure WHERE done_at IS NULL ORDER BY at, erasure_id')) {
        await eraseEverywhere(db, cipher, erasure, now);
        said = true;
      }
      return said;
    },
  };
}

function openShare(envelopes: CityKey['envelopes'], { hall_id: hallId, worker_id: workerId, key_id: theirs, box }: Due): SharedPerson | 'otherKey' | 'damaged' | 'notAPerson' {
  const envelope = envelopes.get(theirs ?? '');
  if (envelope === undefined || theirs === null) return 'otherKey';
  const text = envelope.open(Buffer.from(box ?? '', 'base64url'), boxFor(hallId, workerId, theirs));
  if (text === undefined) return 'damaged';
  return sharedPersonSchema.safeParse(parsedJson(text)).data ?? 'notAPerson';
}

/** The hall has taken it back, or the record is gone there: what this hall told is gone here, too. */
async function ended(sql: Sql, cipher: CityKey['cipher'], { hall_no: hallNo, hall_id: hallId, worker_id: workerId, what }: Due, words: Words): Promise<readonly number[]> {
  await blankArchive(sql, hallNo, workerId, what === 'erased');
  await sql.query('DELETE FROM share_unopened WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId]);
  const [linked] = await sql.query<Linked>('DELETE FROM person_hall WHERE hall_no = $1 AND worker_id = $2 RETURNING person_no', [hallNo, workerId]);
  if (linked === undefined) return [];
  unsay(words, hallId, workerId);
  return await withoutWhatEnded(sql, cipher, linked.person_no) ? [linked.person_no] : [];
}

/** Everybody whom the mark fits goes, with every word about them; then the halls are told to do the same. */
async function eraseEverywhere(db: CityDb, cipher: CityKey['cipher'], erasure: Erasure, now: number): Promise<void> {
  const mark = markOf(erasure);
  for (let after: number | undefined = 0; after !== undefined;) {
    const rows: { person_no: number; blind: Uint8Array; number_sealed: Uint8Array }[] = await db.query('SELECT person_no, blind, number_sealed FROM person WHERE person_no > $1 ORDER BY person_no LIMIT $2', [after, personsAtOnce]);
    for (const row of rows) if (isMarked(numberOf(cipher, row), mark)) await db.transaction((sql) => erasePerson(sql, cipher, row.person_no, erasure.before_at, now));
    after = rows.length < personsAtOnce ? undefined : rows.at(-1)?.person_no;
  }
  await db.transaction(async (sql) => {
    await sql.query('UPDATE erasure SET done_at = $2 WHERE erasure_id = $1', [erasure.erasure_id, now]);
    await sql.query(`INSERT INTO erasure_audit (erasure_id, what, who, at) VALUES ($1, 'doneHere', '', $2)`, [erasure.erasure_id, now]);
    const word: Word = { key: erasure.erasure_id, kind: 'erasure', body: JSON.stringify(erasureWordSchema.parse({ erasure: mark, at: erasure.before_at })) };
    await publish(sql, 'erasures', [word], now);
  });
}

/** Who registered anew in some hall since then stays, without what was known before. */
async function erasePerson(sql: Sql, cipher: CityKey['cipher'], personNo: number, before: number, now: number): Promise<void> {
  const words: Words = new Map();
  const rows = await sql.query<{ hall_no: number; hall_id: string; worker_id: string }>('DELETE FROM person_hall USING hall WHERE person_hall.hall_no = hall.hall_no AND person_no = $1 AND registered_at <= $2 RETURNING hall.hall_no, hall_id, worker_id', [personNo, before]);
  for (const row of rows) {
    await blankArchive(sql, row.hall_no, row.worker_id, true);
    unsay(words, row.hall_id, row.worker_id);
  }
  await sql.query('DELETE FROM person_past WHERE person_no = $1', [personNo]);
  if (rows.length > 0 && await withoutWhatEnded(sql, cipher, personNo)) await tellHalls(sql, cipher, personNo, words);
  await publishWords(sql, words, now);
}

const markOf = ({ erasure_id: erasureId, quick, mark }: Erasure) => ({ erasureId, quick, mark });
