/* Who gets a release when, as a pure decision. */
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { heard, isOff, moved, wantedBy, type Around, type UpdatesState } from '@kuaizhao/sync-agent/hall/updates/stage.ts';
import { isClosed } from '@kuaizhao/sync-agent/hall/updates/hours.ts';
import type { ReleaseAsk } from '@kuaizhao/sync-agent/contract/release/line.ts';

const t0 = Date.UTC(2026, 10, 22, 1);
const minute = 60_000;
const rules = { healthyMinutes: 10, sharePercent: 25 };
const ask = (running = '1.0.0', more: Partial<ReleaseAsk> = {}): ReleaseAsk => ({ platform: 'linux-x64', running, healthy: true, bad: [], ...more });
const kiosks = (count: number): string[] => Array.from({ length: count }, (_one, at) => `kiosk-${String(at + 1).padStart(2, '0')}`);
const around = (inForce: readonly string[], now: number): Around => ({ inForce, platforms: ['linux-x64'], rules, now });
const begun = (ids: readonly string[], now = t0): UpdatesState => {
  const all = ids.reduce<UpdatesState>((state, id) => heard(state, id, ask(), now, true), { kiosks: {} });
  return moved({ ...all, stage: { version: '1.1.0', startedAt: now, step: 'one', given: [] } }, around(ids, now));
};
/** Everybody says for so many minutes what `of` gives. */
function pass(state: UpdatesState, ids: readonly string[], from: number, minutes: number, open: boolean, of: (id: string, now: UpdatesState) => ReleaseAsk): UpdatesState {
  let next = state;
  for (let at = 1; at <= minutes; at += 1) for (const id of ids) next = moved(heard(next, id, of(id, next), from + at * minute, open), around(ids, from + at * minute));
  return next;
}
/** Whoever is given it has it. */
const obedient = (id: string, state: UpdatesState): ReleaseAsk => ask(state.stage?.given.includes(id) === true ? '1.1.0' : '1.0.0');

test('one, then a share, then all: each only after those before it did well for the set minutes of opening hours', () => {
  const ids = kiosks(12);
  const first = begun(ids);
  expect(first.stage).toMatchObject({ step: 'one', given: ['kiosk-01'] });
  expect(ids.filter((id) => wantedBy(first, id) === '1.1.0')).toEqual(['kiosk-01']);
  const nine = pass(first, ids, t0, 10, true, obedient);
  expect(nine.stage?.step).toBe('one');
  const share = pass(nine, ids, t0 + 10 * minute, 1, true, obedient);
  expect(share.stage).toMatchObject({ step: 'share', given: ['kiosk-01', 'kiosk-02', 'kiosk-03'] });
  const all = pass(share, ids, t0 + 11 * minute, 12, true, obedient);
  expect(all.stage).toMatchObject({ step: 'all', given: ids });
});

test('hours in which the hall is closed, a kiosk that is not well, and a silence count nothing', () => {
  const ids = kiosks(4);
  const night = pass(begun(ids), ids, t0, 600, false, obedient);
  expect(night.stage?.step).toBe('one');
  const unwell = pass(night, ids, t0 + 600 * minute, 60, true, (id, now) => ({ ...obedient(id, now), healthy: false }));
  expect(unwell.stage?.step).toBe('one');
  // It was away for a day and says now that all is well: one minute of that counts.
  const back = moved(heard(unwell, 'kiosk-01', ask('1.1.0'), t0 + 3 * 86_400_000, true), around(ids, t0 + 3 * 86_400_000));
  expect(back.kiosks['kiosk-01']?.wellMs).toBeLessThanOrEqual(minute);
});

