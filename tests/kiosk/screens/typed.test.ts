/* What people press: whatever the keys, what comes out is an amount or plate that the schema takes, or is not finished. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountFenSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { plateSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { payableFen, typedOf, typeKey } from '@kuaizhao/kiosk/screens/view/typed-pay.ts';
import { plateComplete, plateKeys, plateText, pressPlate } from '@kuaizhao/kiosk/screens/view/typed-plate.ts';

const type = (keys: string): string => keys.split('').reduce(typeKey, '');

test('pay as people press it', () => {
  expect(type('260')).toBe('260');
  expect(type('0260')).toBe('260');
  expect(type('.5')).toBe('0.5');
  expect(type('23.456')).toBe('23.45');
  expect(type('1..2')).toBe('1.2');
  expect(type('100000')).toBe('100000');
  expect(type('100001')).toBe('10000');
  expect([payableFen(''), payableFen('0'), payableFen('0.'), payableFen('0.29'), payableFen('23.5'), payableFen('100000')]).toEqual([undefined, undefined, undefined, 29, 2350, 10_000_000]);
});

test('any keys make an amount that can be paid, or none', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...'0123456789.'.split('')), { maxLength: 20 }), (keys) => {
    const fen = payableFen(type(keys.join('')));
    expect(fen === undefined || amountFenSchema.safeParse(fen).success).toBe(true);
  }));
});

test('an amount that comes back to be changed is the amount that was typed', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (fen) => { expect(payableFen(typedOf(fen))).toBe(fen); }));
});

test('any keys make a plate that is complete or can become one', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...'京鲁AIO19使Z'.split(''), '', '鲁A'), { maxLength: 14 }), (keys) => {
    const plate = keys.reduce(pressPlate, '');
    expect(plateComplete(plate)).toBe(plateSchema.safeParse(plate).success);
    const finished = ['鲁', 'A', '1', '2', '3', '4', '5', '6'].reduce(pressPlate, plate);
    expect(plateComplete(finished)).toBe(true);
  }));
});

test('a plate reads as it stands on the van', () => {
  expect([plateText(''), plateText('鲁'), plateText('鲁A'), plateText('鲁A12345')]).toEqual(['', '鲁', '鲁A', '鲁A·12345']);
  expect(plateKeys('鲁')).not.toContain('I');
  expect(plateKeys('鲁A')).not.toContain('O');
});
