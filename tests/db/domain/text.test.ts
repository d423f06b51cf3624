/* Text from people at the door: lengths in code points, nothing that hides or steers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandIdSchema, phoneSchema, textSchema } from '@kuaizhao/db/domain/scalars.ts';

const accepts = (text: unknown, max = 10): boolean => textSchema(max).safeParse(text).success;

test('plain text passes, also rare characters and emoji, counted as people count', () => {
  for (const text of ['历城区', '䶮㼆𬭸𠮷', '阿卜杜拉·买买提', '张'.repeat(10), '𠮷'.repeat(10), 'O’Neil', '🙂']) expect([text, accepts(text)]).toEqual([text, true]);
  expect(accepts('𠮷'.repeat(11))).toBe(false);
  expect(accepts('x'.repeat(10_000))).toBe(false);
});

test('controls, direction marks, invisible characters and half surrogates do not', () => {
  for (const code of [0, 7, 9, 10, 13, 27, 0x7f, 0x9b, 0xad, 0x200b, 0x200e, 0x2028, 0x202e, 0x2066, 0xfeff, 0xd800, 0xe0041]) {
    expect([code.toString(16), accepts(`历${code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)}城`)]).toEqual([code.toString(16), false]);
  }
  for (const other of ['', '   ', 7, null, undefined, {}, ['历城区']]) expect(accepts(other)).toBe(false);
});

test('whatever comes, the schema answers and what it lets through is clean', () => {
  const clean = fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
    const result = textSchema(20).safeParse(text);
    return !result.success || (result.data === result.data.trim() && !/[\p{Cc}\p{Cf}]/u.test(result.data));
  });
  expect(fc.defaultReportMessage(fc.check(clean)) ?? 'clean').toBe('clean');
});

test('phones and command ids', () => {
  for (const phone of ['13800000000', '053112333000']) expect(phoneSchema.safeParse(phone).success).toBe(true);
  for (const phone of ['12800000000', '1380000000', '+8613800000000', '1380000000a']) expect(phoneSchema.safeParse(phone).success).toBe(false);
  for (const id of ['short', 'x'.repeat(65), 'with space', '../../../etc', '命令命令命令命令']) expect(commandIdSchema.safeParse(id).success).toBe(false);
});
