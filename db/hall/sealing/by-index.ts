/* Rows found by blind index: by the newest key and, while rows go over, by the older ones too. */
import type { FieldCipher } from '../../sealing/field-cipher.ts';

type Indexes = Pick<FieldCipher, 'blindIndexes'>;

/** The first row that some head's index finds. */
export function findByIndex<Row>(cipher: Indexes, text: string, column: string, look: (index: Buffer) => Row | undefined): Row | undefined {
  for (const index of cipher.blindIndexes(text, column)) {
    const row = look(index);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** All rows of all heads. `moved` hears of an index that rows have under an older head, and what it is under the newest. */
export function allByIndex<Row>(cipher: Indexes, text: string, column: string, look: (index: Buffer) => readonly Row[], moved?: (old: Buffer, next: Buffer) => void): Row[] {
  const [newest, ...older] = cipher.blindIndexes(text, column);
  if (newest === undefined) return [];
  return [...look(newest), ...older.flatMap((index) => {
    const rows = look(index);
    if (rows.length > 0) moved?.(index, newest);
    return rows;
  })];
}
