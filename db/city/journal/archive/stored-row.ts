/* A row that stands alone in the archive, as its table holds it. */
import { z } from 'zod';
import type { ArchivedRow } from '../store.ts';

/** PostgreSQL's text holds neither a zero byte nor half a surrogate; JSON's escapes do. */
export const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
export const escape = (text: string): string => JSON.stringify(text);

/** Of `archive_row AS a`. */
export const rowColumns = `a.epoch, a.position, a.seq, encode(a.boot, 'hex') AS boot, a.counter, a.ends, a.table_name, a.key, a.kind, a.clock, a.version, a.body, a.escaped`;
export interface StoredRow {
  readonly epoch: string; readonly position: number; readonly seq: number; readonly boot: string; readonly counter: number; readonly ends: boolean; readonly table_name: string; readonly key: string; readonly kind: string;
  readonly clock: number; readonly version: number; readonly body: string; readonly escaped: boolean;
}

export function archivedRow({ epoch, position, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped }: StoredRow): ArchivedRow {
  const text = (stored: string): string => (escaped ? z.string().parse(JSON.parse(stored)) : stored);
  return { epoch, position, seq, boot, counter, end: ends, table: text(table_name), key: text(key), kind: text(kind), clock, v: version, body: text(body) };
}
