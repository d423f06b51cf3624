/* Alarms by threshold: silent below it, there at it, in the order in which they cannot wait. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alarmKinds, alarmRulesOf, alarmSchema, alarmsMost, alarmsOf, type Alarm, type HallNow } from '@kuaizhao/db/domain/hall/alarms.ts';

const now = Date.parse('2026-11-20T21:31:20Z');
const minute = 60_000;
const quiet: HallNow = { services: [{ code: 'rights', work: false, waiting: 3 }, { code: 'work', work: true, waiting: 400 }], windows: [], devices: [], unheard: 0, papers: 0 };
const kinds = (alarms: readonly Alarm[]): string[] => alarms.map(({ kind, about }) => [kind, about ?? ''].join(' ').trim());

test('§6 alarms: wait, length, idle window, machines and the city, each at its threshold and not a moment before', () => {
  const rules = alarmRulesOf({ alarms: { waitMinutes: 20, queueLength: 30, workLength: 600, idleMinutes: 10, awayMinutes: 2, cityMinutes: 30 } });
  const at = (age: number): Alarm[] => alarmsOf({
    ...quiet,
    services: [{ code: 'rights', work: false, waiting: 30, oldest: now - age }, { code: 'work', work: true, waiting: 599, oldest: now - 1 }],
    windows: [{ id: 'w1', services: ['rights'], idleSince: now - age }, { id: 'w2', services: ['policy'], idleSince: now - age }],
    devices: [{ deviceId: 'kiosk-1', connected: false, since: now - age, printer: 'paperOut' }, { deviceId: 'kiosk-2', connected: true, since: 0, printer: 'cutterError', readerDownSince: now - age }],
    cityAwaySince: now - age,
  }, rules, now);
  expect(kinds(at(0))).toEqual(['printer kiosk-2', 'reader kiosk-2', 'length rights']);
  expect(kinds(at(2 * minute - 1))).not.toContain('away kiosk-1');
  expect(kinds(at(2 * minute))).toEqual(['printer kiosk-2', 'reader kiosk-2', 'away kiosk-1', 'length rights']);
  expect(kinds(at(10 * minute))).toContain('idle w1');
  expect(kinds(at(60 * minute))).not.toContain('idle w2');
  expect(kinds(at(20 * minute))).toContain('wait rights');
  expect(kinds(at(30 * minute - 1))).not.toContain('city');
  expect(kinds(at(30 * minute)).at(-1)).toBe('city');
});

test('§6 alarms: a hall that is well has none; unheard calls stand first; never more than a list holds', () => {
  const rules = alarmRulesOf({});
  expect(alarmsOf(quiet, rules, now)).toEqual([]);
  const age = fc.option(fc.nat(90 * minute), { nil: undefined });
  const since = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : now - ms);
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(2_000), age)), fc.array(fc.tuple(age, age)), fc.array(fc.tuple(fc.boolean(), fc.nat(90 * minute), age)), fc.nat(5), (services, windows, devices, unheard) => {
    const alarms = alarmsOf({
      services: services.map(([waiting, oldest], n) => ({ code: `s${String(n)}`, work: n === 0, waiting, oldest: since(oldest) })),
      windows: windows.map(([idle, help], n) => ({ id: `w${String(n)}`, services: ['s0', 's1'], idleSince: since(idle), helpSince: since(help) })),
      devices: devices.map(([connected, lost, down], n) => ({ deviceId: `k${String(n)}`, connected, since: now - lost, readerDownSince: since(down) })), unheard, papers: 0,
    }, rules, now);
    expect(alarms.length).toBeLessThanOrEqual(alarmsMost);
    for (const alarm of alarms) expect(alarmSchema.safeParse(alarm).success).toBe(true);
    const order = alarms.map(({ kind }) => alarmKinds.indexOf(kind));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(alarms[0]?.kind === 'unheard').toBe(unheard > 0);
  }));
});

test('§6 alarms: a hall that came back from a backup tells since when the erasures of the city are due in it', () => {
  expect(alarmsOf({ ...quiet, erasuresSince: now - minute }, alarmRulesOf({}), now)).toEqual([{ kind: 'erasures', since: now - minute }]);
});

test('§6 alarms: a machine whose key a second one has is told by name, before anything that can wait', () => {
  const alarms = alarmsOf({ ...quiet, copied: [{ deviceId: 'kiosk-2', since: now - minute }], devices: [{ deviceId: 'kiosk-2', connected: false, since: now - 60 * minute }] }, alarmRulesOf({}), now);
  expect(alarms).toEqual([{ kind: 'copied', about: 'kiosk-2', since: now - minute }, { kind: 'away', about: 'kiosk-2', since: now - 60 * minute }]);
});
