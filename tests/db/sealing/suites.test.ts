/* Both suites of sealing: the examples of the national standards, boxes of both beside each other, and boxes of before there was a choice. */
import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createFieldCipher, headOfBox, headOfIndex } from '@kuaizhao/db/sealing/field-cipher.ts';
import { parseKeys, ringOf } from '@kuaizhao/db/sealing/key-file.ts';

const key = Buffer.alloc(32, 7);
const where = 'worker|1|name';
const older = (head: number) => ({ older: () => [head] });

test('SM4 and SM3 of this Node give what GB/T 32907-2016 and GB/T 32905-2016 give as examples', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const sm4 = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  expect(sm4.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
});

describe.each(['international', 'national'] as const)('the %s suite', (suite) => {
  test('opens what it sealed, only there, and notices any changed bit', () => {
    const cipher = createFieldCipher(key, { suite });
    const box = cipher.seal('张建国', where);
    expect(headOfBox(box)).toBe(suite === 'national' ? 0x11 : 0x01);
    expect(cipher.open(box, where).reveal()).toBe('张建国');
    expect(box.includes('张建国')).toBe(false);
    expect(cipher.seal('张建国', where).equals(box)).toBe(false);
    expect(() => cipher.open(box, 'worker|2|name')).toThrow(/authenticate/);
    for (let at = 0; at < box.length; at += 1) {
      const spoilt = Buffer.from(box);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      expect(() => cipher.open(spoilt, where), `byte ${at}`).toThrow(/authenticate/);
    }
    for (const length of [0, 1, 20, box.length - 1]) expect(() => cipher.open(box.subarray(0, length), where)).toThrow(/authenticate|initialization vector|authentication tag/i);
    expect(() => createFieldCipher(Buffer.alloc(32, 8), { suite }).open(box, where)).toThrow(/authenticate/);
    expect(cipher.open(cipher.seal('', where), where).reveal()).toBe('');
  });

  test('an index is the same for the same text and column, and another for any other', () => {
    const cipher = createFieldCipher(key, { suite });
    const index = cipher.blindIndex('1', 'number');
    expect(index.equals(createFieldCipher(key, { suite }).blindIndex('1', 'number'))).toBe(true);
    for (const other of [cipher.blindIndex('1', 'phone'), cipher.blindIndex('2', 'number'), createFieldCipher(Buffer.alloc(32, 8), { suite }).blindIndex('1', 'number')]) expect(index.equals(other)).toBe(false);
    expect(headOfIndex(index)).toBe(cipher.head);
    expect([cipher.isIndexOf(index, '1', 'number'), cipher.isIndexOf(index, '1', 'phone')]).toEqual([true, false]);
  });
});

test('what the one suite sealed opens while the other is used, is found by index, and goes over', () => {
  const [first, national] = [createFieldCipher(key), createFieldCipher(key, { suite: 'national', ...older(0x01) })];
  const box = first.seal('张建国', where);
  expect(national.open(box, where).reveal()).toBe('张建国');
  expect(national.blindIndexes('1', 'number').map((index) => index.toString('hex'))).toEqual([national.blindIndex('1', 'number'), first.blindIndex('1', 'number')].map((index) => index.toString('hex')));
  expect(national.isIndexOf(first.blindIndex('1', 'number'), '1', 'number')).toBe(true);
  const moved = national.moveBox(box, where, where);
  expect([headOfBox(moved), first.open(moved, where).reveal()]).toEqual([0x11, '张建国']);
});

test('boxes and indexes of before there were suites and further keys open and are found', () => {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
  const iv = Buffer.alloc(12, 3);
  const gcm = createCipheriv('aes-256-gcm', derived('kuaizhao field'), iv).setAAD(Buffer.from(`${where}|1`));
  const sealed = Buffer.concat([gcm.update('张建国', 'utf8'), gcm.final()]);
  const box = Buffer.concat([Buffer.of(1), iv, gcm.getAuthTag(), sealed]);
  const index = createHmac('sha256', derived('kuaizhao index')).update('number|1').digest().subarray(0, 16);
  const two = parseKeys(`kuaizhao keys 1\n1 ${key.toString('base64url')}\n2 ${Buffer.alloc(32, 9).toString('base64url')}\nslips ${ringOf(key).slips.toString('base64url')}\n`);
  for (const cipher of [createFieldCipher(key), createFieldCipher(two, older(0x01)), createFieldCipher(two, { suite: 'national', ...older(0x01) })]) {
    expect(cipher.open(box, where).reveal()).toBe('张建国');
    expect(cipher.blindIndexes('1', 'number').some((one) => one.equals(index))).toBe(true);
    // The code on a paper stays what it was.
    expect(cipher.paperCode('job', 'slip|employer').equals(createFieldCipher(key).blindIndex('job', 'slip|employer'))).toBe(true);
  }
  expect(createFieldCipher(two).head).toBe(2);
});
