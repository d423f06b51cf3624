/* Typing an identity number: shown in groups, wrong as soon as it cannot be right, complete when the check digit holds. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { idCheckDigit, isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { idPad, idPadKey, idPadLength } from '@kuaizhao/kiosk/session/person/id-pad.ts';

const typedIn = (keys: string): string => keys.split('').reduce(idPadKey, '');

test('hardware.md §1 each character typed: groups of 6, 8 and 4; X only in the last place; nothing behind it', () => {
  const number = '11010519491231002X';
  const states = Array.from({ length: idPadLength + 1 }, (_, length) => idPad(number.slice(0, length)));
  expect(states.slice(0, -1).every(({ state, number: none }) => state === 'typing' && none === undefined)).toBe(true);
  expect(states.at(-1)).toEqual({ groups: ['110105', '19491231', '002X'], state: 'complete', number, fromFifteen: undefined, canType: { digit: false, x: false, erase: true } });
  expect(states.map(({ canType }) => canType.x).indexOf(true)).toBe(17);
  expect(idPad('')).toEqual({ groups: [], state: 'typing', number: undefined, fromFifteen: undefined, canType: { digit: true, x: false, erase: false } });
  expect(typedIn('X1X1010519491231002XX7')).toBe(number);
  expect(idPadKey(number, 'erase')).toBe(number.slice(0, -1));
  expect(idPadKey('', 'erase')).toBe('');
  expect(idPadKey('11', 'a')).toBe('11');
});

test('a birthday that is none is wrong at its last digit, unless the digits may be an old number', () => {
  expect(idPad('11010519491').state).toBe('typing');
  expect(idPad('11010519491331').state).toBe('wrongBirthday');
  expect(idPad('11010519490229').state).toBe('wrongBirthday');
  expect(idPad('11010549123100').state).toBe('typing');
  expect(idPad('1101054912310021').state).toBe('wrongBirthday');
});

test('fifteen digits of an old number are offered as eighteen, and may go on as eighteen', () => {
  const { state, fromFifteen } = idPad('110105491231002');
  expect([state, fromFifteen]).toEqual(['typing', '11010519491231002X']);
  expect(isIdNumber(fromFifteen ?? '')).toBe(true);
  expect(idPad('110105491331002').fromFifteen).toBeUndefined();
});

test('one wrong digit of eighteen is never complete', () => {
  const numbers = fc.stringMatching(/^[1-9]\d{5}(19[5-9]\d|200\d)(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/).map((seventeen) => seventeen + idCheckDigit(seventeen));
  fc.assert(fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
    expect(idPad(number)).toMatchObject({ state: 'complete', number });
    const changed = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
    expect(['wrongDigit', 'wrongBirthday']).toContain(idPad(changed).state);
  }), { verbose: 1 });
});

test('any text: never an exception, never more than eighteen characters, and typing it key by key is the same', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => {
    const { groups, state } = idPad(text);
    expect(groups.join('')).toMatch(/^\d{0,17}$|^\d{17}[\dX]$/);
    expect(idPad(text.toUpperCase().split('').reduce(idPadKey, '')).groups).toEqual(groups);
    expect(state === 'complete').toBe(isIdNumber(groups.join('')) && groups.join('').length === 18);
  }), { verbose: 1 });
});
