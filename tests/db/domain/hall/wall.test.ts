/* F15 matching.md §2, §3: rules, head starts and settings are data with dates, and hang on the wall as they hold. */
import { expect, test } from 'vitest';
import { hallSettingsSchema, type HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { wallCodes, wallLineSchema, wallLinesMost, wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { wallSentence } from '@kuaizhao/kiosk/i18n/papers/wall-zh-cn.ts';
import { languages } from '../../../../display-board/i18n/texts.ts';
import { hallSettings } from '../../../fixtures/hall.ts';

const day = '2026-11-21';
const withRules = (more: object): HallSettings => hallSettingsSchema.parse({ ...hallSettings, ...more });
const everything = withRules({
  queueRules: [
    { from: '2026-01-01' },
    { from: '2026-11-01', headStart: { veteran: 30, infant: 0 }, overdueMinutes: 25, turns: { priority: 2, normal: 3 }, autoCalls: { on: true }, noShow: { calls: 1, backPlaces: 3, backTimes: 1 }, reinstate: { withinMinutes: 60, times: 1, at: 'half' }, appointments: { services: [{ service: 'policy', capacity: 10 }] } },
    { from: '2026-12-01', overdueMinutes: 20 },
  ],
  matchingRules: [{ from: '2026-10-01', headStart: { hardship: 20, employerCancelled: 10, most: 30 }, waitingFirstMinutes: 50 }],
});
const find = (settings: HallSettings, code: string, on = day) => wallOf(settings, on).find((line) => line.code === code);

test('F15 the wall says the rules of its day, since when, and the head starts by reason', () => {
  expect(find(everything, 'overdue')).toEqual({ code: 'overdue', numbers: [25], since: '2026-11-01' });
  expect(find(everything, 'overdue', '2026-12-02')).toEqual({ code: 'overdue', numbers: [20], since: '2026-12-01' });
  expect(find(everything, 'overdue', '2025-12-31')).toEqual({ code: 'overdue', numbers: [40] });
  expect(wallOf(everything, day).filter((line) => line.code === 'headStart')).toEqual([
    { code: 'headStart', numbers: [30], who: ['veteran'], since: '2026-11-01' },
    { code: 'headStart', numbers: [15], who: ['elder', 'disabled', 'pregnant', 'soldier', 'illness'], elderFrom: 70, since: '2026-11-01' },
  ]);
  expect(find(everything, 'hardship')).toEqual({ code: 'hardship', numbers: [20], since: '2026-10-01' });
  expect(find(everything, 'waitingFirst')).toMatchObject({ numbers: [50] });
  expect([find(everything, 'calls')?.numbers, find(everything, 'missedClosed')?.numbers, find(everything, 'turns')?.numbers, find(everything, 'appointments')?.numbers]).toEqual([[3, 30, 90], [3], [2, 3], [40]]);
});

test('F15 a rule that the hall does not have is not on its wall, and a hall that has set nothing has a wall all the same', () => {
  expect(find(hallSettings, 'calls')).toBeUndefined();
  expect(find(hallSettings, 'appointments')).toBeUndefined();
  expect(wallOf(hallSettings, day).every((line) => line.since === undefined)).toBe(true);
  expect(wallOf(hallSettings, day).map((line) => line.code)).toEqual(expect.arrayContaining(['free', 'firstCome', 'headStart', 'overdue', 'hardship', 'modeOpen', 'modeDraw', 'modeRotation']));
});

test('F15 every line fits its schema and is a plain sentence on board and paper, in every language, without a gap', () => {
  const outAtOnce = withRules({ queueRules: [{ from: '2026-01-01', noShow: { calls: 1, backPlaces: 0, backTimes: 0 } }] });
  const lines = [...wallOf(everything, day), ...wallOf(hallSettings, day), ...wallOf(outAtOnce, day)];
  expect(new Set(lines.map((line) => line.code)).size).toBe(wallCodes.length);
  expect(wallOf(everything, day).length).toBeLessThanOrEqual(wallLinesMost);
  for (const line of lines) {
    expect(wallLineSchema.parse(line)).toEqual(line);
    expect(wallSentence(line)).toMatch(/^[^{}]{6,60}[。]$/);
    expect(wallSentence(line)).not.toMatch(/undefined|NaN/);
    for (const texts of Object.values(languages)) expect(texts[`wall.${line.code}`].length).toBeLessThanOrEqual(90);
  }
});
