/* PINs that somebody would guess are refused by name. */
import { expect, test } from 'vitest';
import { pinProblem } from '@kuaizhao/db/domain/staff/accounts/pin.ts';

test('§4 a PIN: six digits at least, not one digit over and over, no run, not the own id', () => {
  for (const pin of ['', '48025', '4802513579246', '48025a', '４８０２５１', ' 480251']) expect([pin, pinProblem(pin, 'clerk-1')]).toEqual([pin, 'pinShort']);
  for (const pin of ['000000', '7777777', '999999999999']) expect([pin, pinProblem(pin, 'clerk-1')]).toEqual([pin, 'pinSame']);
  for (const pin of ['123456', '654321', '012345', '789012', '210987', '3456789']) expect([pin, pinProblem(pin, 'clerk-1')]).toEqual([pin, 'pinRun']);
  expect([pinProblem('480251', '480251'), pinProblem('480251', 'staff-480251'), pinProblem('480251', 'staff-4802519')]).toEqual(['pinIsId', 'pinIsId', undefined]);
  for (const pin of ['480251', '112233', '121212', '123457', '135792468013']) expect([pin, pinProblem(pin, 'clerk-1')]).toEqual([pin, undefined]);
});
