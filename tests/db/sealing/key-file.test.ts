/* The key file: made once, readable by its owner alone, further keys and their end. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addKey, dropKey, parseKeys, readOrMakeKeys } from '@kuaizhao/db/sealing/key-file.ts';
import { tempDir } from '../../fixtures/engine.ts';

const bare = Buffer.alloc(32, 7).toString('base64url');

test('a file of one key as halls have it is read; a further key comes behind it, an old one goes, codes of papers stay', () => {
  const path = join(tempDir(), 'hall.key');
  const made = readOrMakeKeys(path);
  expect(made.keys.map(({ id }) => id)).toEqual([1]);
  expect(addKey(path)).toBe(2);
  const two = readOrMakeKeys(path);
  expect(two.keys.map(({ id }) => id)).toEqual([1, 2]);
  expect([two.keys[0]?.key.equals(made.keys[0]?.key ?? Buffer.of()), two.slips.equals(made.slips), two.keys[1]?.key.equals(made.keys[0]?.key ?? Buffer.of())]).toEqual([true, true, false]);
  expect(statSync(path).mode & 0o077).toBe(0);
  dropKey(path, 2);
  expect(readOrMakeKeys(path).keys.map(({ id }) => id)).toEqual([1, 2]);
  dropKey(path, 1);
  expect(readOrMakeKeys(path)).toEqual({ keys: two.keys.slice(1), slips: made.slips });
});

test('fifteen keys fit, and an id that is free again is used again', () => {
  const path = join(tempDir(), 'hall.key');
  for (let id = 2; id <= 15; id += 1) expect(addKey(path)).toBe(id);
  expect(addKey(path)).toBeUndefined();
  dropKey(path, 1);
  expect(addKey(path)).toBe(1);
  expect(readOrMakeKeys(path).keys.at(-1)?.id).toBe(1);
});

test.each([
  ['empty', ''], ['short', bare.slice(1)], ['two lines', `${bare}\n${bare}`], ['no key', `kuaizhao keys 1\nslips ${bare}`], ['no slips', `kuaizhao keys 1\n1 ${bare}`],
  ['an id twice', `kuaizhao keys 1\n1 ${bare}\n1 ${bare}\nslips ${bare}`], ['an id of no four bits', `kuaizhao keys 1\n16 ${bare}\nslips ${bare}`], ['a strange line', `kuaizhao keys 1\n1 ${bare}\nslips ${bare}\nx`],
])('a damaged file is refused: %s', (_name, text) => {
  expect(() => parseKeys(text)).toThrow(/damaged/);
});

test('a file that others may read is refused, with one key and with two', () => {
  const path = join(tempDir(), 'hall.key');
  writeFileSync(path, bare, { mode: 0o600 });
  addKey(path);
  for (const mode of [0o640, 0o604, 0o660]) {
    chmodSync(path, mode);
    expect(() => readOrMakeKeys(path)).toThrow(/chmod 600/);
  }
  chmodSync(path, 0o600);
  expect(readFileSync(path, 'utf8')).toContain('kuaizhao keys 1');
  expect(readOrMakeKeys(path).keys).toHaveLength(2);
});
