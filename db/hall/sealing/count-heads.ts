/* How far a change of keys is: what is sealed by which suite and key, counted in a file that no agent has open. */
import type { Database } from 'better-sqlite3';
import { headOfIndex, keyIdOfHead, suiteOfHead } from '../../sealing/field-cipher.ts';
import type { SuiteName } from '../../sealing/suites.ts';
import { sealedFields } from '../subjects/people/profiles.ts';
import { indexPlaces, sealedPlaces } from './places.ts';

export interface HeadCount { readonly suite: SuiteName; readonly keyId: number; readonly boxes: number; /** that have no box to be made anew from */ readonly indexes: number }

/** Reads every sealed column: about a second for 100,000 people. */
export function countHeads(sql: Database): HeadCount[] {
  const counts = new Map<number, { boxes: number; indexes: number }>();
  const add = (head: number, what: 'boxes' | 'indexes', n: number): void => {
    const count = counts.get(head) ?? { boxes: 0, indexes: 0 };
    count[what] += n;
    counts.set(head, count);
  };
  const columns = [...sealedFields.map((field) => ['worker', `${field}_sealed`] as const), ...sealedPlaces.flatMap((place) => place.columns.map(({ column }) => [place.table, column] as const))];
  for (const [table, column] of columns) {
    const found = sql.prepare<[], { head: Buffer; n: number }>(`SELECT substr(${column}, 1, 1) AS head, count(*) AS n FROM ${table} WHERE typeof(${column}) = 'blob' GROUP BY 1`);
    for (const { head, n } of found.all()) add(head[0] ?? 0, 'boxes', n);
  }
  for (const { table, column } of indexPlaces) {
    for (const { index } of sql.prepare<[], { index: Buffer | string }>(`SELECT ${column} AS "index" FROM ${table}`).iterate()) add(headOfIndex(Buffer.isBuffer(index) ? index : Buffer.from(index, 'base64url')), 'indexes', 1);
  }
  return [...counts].map(([head, count]) => ({ suite: suiteOfHead(head), keyId: keyIdOfHead(head), ...count })).sort((a, b) => a.keyId - b.keyId);
}
