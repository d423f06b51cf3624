/* The sealed columns of the worker table: who somebody is, the versions before, and their end. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Document, ProfileChanges } from '../../../domain/people/profile.ts';
import type { ProfileRecord, WorkerRecord } from '../../../domain/people/view.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { headOfBox, headOfIndex, type FieldCipher } from '../../../sealing/field-cipher.ts';
import { findByIndex } from '../../sealing/by-index.ts';

export type Sealed = 'name' | 'number' | 'birth' | 'phone' | 'district';
export type Held = { readonly [F in Sealed as `${F}_sealed`]: Buffer | null } & {
  readonly worker_id: string; readonly version: number; readonly layout: Document; readonly sex: 'male' | 'female' | null; readonly age_band: string | null;
  readonly name_index: Buffer | null; readonly number_index: Buffer | null; readonly phone_index: Buffer | null; readonly person_index: Buffer | null;
  readonly source: string; readonly changed_by: string | null; readonly from_at: number;
};

const columns = 'worker_id, version, layout, name_sealed, number_sealed, birth_sealed, sex, age_band, phone_sealed, district_sealed, name_index, number_index, phone_index, person_index, source, changed_by, from_at';
export const sealedFields: readonly Sealed[] = ['name', 'number', 'birth', 'phone', 'district'];
export const sealedAt = (workerId: string, field: Sealed): string => `worker|${workerId}|${field}`;
export const pastSealedAt = (workerId: string, version: number, field: Sealed): string => `profile_past|${workerId}|${version}|${field}`;

function openStatements(sql: Database) {
  return {
    insert: sql.prepare(`INSERT INTO worker (${columns}, trades, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: sql.prepare(`UPDATE worker SET (${columns.replace('worker_id, ', '')}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE worker_id = ?`),
    held: sql.prepare<[string], Held>(`SELECT ${columns} FROM worker WHERE worker_id = ? AND erased_at IS NULL`),
    heldByNumber: sql.prepare<[Buffer], Held>(`SELECT ${columns} FROM worker WHERE number_index = ?`),
    keep: sql.prepare(`INSERT INTO profile_past (worker_id, version, layout, name_sealed, number_sealed, birth_sealed, sex, age_band, phone_sealed, district_sealed, source, changed_by, from_at, until_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    like: sql.prepare<[Buffer, string, number], { worker_id: string }>(`SELECT worker_id FROM worker WHERE person_index = ? AND merged_into IS NULL AND (layout = 'witnessed') = (? = 'witnessed')
      ORDER BY registered_at, worker_id LIMIT ?`),
    sealedName: sql.prepare<[string], { name_sealed: Buffer | null }>('SELECT name_sealed FROM worker WHERE worker_id = ?'),
  };
}

export function openProfiles(sql: Database, cipher: FieldCipher) {
  const { insert, update, held, heldByNumber, keep, like, sealedName } = openStatements(sql);
  const personIndex = (name: Buffer | null, birth: Buffer | undefined): Buffer | null =>
    name === null || birth === undefined ? null : cipher.blindIndex(together(name, birth), 'person');
  const birthIndex = (workerId: string, box: Buffer | null): Buffer | undefined => (box === null ? undefined : cipher.indexBox(box, sealedAt(workerId, 'birth'), 'birth'));
  const seal = (workerId: string, field: Sealed, text: string | undefined): Buffer | null => (text === undefined ? null : cipher.seal(text, sealedAt(workerId, field)));
  const index = (text: string | undefined, column: string): Buffer | null => (text === undefined ? null : cipher.blindIndex(text, column));
  const byNumber = (idNumber: string): Held | undefined => findByIndex(cipher, idNumber, 'number', (index) => heldByNumber.get(index));
  fillIndexes(sql, cipher, (workerId, name, birth) => personIndex(name, birthIndex(workerId, birth)));

  const store = {
    held: (workerId: string): Held | undefined => held.get(workerId),
    heldByNumber: byNumber,
    holderOf: (idNumber: string): string | undefined => byNumber(idNumber)?.worker_id,
    like: (name: string, birth: string, kind: 'witnessed' | 'card', limit: number): string[] => {
      const births = cipher.blindIndexes(birth, 'birth');
      // Name and birthday of one row are of one head, and so is what is made of the two.
      const wanted = cipher.blindIndexes(name, 'name').map((index, place) => cipher.blindIndexOf(headOfIndex(index), together(index, births[place] ?? index), 'person'));
      return wanted.flatMap((index) => like.all(index, kind, limit)).slice(0, limit).map((row) => row.worker_id);
    },
    nameOf(workerId: string): Personal | undefined {
      const box = sealedName.get(workerId)?.name_sealed;
      return box === undefined || box === null ? undefined : cipher.open(box, sealedAt(workerId, 'name'));
    },
    /** Birthday `YYYYMMDD` in its box, and sex: for what the law says by age; undefined when either is not known. */
    bornOf(workerId: string): { readonly birth: Personal; readonly sex: 'male' | 'female' } | undefined {
      const row = held.get(workerId);
      if (row === undefined || row.birth_sealed === null || row.sex === null) return undefined;
      return { birth: cipher.open(row.birth_sealed, sealedAt(workerId, 'birth')), sex: row.sex };
    },
    insert(fact: FactOf<'workerRegistered'>, { profile, phone }: WorkerRecord, now: Instant): void {
      const { workerId } = fact;
      const name = index(profile.name, 'name');
      insert.run(
        workerId, 1, profile.document, seal(workerId, 'name', profile.name), seal(workerId, 'number', profile.number), seal(workerId, 'birth', profile.birth), profile.sex, profile.ageBand ?? null,
        seal(workerId, 'phone', phone), null, name, index(profile.number, 'number'), index(phone, 'phone'), personIndex(name, index(profile.birth, 'birth') ?? undefined),
        fact.witnessedBy === undefined ? 'card' : 'staff', fact.witnessedBy ?? null, now, fact.trades.join(','), now,
      );
    },
    /** The version before goes to the past as it was, sealed anew for its new place. */
    change(fact: FactOf<'profileChanged'>, { changes }: ProfileRecord, now: Instant): void {
      const { workerId } = fact;
      const found = held.get(workerId);
      if (found === undefined) throw new Error('a record that does not exist has no new version');
      // What stays must be of one head with what is new: the index of name and birthday is made of both.
      const before = resealed(cipher, found);
      const moved = (field: Sealed): Buffer | null => {
        const box = before[`${field}_sealed`];
        return box === null ? null : cipher.moveBox(box, sealedAt(workerId, field), pastSealedAt(workerId, before.version, field));
      };
      keep.run(workerId, before.version, before.layout, moved('name'), moved('number'), moved('birth'), before.sex, before.age_band, moved('phone'), moved('district'), before.source, before.changed_by, before.from_at, now);
      const next = (field: Sealed): Buffer | null => {
        const value: string | null | undefined = changes[field];
        return field in changes ? seal(workerId, field, value ?? undefined) : before[`${field}_sealed`];
      };
      const nextIndex = (field: 'name' | 'number' | 'phone'): Buffer | null => (field in changes ? index(changes[field] ?? undefined, field) : before[`${field}_index`]);
      const [name, birth] = [nextIndex('name'), next('birth')];
      update.run(
        fact.version, changes.document ?? before.layout, next('name'), next('number'), birth, changes.sex ?? before.sex, ageBandOf(changes, before), next('phone'), next('district'),
        name, nextIndex('number'), nextIndex('phone'), personIndex(name, birthIndex(workerId, birth)), fact.source, fact.by ?? null, now, workerId,
      );
    },
  };
  return store;
}

