/* The city's own record of a person: fields by the newest clock, counts by hall, all sealed. */
import { clamped } from '../../domain/people/sharing/clock.ts';
import { mergeFields } from '../../domain/people/sharing/merge.ts';
import { sharedFieldNames, sharedFieldsSchema, type SharedFields, type SharedPerson } from '../../domain/people/sharing/person.ts';
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import type { Sql } from '../store/city-db.ts';

/** Losers of a field are kept so long for staff. */
export const lostKeptMs = 90 * 24 * 3_600_000;

const blindAt = 'person';
const numberAt = (blind: Buffer): string => `person|${blind.toString('hex')}|number`;
const fieldsAt = (blind: Buffer): string => `person|${blind.toString('hex')}|fields`;

/** Full width, spaces and small letters are how a number is typed, not another number. */
export const normalNumber = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase();

interface Found { person_no: number; blind: Uint8Array; fields_sealed: Uint8Array }

/** Takes in what a hall tells; gives the person it is about. A clock from the future counts as a minute ahead, and as that hall's, whatever it says. */
export async function takeIn(sql: Sql, cipher: FieldCipher, hallId: string, person: SharedPerson, now: number): Promise<number> {
  const number = normalNumber(person.number);
  const blind = cipher.blindIndex(number, blindAt);
  const told = asOf(person.fields, hallId, now);
  const [known] = await sql.query<Found>('SELECT person_no, blind, fields_sealed FROM person WHERE blind = $1 FOR UPDATE', [blind]);
  if (known === undefined) {
    const [made] = await sql.query<{ person_no: number }>(
      'INSERT INTO person (blind, number_sealed, fields_sealed, changed_at) VALUES ($1, $2, $3, $4) RETURNING person_no',
      [blind, cipher.seal(number, numberAt(blind)), cipher.seal(JSON.stringify(told), fieldsAt(blind)), now],
    );
    if (made === undefined) throw new Error('a person that was written has a number');
    return made.person_no;
  }
  const { fields, lost } = mergeFields(fieldsOf(cipher, known), told);
  await sql.query('UPDATE person SET fields_sealed = $2, changed_at = $3 WHERE person_no = $1', [known.person_no, cipher.seal(JSON.stringify(fields), fieldsAt(blind)), now]);
  for (const one of lost) {
    await sql.query('INSERT INTO person_past (person_no, field, lost_sealed, lost_at) VALUES ($1, $2, $3, $4)', [known.person_no, one.field, cipher.seal(JSON.stringify(one.lost), `person_past|${known.person_no}|${one.field}`), now]);
  }
  return known.person_no;
}

function asOf(fields: SharedFields, hallId: string, now: number): SharedFields {
  const taken = sharedFieldNames.flatMap((name) => {
    const one = fields[name];
    return one === undefined ? [] : [[name, { ...one, clock: clamped({ ...one.clock, by: hallId }, now) }] as const];
  });
  return sharedFieldsSchema.parse(Object.fromEntries(taken));
}

export const fieldsOf = (cipher: FieldCipher, { blind, fields_sealed: box }: Pick<Found, 'blind' | 'fields_sealed'>): SharedFields =>
  sharedFieldsSchema.parse(JSON.parse(cipher.open(Buffer.from(box), fieldsAt(Buffer.from(blind))).reveal()));

export const numberOf = (cipher: FieldCipher, { blind, number_sealed: box }: { readonly blind: Uint8Array; readonly number_sealed: Uint8Array }): string =>
  cipher.open(Buffer.from(box), numberAt(Buffer.from(blind))).reveal();

/** A person whom no hall shares any more is not the city's to keep. Gives false when others still do. */
export async function dropIfNobodyShares(sql: Sql, personNo: number): Promise<boolean> {
  const left = await sql.query('SELECT 1 AS one FROM person_hall WHERE person_no = $1 LIMIT 1', [personNo]);
  if (left.length > 0) return false;
  await sql.query('DELETE FROM person_past WHERE person_no = $1', [personNo]);
  await sql.query('DELETE FROM person WHERE person_no = $1', [personNo]);
  return true;
}

/** What a hall's rows said of this worker gives way to its hash, which keeps the chain. `all`: the surname for the employers' pages, too. */
export async function blankArchive(sql: Sql, hallNo: number, workerId: string, all: boolean): Promise<void> {
  await sql.query(
    `UPDATE archive_row SET body = '{"type":' || to_json(kind)::text || ',"workerId":' || to_json(key)::text || ',"erased":"' || encode(sha256(convert_to(body, 'UTF8')), 'hex') || '"}'
     WHERE hall_no = $1 AND table_name = 'share' AND key = $2 AND ($3 OR kind = 'workerShared') AND NOT escaped AND body !~ ',"erased":"[0-9a-f]{64}"[}]$'`,
    [hallNo, workerId, all],
  );
}