test('one that went back, or did not take it, stops it for everybody; a full disk only keeps the others waiting', () => {
  const ids = kiosks(6);
  const share = pass(begun(ids), ids, t0, 11, true, obedient);
  expect(share.stage?.step).toBe('share');
  const gone = moved(heard(share, 'kiosk-02', ask('1.0.0', { bad: ['1.1.0'] }), t0 + 12 * minute, true), around(ids, t0 + 12 * minute));
  expect(gone.stage?.stopped).toEqual({ why: 'rolledBack', deviceId: 'kiosk-02', at: t0 + 12 * minute });
  expect(ids.map((id) => wantedBy(gone, id))).toEqual(ids.map(() => undefined));
  expect(pass(gone, ids, t0 + 12 * minute, 30, true, obedient).stage).toEqual(gone.stage);
  const refused = moved(heard(share, 'kiosk-02', ask('1.0.0', { refused: { version: '1.1.0', refusal: 'digestWrong' } }), t0 + 12 * minute, true), around(ids, t0 + 12 * minute));
  expect(refused.stage?.stopped?.why).toBe('refused');
  const full = pass(share, ids, t0 + 12 * minute, 40, true, (id, now) => (id === 'kiosk-02' ? ask('1.0.0', { refused: { version: '1.1.0', refusal: 'noRoom' } }) : obedient(id, now)));
  expect([full.stage?.stopped, full.stage?.step]).toEqual([undefined, 'share']);
});

test('a kiosk that left the hall holds nobody up; one of another platform gets nothing', () => {
  const ids = kiosks(4);
  const first = begun(ids);
  const left = moved(first, around(ids.slice(1), t0 + minute));
  expect(left.stage?.given).toEqual(['kiosk-02']);
  const windows = heard({ kiosks: {}, stage: { version: '1.1.0', startedAt: t0, step: 'all', given: [] } }, 'kiosk-01', ask('1.0.0', { platform: 'win32-x64' }), t0, true);
  expect(moved(windows, around(['kiosk-01'], t0)).stage?.given).toEqual([]);
});

/** As `pass`, where only `on` speak, every ten minutes, of all that are in force. */
function silent(state: UpdatesState, on: readonly string[], all: readonly string[], from: number, minutes: number): UpdatesState {
  let next = state;
  for (let at = 10; at <= minutes; at += 10) for (const id of on) next = moved(heard(next, id, obedient(id, next), from + at * minute, true), around(all, from + at * minute));
  return next;
}
const day = 24 * 60;

test('the first one switched off: for a day the others wait for it, then another one is the first, and a share begins only after one has really done well', () => {
  const ids = kiosks(8);
  const [off, ...on] = ids as [string, ...string[]];
  const waits = silent(begun(ids), on, ids, t0, day - 10);
  expect([waits.stage?.step, waits.stage?.given, isOff(waits, off)]).toEqual(['one', [off], false]);
  const next = silent(waits, on, ids, t0 + (day - 10) * minute, 10);
  expect([next.stage?.step, next.stage?.given, isOff(next, off)]).toEqual(['one', ['kiosk-02'], true]);
  // The second one took it and is well: its share is of those that are there, and the silent one is none of them.
  const share = pass(next, on, t0 + day * minute, 12, true, obedient);
  expect([share.stage?.step, share.stage?.given]).toEqual(['share', ['kiosk-02', 'kiosk-03']]);
  const all = silent(share, on, ids, t0 + (day + 12) * minute, 120);
  expect([all.stage?.step, all.stage?.given.toSorted()]).toEqual(['all', ids]);
  // It is back days later: it gets its version like everybody, and what it says counts as what anybody says.
  const later = t0 + 9 * day * minute;
  const back = moved(heard(all, off, ask(), later, true), around(ids, later));
  expect([isOff(back, off), wantedBy(back, off), back.stage?.stopped]).toEqual([false, '1.1.0', undefined]);
  const gone = moved(heard(back, off, ask('1.0.0', { bad: ['1.1.0'] }), later + minute, true), around(ids, later + minute));
  expect(gone.stage?.stopped).toEqual({ why: 'rolledBack', deviceId: off, at: later + minute });
  expect(ids.map((id) => wantedBy(gone, id))).toEqual(ids.map(() => undefined));
});

