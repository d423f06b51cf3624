/* Whole columns of values for `unnest`: a server gets them in PostgreSQL's binary form, which spares both sides spelling out and reading a text of every value. */

/** One parameter `$n::int8[]`, `$n::text[]` or `$n::bool[]`. */
export type Column =
  | { readonly of: 'int8'; readonly values: readonly number[] }
  | { readonly of: 'text'; readonly values: readonly string[] }
  | { readonly of: 'bool'; readonly values: readonly boolean[] };

export const int8s = (values: readonly number[]): Column => ({ of: 'int8', values });
export const texts = (values: readonly string[]): Column => ({ of: 'text', values });
export const bools = (values: readonly boolean[]): Column => ({ of: 'bool', values });

const typeOf = { int8: 20, text: 25, bool: 16 } as const;
/** one dimension, no nulls, its type, its length, counted from one */
const headBytes = 20;
const lengthBytes = 4;
const int8Bytes = 8;
const two32 = 2 ** 32;

/** As PostgreSQL's `array_recv` reads it. Integers up to 2^53 either side of nothing. */
export function binaryColumn(column: Column): Buffer {
  switch (column.of) {
    case 'int8': return int8Column(column.values);
    case 'text': return textColumn(column.values);
    case 'bool': return boolColumn(column.values);
  }
}

function begun(of: Column['of'], count: number, bytes: number): Buffer {
  const out = Buffer.allocUnsafe(headBytes + bytes);
  out.writeInt32BE(1, 0);
  out.writeInt32BE(0, 4);
  out.writeInt32BE(typeOf[of], 8);
  out.writeInt32BE(count, 12);
  out.writeInt32BE(1, 16);
  return out;
}

function int8Column(values: readonly number[]): Buffer {
  const out = begun('int8', values.length, values.length * (lengthBytes + int8Bytes));
  let at = headBytes;
  for (const value of values) {
    out.writeInt32BE(int8Bytes, at);
    out.writeInt32BE(Math.floor(value / two32), at + lengthBytes);
    out.writeUInt32BE(value >>> 0, at + 2 * lengthBytes);
    at += lengthBytes + int8Bytes;
  }
  return out;
}

function textColumn(values: readonly string[]): Buffer {
  let bytes = 0;
  for (const value of values) bytes += lengthBytes + Buffer.byteLength(value);
  const out = begun('text', values.length, bytes);
  let at = headBytes;
  for (const value of values) {
    const written = out.write(value, at + lengthBytes, 'utf8');
    out.writeInt32BE(written, at);
    at += lengthBytes + written;
  }
  return out;
}

function boolColumn(values: readonly boolean[]): Buffer {
  const out = begun('bool', values.length, values.length * (lengthBytes + 1));
  let at = headBytes;
  for (const value of values) {
    out.writeInt32BE(1, at);
    out[at + lengthBytes] = value ? 1 : 0;
    at += lengthBytes + 1;
  }
  return out;
}
