/* Numbers and birthdays of people, checked against the standards' own samples. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCheckCharacter, isCreditCode } from '@kuaizhao/db/domain/employers/credit-code.ts';
import { ageInYears, isTooYoungToWork } from '@kuaizhao/db/domain/law/age.ts';
import { idCheckDigit, idNumberOfFifteen, isCalendarDay, isIdNumber, toldByNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { Personal } from '@kuaizhao/db/domain/people/personal.ts';
import { inspect } from 'node:util';

test('sample numbers pass: mainland, Hong Kong, Taiwan, foreigner of 2023 and of 2017; dead area codes too', () => {
  for (const number of ['11010519491231002X', '440524188001010014', '810000199408230021', '830000199201300022', '911124198108030024']) {
    expect([number, idCheckDigit(number.slice(0, 17)) === number[17]]).toEqual([number, true]);
  }
  for (const number of ['11010519491231002X', '810000199408230021', '911124198108030024', 'ABC110123456789']) expect([number, isIdNumber(number)]).toEqual([number, true]);
  for (const number of ['11010519491231002x', '110105194912310021', '11010519490231002X', '1101051949123100', '', 'ABC11012345678', '999999999999999999']) expect([number, isIdNumber(number)]).toEqual([number, false]);
});

test('any single changed digit of a number is noticed', () => {
  fc.assert(fc.property(fc.stringMatching(/^[1-9]\d{5}(19[5-9]\d|200\d)(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (seventeen, at, shift) => {
    const check = idCheckDigit(seventeen);
    const changed = seventeen.slice(0, at) + String((Number(seventeen[at]) + shift) % 10) + seventeen.slice(at + 1);
    expect(isIdNumber(seventeen + check)).toBe(true);
    expect(idCheckDigit(changed)).not.toBe(check);
  }), { verbose: 1 });
});

test('a number tells birthday and sex; fifteen digits become eighteen by century and check digit', () => {
  expect(toldByNumber('11010519491231002X')).toEqual({ birth: '19491231', sex: 'female' });
  expect(toldByNumber('440524188001010014')).toBeUndefined();
  expect(toldByNumber('653101199001010013')).toEqual({ birth: '19900101', sex: 'male' });
  for (const number of ['ABC110123456789', '11010519491231002x', '110105194912310021', '']) expect(toldByNumber(number)).toBeUndefined();
  expect(idNumberOfFifteen('110105491231002')).toBe('11010519491231002X');
  for (const old of ['11010549123100', '110105491331002', '11010549123100X', '1101054912310021']) expect(idNumberOfFifteen(old)).toBeUndefined();
});

test('credit codes: published samples pass, any changed character does not', () => {
  // Codes of public bodies, as printed on their own documents.
  for (const code of ['91350100M000100Y43', '91110000600037341L']) expect([code, isCreditCode(code)]).toEqual([code, true]);
  for (const code of ['91350100M000100Y44', '91350100M000100Y4', 'I1350100M000100Y43', '']) expect([code, isCreditCode(code)]).toEqual([code, false]);
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const character = fc.constantFrom(...alphabet.split(''));
  fc.assert(fc.property(fc.array(character, { minLength: 17, maxLength: 17 }), fc.nat(16), character, (characters, at, other) => {
    const code = characters.join('');
    const check = creditCheckCharacter(code);
    const changed = characters.with(at, other).join('');
    expect(isCreditCode(code + (check ?? ''))).toBe(true);
    expect(isCreditCode(changed + (check ?? ''))).toBe(changed === code);
  }));
});

test('age is by the exact birthday on the local day; 29 February is reached on 1 March', () => {
  const at = (text: string): number => Date.parse(`${text}+08:00`);
  expect(ageInYears('20101121', at('2026-11-20T23:59:59'))).toBe(15);
  expect(ageInYears('20101121', at('2026-11-21T00:00:00'))).toBe(16);
  expect(isTooYoungToWork('20101121', at('2026-11-20T23:59:59'))).toBe(true);
  expect(ageInYears('20080229', at('2026-02-28T12:00:00'))).toBe(17);
  expect(ageInYears('20080229', at('2026-03-01T00:00:00'))).toBe(18);
});

test('calendar days exist or do not', () => {
  for (const day of ['20240229', '19000228', '20000229', '21991231']) expect([day, isCalendarDay(day)]).toEqual([day, true]);
  for (const day of ['20230229', '19000229', '20241301', '20240100', '2024022', '00000000', '22000101']) expect([day, isCalendarDay(day)]).toEqual([day, false]);
});

test('a personal value shows itself to nobody who does not ask for it', () => {
  const name = new Personal('张建国');
  expect([JSON.stringify({ name }), String(name), inspect(name), Object.values(name)].join(' ')).not.toContain('张建国');
  expect(name.reveal()).toBe('张建国');
});
