/* Rows go over from older heads to the newest, a few at a time, while the hall works. What has gone over says so itself, by the first byte of its box, so a stop at any moment loses nothing and the next start goes on. */
import type { Database, Statement } from 'better-sqlite3';
import type { Instant } from '../../domain/scalars.ts';
import { headOfBox, headOfIndex, keyIdOfHead, type FieldCipher } from '../../sealing/field-cipher.ts';
import type { MovedIndexes } from '../subjects/employers.ts';
import { resealed, sealedFields, type SealedRecord } from '../subjects/people/profiles.ts';
import type { Heads } from './heads.ts';
import { indexPlaces, sealedPlaces, type KeyValues, type SealedPlace } from './places.ts';

export interface Rotation {
  /** Whether rows may have an older head. */
  due(): boolean;
  /** Looks at up to `rows` further rows and seals anew those that need it, in one commit. True when a whole round is over: what is still old then waits for something, so look again much later. */
  step(rows: number, now: Instant): boolean;
  /** Keys by which nothing has been sealed since before `since`. */
  unusedKeys(since: Instant): readonly number[];
  /** After the key itself is gone. */
  forget(keyId: number): void;
}

/** Looks at the rows of one place behind `after`; gives where to go on, undefined at the end. Older heads that stay go into `left`. */
type Walk = (after: KeyValues, rows: number, left: Set<number>) => KeyValues | undefined;
type Row = Readonly<Record<string, string | number | Buffer | null>>;

export function openRotation(sql: Database, cipher: FieldCipher, heads: Heads, moved: MovedIndexes): Rotation {
  const walks: readonly Walk[] = [...steps(sql), ...workers(sql, cipher, heads), ...sealedPlaces.map((place) => boxes(sql, cipher, place)), ...indexes(sql, cipher)];
  const setRepresentative = openRepresentatives(sql);
  const walk = sql.transaction((run: () => void) => run());
  let [at, after, left]: [number, KeyValues | undefined, Set<number>] = [0, undefined, new Set()];
  return {
    due: () => heads.older().length > 0,
    step(rows, now) {
      walk.immediate(() => {
        for (const { old, next } of moved.take()) setRepresentative(old, next);
        after = walks[at]?.(after ?? [], rows, left);
      });
      if (after !== undefined) return false;
      at += 1;
      if (at < walks.length) return false;
      for (const head of heads.older()) if (!left.has(head)) heads.emptied(head, now);
      [at, after, left] = [0, undefined, new Set()];
      return true;
    },
    unusedKeys: (since) => heads.unusedKeys(since).filter((id) => id !== keyIdOfHead(cipher.head)),
    forget: (keyId) => { heads.forget(keyId); },
  };
}

const pageOf = (sql: Database, table: string, keys: readonly string[], columns: readonly string[]): Statement<unknown[], Row> => sql.prepare(
  `SELECT ${[...keys, ...columns].join(', ')} FROM ${table} WHERE (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')}) ORDER BY ${keys.join(', ')} LIMIT ?`,
);
/** Every key sorts behind the empty text. */
const beginning = (keys: readonly string[], after: KeyValues): KeyValues => (after.length === 0 ? keys.map(() => '') : after);
const keyOf = (row: Row, keys: readonly string[]): KeyValues => keys.map((key) => row[key] as string | number);
const next = (found: readonly Row[], rows: number, keys: readonly string[]): KeyValues | undefined => {
  const last = found.at(-1);
  return found.length < rows || last === undefined ? undefined : keyOf(last, keys);
};

/** A box that a disk has changed stays as it is, and its key with it: it must not end a hall. */
function opened<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
const headsOf = (row: SealedRecord): number[] => sealedFields.flatMap((field) => { const box = row[`${field}_sealed`]; return box === null ? [] : [headOfBox(box)] });

