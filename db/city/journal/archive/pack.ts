/* Rows in one piece: as a hall packed them for the wire, or in the same form packed here. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { parsedJson } from '../../../domain/parsed-json.ts';
import { surelyFits } from '../../../domain/surely-fits.ts';
import type { JournalRow } from '../cursor.ts';

/** A row and its place in the batch, counted from nothing. */
export interface PlacedRow { readonly row: JournalRow; readonly place: number }

/** What is larger was not written by this program: halls' batches are capped far below it. */
const inflatedBytes = 64 * 1024 * 1024;
/** a batch that is packed here is a rare one */
const zstdLevel = 1;

const boot = z.string().regex(/^[0-9a-f]{16}$/);
const row = z.strictObject({
  seq: z.int().min(1), op: z.tuple([z.int().min(0), z.int().min(0)]), end: z.boolean(), table: z.string(), key: z.string(), kind: z.string(), clock: z.int().min(0), v: z.int().min(1), body: z.string(),
});
/** `at`: the places of the rows, when some of the batch are not among them. */
const packSchema = z.strictObject({ boots: z.array(boot), rows: z.array(row), at: z.array(z.int().min(0)).optional() });
const surelyAPack = surelyFits(packSchema);

/** As a hall packs them, and with their places in the batch. */
export function packRows(placed: readonly PlacedRow[]): Uint8Array {
  const boots = [...new Set(placed.map((one) => one.row.boot))];
  const numberOf = new Map(boots.map((name, at) => [name, at]));
  const pack: z.infer<typeof packSchema> = {
    boots, at: placed.map(({ place }) => place),
    rows: placed.map(({ row: { boot: name, counter, seq, end, table, key, kind, clock, v, body } }) => ({ seq, op: [numberOf.get(name) ?? 0, counter], end, table, key, kind, clock, v, body })),
  };
  return zstdCompressSync(JSON.stringify(pack), { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });
}

/** Throws on what neither a hall nor `packRows` has packed. */
export function unpackRows(packed: Uint8Array): readonly PlacedRow[] {
  const value = parsedJson(zstdDecompressSync(packed, { maxOutputLength: inflatedBytes }).toString('utf8'));
  const { boots, rows, at } = surelyAPack(value) ? value : packSchema.parse(value);
  return rows.map(({ op: [bootAt, counter], ...kept }, index) => {
    const name = boots[bootAt];
    const place = at === undefined ? index : at[index];
    if (name === undefined || place === undefined) throw new Error('a batch of the archive does not fit itself');
    return { row: { ...kept, boot: name, counter }, place };
  });
}
