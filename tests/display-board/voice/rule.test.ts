/* Whether, for whom and how loud a board speaks. */
import { expect, test } from 'vitest';
import { ruleOf } from '@kuaizhao/display-board/board/sound/rule.ts';
import { orderOf } from '../stage/full-board.ts';
import { call } from '../stage/morning.ts';

const at = (time: string): number => Date.parse(`2026-11-21T${time}:00+08:00`);
const voice = { speaker: 'hall-1', places: ['w3', 't5'], repeat: 2, second: 'en' as const, volume: [{ from: '04:00', percent: 80 }, { from: '08:30', percent: 40 }, { from: '22:00', percent: 0 }] };

test('F17 its own windows and tables, so often, in these languages', () => {
  const rule = ruleOf(orderOf('wide', 'rush', { voice }));
  expect([rule.repeat, rule.second]).toEqual([2, 'en']);
  expect([call('a', 'A001', 3), call('b', 'A002', 4), call('c', 'A003', 5, { to: { kind: 'table', id: 't5' } })].map(rule.mine)).toEqual([true, false, true]);
});

test('F17 as loud as the hour says; before the first hour of the day the last one holds', () => {
  const { gainAt } = ruleOf(orderOf('wide', 'rush', { voice }));
  expect(['04:00', '08:29', '08:30', '21:59', '22:00', '03:59'].map((time) => gainAt(at(time)))).toEqual([0.8, 0.8, 0.4, 0.4, 0, 0]);
});

test('a board that the agent did not name for its loudspeaker says nothing; one without any word of it says everything', () => {
  expect(ruleOf({ ...orderOf('wide', 'rush', { voice }), speaks: false }).mine(call('a', 'A001', 3))).toBe(false);
  const plain = ruleOf(undefined);
  expect([plain.mine(call('b', 'A002', 4)), plain.repeat, plain.second, plain.gainAt(at('22:00'))]).toEqual([true, 1, undefined, 1]);
});