const ageBandOf = (changes: ProfileChanges, before: Held): string | null => ('ageBand' in changes ? changes.ageBand ?? null : before.age_band);

/** Records of a hall that ran before names were indexed. */
function fillIndexes(sql: Database, cipher: FieldCipher, personIndex: (workerId: string, name: Buffer, birth: Buffer | null) => Buffer | null): void {
  const without = sql.prepare<[], { worker_id: string; name_sealed: Buffer; birth_sealed: Buffer | null }>('SELECT worker_id, name_sealed, birth_sealed FROM worker WHERE name_sealed IS NOT NULL AND name_index IS NULL');
  const set = sql.prepare('UPDATE worker SET name_index = ?, person_index = ? WHERE worker_id = ?');
  const rows = without.all();
  if (rows.length === 0) return;
  sql.transaction(() => {
    for (const row of rows) {
      const name = cipher.indexBox(row.name_sealed, sealedAt(row.worker_id, 'name'), 'name');
      set.run(name, personIndex(row.worker_id, name, row.birth_sealed), row.worker_id);
    }
  }).immediate();
}

/** What the index of name and birthday is made of; both of the same head. */
const together = (name: Buffer, birth: Buffer): string => `${name.toString('hex')}|${birth.toString('hex')}`;

export type SealedRecord = Pick<Held, 'worker_id' | `${Sealed}_sealed` | 'name_index' | 'number_index' | 'phone_index' | 'person_index'>;

/** The record with every box and index by the newest head; the same row when all is of the newest head already. */
export function resealed<Row extends SealedRecord>(cipher: FieldCipher, row: Row): Row {
  const boxes = sealedFields.map((field) => row[`${field}_sealed`]);
  const indexes = [row.name_index, row.number_index, row.phone_index, row.person_index];
  if (boxes.every((box) => box === null || headOfBox(box) === cipher.head) && indexes.every((index) => index === null || headOfIndex(index) === cipher.head)) return row;
  const at = (field: Sealed): string => sealedAt(row.worker_id, field);
  const moved = (field: Sealed): Buffer | null => { const box = row[`${field}_sealed`]; return box === null ? null : cipher.moveBox(box, at(field), at(field)) };
  const index = (field: 'name' | 'number' | 'phone'): Buffer | null => { const box = row[`${field}_sealed`]; return box === null || row[`${field}_index`] === null ? null : cipher.indexBox(box, at(field), field) };
  const name = index('name');
  const birth = row.birth_sealed === null ? null : cipher.indexBox(row.birth_sealed, at('birth'), 'birth');
  return {
    ...row, name_sealed: moved('name'), number_sealed: moved('number'), birth_sealed: moved('birth'), phone_sealed: moved('phone'), district_sealed: moved('district'),
    name_index: name, number_index: index('number'), phone_index: index('phone'),
    person_index: row.person_index === null || name === null || birth === null ? null : cipher.blindIndex(together(name, birth), 'person'),
  };
}
