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
const pastAt = (personNo: number, field: string): string => `person_past|${personNo}|${field}`;
const fieldsAt = (blind: Buffer): string => `person|${blind.toString('hex')}|fields`;

/** Full width, spaces and small letters are how a number is typed, not another number. */
export const normalNumber = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase();

interface Found { person_no: number; blind: Uint8Array; fields_sealed: Uint8Array }

/** Takes in what a hall tells; gives the person it is about, and what was taken. A clock from the future counts as a minute ahead, and as that hall's, whatever it says. */
export async function takeIn(sql: Sql, cipher: FieldCipher, hallId: string, person: SharedPerson, now: number): Promise<{ readonly personNo: number; readonly told: SharedFields }> {
  const number = normalNumber(person.number);
  const blind = cipher.blindIndex(number, blindAt);
  const told = asOf(person.fields, hallId, now);
  const [known] = await sql.query<Found>(`SELECT person_no, blind, fields_sealed FROM person WHERE blind = ANY (ARRAY(SELECT decode(one, 'hex') FROM unnest($1::text[]) AS one)) FOR UPDATE`, [cipher.blindIndexes(number, blindAt).map((one) => one.toString('hex'))]);
  if (known === undefined) {
    const [made] = await sql.query<{ person_no: number }>(
      'INSERT INTO person (blind, number_sealed, fields_sealed, changed_at) VALUES ($1, $2, $3, $4) RETURNING person_no',
      [blind, cipher.seal(number, numberAt(blind)), cipher.seal(JSON.stringify(told), fieldsAt(blind)), now],
    );
    if (made === undefined) throw new Error('a person that was written has a number');
    return { personNo: made.person_no, told };
  }
  const { fields, lost } = mergeFields(fieldsOf(cipher, known), told);
  await sql.query('UPDATE person SET fields_sealed = $2, changed_at = $3 WHERE person_no = $1', [known.person_no, cipher.seal(JSON.stringify(fields), fieldsAt(Buffer.from(known.blind))), now]);
  for (const one of lost) {
    await sql.query('INSERT INTO person_past (person_no, field, lost_sealed, lost_at) VALUES ($1, $2, $3, $4)', [known.person_no, one.field, cipher.seal(JSON.stringify(one.lost), pastAt(known.person_no, one.field)), now]);
  }
  return { personNo: known.person_no, told };
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

const ownAt = (hallNo: number, workerId: string): string => `person_hall|${hallNo}|${workerId}|own`;

/** What one hall has told of this worker, for itself: when it ends, what the others told stands without it. */
export async function keepOwn(sql: Sql, cipher: FieldCipher, hallNo: number, workerId: string, told: SharedFields, same: boolean): Promise<void> {
  const [row] = same ? await sql.query<{ own_sealed: Uint8Array | null }>('SELECT own_sealed FROM person_hall WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId]) : [];
  const own = mergeFields(ownOf(cipher, hallNo, workerId, row?.own_sealed ?? null) ?? {}, told).fields;
  await sql.query('UPDATE person_hall SET own_sealed = $3 WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId, cipher.seal(JSON.stringify(own), ownAt(hallNo, workerId))]);
}

const ownOf = (cipher: FieldCipher, hallNo: number, workerId: string, box: Uint8Array | null): SharedFields | undefined =>
  (box === null ? undefined : sharedFieldsSchema.parse(JSON.parse(cipher.open(Buffer.from(box), ownAt(hallNo, workerId)).reveal())));

/** A hall's words ended or were erased: the person is what the others have told, whoever had the last word. Gives false when nobody shares the person any more, who is gone then. */
export async function withoutWhatEnded(sql: Sql, cipher: FieldCipher, personNo: number): Promise<boolean> {
  if (await dropIfNobodyShares(sql, personNo)) return false;
  const rows = await sql.query<{ hall_no: number; worker_id: string; own_sealed: Uint8Array | null }>('SELECT hall_no, worker_id, own_sealed FROM person_hall WHERE person_no = $1 ORDER BY hall_no, worker_id', [personNo]);
  const owns = rows.map((row) => ownOf(cipher, row.hall_no, row.worker_id, row.own_sealed));
  const [person] = await sql.query<{ blind: Uint8Array }>('SELECT blind FROM person WHERE person_no = $1 FOR UPDATE', [personNo]);
  // Told before words were kept apart, and not since: what there is stays until that hall tells again.
  if (person === undefined || owns.includes(undefined)) return true;
  const fields = owns.reduce<SharedFields>((known, own) => mergeFields(known, own ?? {}).fields, {});
  await sql.query('UPDATE person SET fields_sealed = $2 WHERE person_no = $1', [personNo, cipher.seal(JSON.stringify(fields), fieldsAt(Buffer.from(person.blind)))]);
  await sql.query('DELETE FROM person_past WHERE person_no = $1', [personNo]);
  return true;
}

/** A person whom no hall shares any more is not the city's to keep. Gives false when others still do. */
async function dropIfNobodyShares(sql: Sql, personNo: number): Promise<boolean> {
  const left = await sql.query('SELECT 1 AS one FROM person_hall WHERE person_no = $1 LIMIT 1', [personNo]);
  if (left.length > 0) return false;
  await sql.query('DELETE FROM person_past WHERE person_no = $1', [personNo]);
  await sql.query('DELETE FROM person WHERE person_no = $1', [personNo]);
  return true;
}

/** `erasedBody` of records/chain.ts, of a row of `archive_row`. */
export const erasedBodySql = `'{"type":' || to_json(kind)::text || ',"workerId":' || to_json(key)::text || ',"erased":"' || encode(sha256(convert_to(body, 'UTF8')), 'hex') || '"}'`;

/** What a hall's rows said of this worker gives way to its hash, which keeps the chain. `all`: the surname for the employers' pages, too. */
export async function blankArchive(sql: Sql, hallNo: number, workerId: string, all: boolean): Promise<void> {
  await sql.query(
    `UPDATE archive_row SET body = ${erasedBodySql}
     WHERE hall_no = $1 AND table_name = 'share' AND key = $2 AND ($3 OR kind = 'workerShared') AND NOT escaped AND body !~ ',"erased":"[0-9a-f]{64}"[}]$'`,
    [hallNo, workerId, all],
  );
}

/** All of the person's own row sealed anew by the newest key, under the index that this one makes. */
export async function movePerson(sql: Sql, cipher: FieldCipher, personNo: number): Promise<void> {
  const [row] = await sql.query<Found & { number_sealed: Uint8Array }>('SELECT person_no, blind, number_sealed, fields_sealed FROM person WHERE person_no = $1 FOR UPDATE', [personNo]);
  if (row === undefined) return;
  const number = numberOf(cipher, row);
  const [before, blind] = [Buffer.from(row.blind), cipher.blindIndex(number, blindAt)];
  await sql.query('UPDATE person SET blind = $2, number_sealed = $3, fields_sealed = $4 WHERE person_no = $1', [
    personNo, blind, cipher.seal(number, numberAt(blind)), cipher.moveBox(Buffer.from(row.fields_sealed), fieldsAt(before), fieldsAt(blind)),
  ]);
}

/** The same of what one hall told. */
export async function moveOwn(sql: Sql, cipher: FieldCipher, hallNo: number, workerId: string, box: Uint8Array): Promise<void> {
  const where = ownAt(hallNo, workerId);
  await sql.query('UPDATE person_hall SET own_sealed = $3 WHERE hall_no = $1 AND worker_id = $2', [hallNo, workerId, cipher.moveBox(Buffer.from(box), where, where)]);
}

/** The same of what a field said before. */
export async function movePast(sql: Sql, cipher: FieldCipher, personNo: number, { past_no: pastNo, field, lost_sealed: box }: { readonly past_no: number; readonly field: string; readonly lost_sealed: Uint8Array }): Promise<void> {
  const where = pastAt(personNo, field);
  await sql.query('UPDATE person_past SET lost_sealed = $2 WHERE past_no = $1', [pastNo, cipher.moveBox(Buffer.from(box), where, where)]);
}
