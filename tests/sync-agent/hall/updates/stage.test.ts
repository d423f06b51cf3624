/* Who gets a release when, as a pure decision. */
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { heard, moved, wantedBy, type Around, type UpdatesState } from '@kuaizhao/sync-agent/hall/updates/stage.ts';
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

test('a kiosk that left the hall holds nobody up; one that is switched off does; one of another platform gets nothing', () => {
  const ids = kiosks(4);
  const first = begun(ids);
  const left = moved(first, around(ids.slice(1), t0 + minute));
  expect(left.stage?.given).toEqual(['kiosk-02']);
  const off = pass(first, ids.slice(1), t0, 100, true, obedient);
  // `pass` says that only these are in force; the first one is, too.
  expect(moved({ ...off, stage: first.stage }, around(ids, t0 + 100 * minute)).stage?.given).toEqual(['kiosk-01']);
  const windows = heard({ kiosks: {}, stage: { version: '1.1.0', startedAt: t0, step: 'all', given: [] } }, 'kiosk-01', ask('1.0.0', { platform: 'win32-x64' }), t0, true);
  expect(moved(windows, around(['kiosk-01'], t0)).stage?.given).toEqual([]);
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
