/* The key file of a hall or a city: one key as it was made at the first start, or several while rows go over from an older one to a newer. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeDurably } from '../durable/durable-file.ts';

export interface RingKey { /** 1 to 15 */ readonly id: number; /** 32 bytes */ readonly key: Buffer }
export interface KeyRing {
  /** the newest, by which is sealed, last */
  readonly keys: readonly RingKey[];
  /** 32 bytes; by what the codes on papers are made: those that hang in pockets must keep working whatever key is the newest */
  readonly slips: Buffer;
}

const title = 'kuaizhao keys 1';
const keyBytes = 32;
/** The id has four bits in the first byte of a box. */
const lastId = 15;

const slipsOf = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'kuaizhao index', 32));
/** A single key, as the first start makes it. */
export const ringOf = (key: Buffer): KeyRing => ({ keys: [{ id: 1, key }], slips: slipsOf(key) });

/** The keys of the file, made at the first start. Throws when others may read it, because then it protects nothing, and when it is damaged. */
export function readOrMakeKeys(path: string): KeyRing {
  if (!existsSync(path)) writeFileSync(path, randomBytes(keyBytes).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  // Windows has no such mode bits; there the folder's own rights protect the file.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new Error('the key file can be read by others: chmod 600 it');
  return parseKeys(readFileSync(path, 'utf8'));
}

export function parseKeys(text: string): KeyRing {
  const [first = '', ...lines] = text.trim().split('\n').map((line) => line.trim());
  if (first !== title) return ringOf(keyOf(first, lines.length === 0));
  const named = lines.map((line) => /^(slips|[1-9]|1[0-5]) ([\w-]{43})$/.exec(line));
  const keys = named.flatMap((found) => (found === null || found[1] === 'slips' ? [] : [{ id: Number(found[1]), key: keyOf(found[2] ?? '', true) }]));
  const slips = named.filter((found) => found?.[1] === 'slips');
  const sound = named.every((found) => found !== null) && keys.length > 0 && slips.length === 1 && new Set(keys.map(({ id }) => id)).size === keys.length;
  return { keys, slips: keyOf(slips[0]?.[2] ?? '', sound) };
}

function keyOf(text: string, sound: boolean): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (!sound || key.length !== keyBytes) throw new Error('the key file is damaged: it must hold 32 bytes');
  return key;
}

/** A further key, by which is sealed from the next start on; gives its id, undefined when there is no room for one. */
export function addKey(path: string): number | undefined {
  const ring = readOrMakeKeys(path);
  const newest = ring.keys.at(-1)?.id ?? 0;
  const taken = new Set(ring.keys.map(({ id }) => id));
  const id = Array.from({ length: lastId }, (_, n) => ((newest + n) % lastId) + 1).find((one) => !taken.has(one));
  if (id !== undefined) write(path, { ...ring, keys: [...ring.keys, { id, key: randomBytes(keyBytes) }] });
  return id;
}

/** An older key that nothing needs any more. The newest stays whatever is asked. */
export function dropKey(path: string, id: number): void {
  const ring = readOrMakeKeys(path);
  const keys = ring.keys.filter((one, place) => one.id !== id || place === ring.keys.length - 1);
  if (keys.length < ring.keys.length) write(path, { ...ring, keys });
}

function write(path: string, { keys, slips }: KeyRing): void {
  writeDurably(path, `${[title, ...keys.map(({ id, key }) => `${id} ${key.toString('base64url')}`), `slips ${slips.toString('base64url')}`].join('\n')}\n`);
}
