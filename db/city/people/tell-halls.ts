/* Each hall that shares a person is told what the others know of the same person, closed for that hall alone. */
import { feedOf, type FeedName } from '../../domain/feeds/feed.ts';
import { boxFor, type CityPerson } from '../../domain/people/sharing/person.ts';
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import { closeBox } from '../../sealing/sealed-box.ts';
import { publish, type Word } from '../feeds/publish.ts';
import type { Sql } from '../store/city-db.ts';
import { fieldsOf } from './persons.ts';

interface Row { hall_no: number; hall_id: string; worker_id: string; hires: number; came: number; missed: number; hall_key: string; told: Uint8Array | null }
export type Words = Map<FeedName, Word[]>;

/** Adds what is new for the halls of this person to `words`; nothing for a person who is gone. */
export async function tellHalls(sql: Sql, cipher: FieldCipher, personNo: number, words: Words): Promise<void> {
  const [person] = await sql.query<{ blind: Uint8Array; fields_sealed: Uint8Array }>('SELECT blind, fields_sealed FROM person WHERE person_no = $1', [personNo]);
  if (person === undefined) return;
  const { trades } = fieldsOf(cipher, person);
  const rows = await sql.query<Row>('SELECT p.hall_no, hall_id, worker_id, hires, came, missed, hall_key, told FROM person_hall AS p JOIN hall USING (hall_no) WHERE person_no = $1 ORDER BY p.hall_no, worker_id', [personNo]);
  for (const row of rows) {
    const others = rows.filter(({ hall_no: hallNo }) => hallNo !== row.hall_no);
    if (others.length === 0) {
      if (row.told !== null) await say(sql, row, null, null, words);
      continue;
    }
    const sum = (of: 'hires' | 'came' | 'missed'): number => others.reduce((total, one) => total + one[of], 0);
    const word: CityPerson = { fields: trades === undefined ? {} : { trades }, record: { hires: sum('hires'), came: sum('came'), missed: sum('missed') }, halls: new Set(others.map((one) => one.hall_no)).size };
    const text = JSON.stringify(word);
    // A box is another one each time, so what it says is compared.
    const digest = cipher.blindIndex(`${row.hall_key}|${text}`, 'told');
    if (row.told !== null && cipher.isIndexOf(Buffer.from(row.told), `${row.hall_key}|${text}`, 'told')) {
      // Told already; by an older key of the city.
      if (!digest.equals(row.told)) await sql.query('UPDATE person_hall SET told = $3 WHERE hall_no = $1 AND worker_id = $2', [row.hall_no, row.worker_id, digest]);
      continue;
    }
    const box = closeBox(row.hall_key, text, boxFor(row.hall_id, row.worker_id, row.hall_key), 'kuaizhao envelope').toString('base64url');
    await say(sql, row, digest, JSON.stringify({ workerId: row.worker_id, box }), words);
  }
}

async function say(sql: Sql, { hall_no: hallNo, hall_id: hallId, worker_id: workerId }: Row, digest: Uint8Array | null, body: string | null, words: Words): Promise<void> {
  await sql.query('UPDATE person_hall SET told = $3 WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId, digest]);
  unsay(words, hallId, workerId, body);
}

/** The newest word about this worker for this hall; null takes it back. */
export function unsay(words: Words, hallId: string, workerId: string, body: string | null = null): void {
  const feed = feedOf('workers', hallId);
  words.set(feed, [...words.get(feed) ?? [], { key: workerId, kind: 'worker', body }]);
}

/** Feeds are locked until the commit, so they are taken in the order of their names. */
export async function publishWords(sql: Sql, words: Words, now: number): Promise<void> {
  for (const [feed, said] of [...words].sort(([one], [other]) => (one < other ? -1 : 1))) await publish(sql, feed, said, now);
}