function boxes(sql: Database, cipher: FieldCipher, { table, keys, columns }: SealedPlace): Walk {
  const page = pageOf(sql, table, keys, columns.map(({ column }) => column));
  const same = keys.map((key) => `${key} = ?`).join(' AND ');
  const sets = new Map(columns.map(({ column }) => [column, sql.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${same}`)]));
  return (after, rows, left) => {
    const found = page.all(...beginning(keys, after), rows);
    for (const row of found) for (const { column, where } of columns) {
      const [box, key] = [row[column], keyOf(row, keys)];
      // Feeds that say nothing of people are text.
      if (!Buffer.isBuffer(box) || headOfBox(box) === cipher.head) continue;
      const anew = opened(() => cipher.moveBox(box, where(key), where(key)));
      if (anew === undefined) left.add(headOfBox(box));
      else sets.get(column)?.run(anew, ...key);
    }
    return next(found, rows, keys);
  };
}

/** With every worker the index by which they may be representative of an employer. */
function workers(sql: Database, cipher: FieldCipher, heads: Heads): Walk[] {
  const keys = ['worker_id'];
  const columns = [...sealedFields.map((field) => `${field}_sealed`), 'name_index', 'number_index', 'phone_index', 'person_index'];
  const page = pageOf(sql, 'worker', keys, columns);
  const set = sql.prepare(`UPDATE worker SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE worker_id = @worker_id`);
  const setRepresentative = openRepresentatives(sql);
  return [(after, rows, left) => {
    const found = page.all(...beginning(keys, after), rows);
    for (const row of found as unknown as SealedRecord[]) {
      const anew = opened(() => resealed(cipher, row));
      if (anew === row) continue;
      if (anew === undefined) {
        for (const head of headsOf(row)) left.add(head);
        continue;
      }
      set.run(anew);
      if (row.number_index !== null && anew.number_index !== null) setRepresentative(row.number_index, anew.number_index);
    }
    return next(found, rows, keys);
  }, employersOwners(sql, cipher, heads)];
}

/** A household posts for itself: its number is sealed beside it. */
function employersOwners(sql: Database, cipher: FieldCipher, heads: Heads): Walk {
  const keys = ['employer_id'];
  const page = pageOf(sql, 'employer', keys, ['number_sealed']);
  const setRepresentative = openRepresentatives(sql);
  return (after, rows) => {
    const found = page.all(...beginning(keys, after), rows);
    for (const row of found) {
      const box = row['number_sealed'];
      if (!Buffer.isBuffer(box)) continue;
      const where = `employer|${String(row['employer_id'])}|number`;
      const anew = opened(() => cipher.indexBox(box, where, 'number'));
      if (anew !== undefined) for (const head of heads.older()) setRepresentative(cipher.indexBoxOf(head, box, where, 'number'), anew);
    }
    return next(found, rows, keys);
  };
}

function openRepresentatives(sql: Database): (old: Buffer, anew: Buffer) => void {
  const set = sql.prepare('UPDATE OR REPLACE representative SET number_index = ? WHERE number_index = ?');
  return (old, anew) => { if (!old.equals(anew)) set.run(anew, old); };
}

/** What an undo would bring back; looked at first in every round, for it may bring it back behind the walk. A new day forgets it. */
function steps(sql: Database): Walk[] {
  const reasons = sql.prepare<[], { head: string | null }>("SELECT DISTINCT substr(json_extract(before, '$.reasons'), 1, 2) AS head FROM queue_step_row WHERE kind = 'priority' AND before IS NOT NULL");
  return [(_after, _rows, left) => {
    for (const { head } of reasons.all()) if (head !== null) left.add(Number.parseInt(head, 16));
    return undefined;
  }];
}

/** Whoever was told to the city is told again: then the city also hears the newest key of this hall. */
function indexes(sql: Database, cipher: FieldCipher): Walk[] {
  const tellAgain = sql.prepare('INSERT OR IGNORE INTO share_due SELECT worker_id, at FROM share_told WHERE worker_id = ?');
  return indexPlaces.map(({ table, keys, column }) => {
    const page = pageOf(sql, table, keys, keys.includes(column) ? [] : [column]);
    return (after, rows, left) => {
      const found = page.all(...beginning(keys, after), rows);
      for (const row of found) {
        const index = row[column];
        const head = headOfIndex(Buffer.isBuffer(index) ? index : Buffer.from(String(index), 'base64url'));
        if (head === cipher.head) continue;
        left.add(head);
        if (table === 'share_told') tellAgain.run(String(row['worker_id']));
      }
      return next(found, rows, keys);
    };
  });
}
