/* Start and leaving times: no tile offers a time that is over, and every one is a time that the hall takes. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { dayOfStart, leaveTimes, shifted, startAtHour, startDays, startOn } from '@kuaizhao/kiosk/screens/view/start-time.ts';

/** 05:20 in China */
const dawn = Date.UTC(2026, 10, 20, 21, 20);
const hour = 3_600_000;
const anyNow = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });

test('the tiles of a morning', () => {
  const seven = startAtHour(dawn, 7);
  expect(localTime(seven)).toBe('07:00');
  expect([dawn, seven, seven + 24 * hour, seven + 48 * hour, seven + 96 * hour].map((start) => dayOfStart(start, dawn))).toEqual(['now', 'today', 'tomorrow', 'dayAfter', undefined]);
  expect(startDays.map((day) => localTime(startOn(day, seven, dawn)))).toEqual(['05:20', '07:00', '07:00', '07:00']);
  expect(localTime(startOn('tomorrow', dawn, dawn))).toBe('06:00');
});

test('a time of day that is over becomes the next half hour', () => {
  const noon = dawn + 6.5 * hour + 10 * 60_000;
  expect(localTime(noon)).toBe('12:00');
  expect(localTime(startOn('today', startAtHour(noon, 7) + 24 * hour, noon))).toBe('12:30');
});

test('leaving: before the start, with time to get on; nothing for work that begins at once', () => {
  const seven = startAtHour(dawn, 7);
  expect(leaveTimes(seven, dawn).map(localTime)).toEqual(['05:30', '06:00', '06:15', '06:30', '06:45', '07:00']);
  expect(leaveTimes(dawn, dawn)).toEqual([]);
  expect(leaveTimes(undefined, dawn)).toEqual([]);
});

test('a later day is on the tapped day and never over', () => {
  fc.assert(fc.property(anyNow, fc.integer({ min: -48, max: 400 }), fc.constantFrom('today', 'tomorrow', 'dayAfter'), (now, halfHours, day) => {
    const start = startOn(day, now + halfHours * hour / 2, now);
    expect(start).toBeGreaterThan(now);
    // In the last half hour of a day "today" has no half hour left: the next one is tomorrow's first.
    expect(localTime(now) >= '23:30' || dayOfStart(start, now) === day).toBe(true);
  }));
});

test('a shifted start is on the half hour, of the same day and not over', () => {
  fc.assert(fc.property(anyNow, fc.integer({ min: 1, max: 72 * hour }), fc.constantFrom(1, -1), (now, ahead, way) => {
    const start = now + ahead;
    const moved = shifted(start, way, now);
    fc.pre(moved !== undefined);
    expect(localTime(moved)).toMatch(/:(00|30)$/);
    expect(localDay(moved)).toBe(localDay(start));
    expect(moved).toBeGreaterThan(now);
    expect(Math.sign(moved - start)).toBe(way);
  }));
});