test('one of the share switched off: another one shows in its place how it does, and then all the others get it', () => {
  const ids = kiosks(8);
  const ten = pass(begun(ids), ids, t0, 10, true, obedient);
  const share = moved(heard(ten, 'kiosk-01', ask('1.1.0'), t0 + 11 * minute, true), around(ids, t0 + 11 * minute));
  expect(share.stage).toMatchObject({ step: 'share', given: ['kiosk-01', 'kiosk-02'] });
  const on = ids.filter((id) => id !== 'kiosk-02');
  const from = t0 + 11 * minute;
  const waits = silent(share, on, ids, from, day - 10);
  expect(waits.stage).toMatchObject({ step: 'share', given: ['kiosk-01', 'kiosk-02'] });
  const replaced = silent(waits, on, ids, from + (day - 10) * minute, 10);
  expect(replaced.stage).toMatchObject({ step: 'share', given: ['kiosk-01', 'kiosk-02', 'kiosk-03'] });
  expect(wantedBy(replaced, 'kiosk-02')).toBe('1.1.0');
  expect(silent(replaced, on, ids, from + day * minute, 120).stage?.step).toBe('all');
});

test('a hall without power for days: nobody is off because everybody was silent, and the first to speak pulls nobody along', () => {
  const ids = kiosks(8);
  const share = pass(begun(ids), ids, t0, 11, true, obedient);
  const morning = t0 + 5 * day * minute;
  const spoken = moved(heard(share, 'kiosk-01', ask('1.1.0'), morning, true), around(ids, morning));
  expect([spoken.stage?.step, ids.filter((id) => isOff(spoken, id))]).toEqual(['share', []]);
});

test('whatever kiosks say in whatever order: never more than one before the first is well, and nobody after it stopped', () => {
  const ids = kiosks(5);
  const word = record({ id: constantFrom(...ids), running: constantFrom('1.0.0', '1.1.0'), healthy: boolean(), bad: boolean(), open: boolean(), after: integer({ min: 0, max: 5 * minute }) });
  assert(property(array(word, { maxLength: 60 }), (words) => {
    let [state, now, stopped] = [begun(ids), t0, false];
    for (const { id, running, healthy, bad, open, after } of words) {
      now += after;
      const before = state;
      state = moved(heard(state, id, ask(running, { healthy, bad: bad ? ['1.1.0'] : [] }), now, open), around(ids, now));
      stopped ||= bad;
      expect(stopped ? ids.filter((one) => wantedBy(state, one) !== undefined) : []).toEqual([]);
      const first = before.stage?.given[0] ?? '';
      const further = (state.stage?.given.length ?? 0) > 1 && before.stage?.given.length === 1;
      expect(further ? state.kiosks[first] : { running: '1.1.0', healthy: true }).toMatchObject({ running: '1.1.0', healthy: true });
    }
  }), { numRuns: 300 });
});

test('closed: in the night, over midnight too, or when the day of today was closed; not because yesterday was', () => {
  const at = (time: string): number => Date.parse(`2026-11-22T${time}:00+08:00`);
  const night = { from: '22:00', to: '03:00' };
  const day = (openDay: string | undefined, dayClosed: boolean) => ({ openDay: () => openDay, dayClosed: () => dayClosed });
  expect(['21:59', '22:00', '23:59', '00:00', '02:59', '03:00', '05:00'].map((time) => isClosed(day(undefined, false), night, at(time)))).toEqual([false, true, true, true, true, false, false]);
  expect(isClosed(day('2026-11-22', true), night, at('18:00'))).toBe(true);
  expect(isClosed(day('2026-11-22', false), night, at('18:00'))).toBe(false);
  expect(isClosed(day('2026-11-21', true), night, at('05:00'))).toBe(false);
  expect(['00:59', '01:00', '03:59', '04:00'].map((time) => isClosed(day(undefined, false), { from: '01:00', to: '04:00' }, at(time)))).toEqual([false, true, true, false]);
});
