/* The order of the set-up's screens: who may begin, where each refusal leads, what is nobody's any more, and that it ends by itself. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Touch } from '@kuaizhao/kiosk/session/face.ts';
import { firstSetUp, nextSetUp, setUpLimits, setUpScreen, urlOf, type SetUpEffect, type SetUpEvent, type SetUpState } from '@kuaizhao/kiosk/session/set-up/machine.ts';
import { addressMost, addressPages, setUpRefusals } from '@kuaizhao/kiosk/session/set-up/scenes.ts';

const first = firstSetUp({ why: 'new', deviceId: 'kiosk-3', printerId: 'printer-3', url: 'https://hall.local:7443' });

function play(state: SetUpState, events: readonly SetUpEvent[], ms = 0): { readonly state: SetUpState; readonly effects: readonly SetUpEffect[] } {
  let [now, effects] = [state, [] as readonly SetUpEffect[]];
  for (const event of events) {
    const step = nextSetUp(now, event, ms);
    [now, effects] = [step.state, [...effects, ...step.effects]];
  }
  return { state: now, effects };
}
const touches = (...all: readonly Touch[]): readonly SetUpEvent[] => all.map((touch) => ({ type: 'touch', touch }));
const digits = (text: string): readonly Touch[] => Array.from(text, (digit) => ({ type: 'digit', digit }));
const begin: Touch = { type: 'go', to: 'setUp' };
const asking = play(first, touches(begin, { type: 'next' }, ...digits('40718253'), { type: 'next' }));

describe('from an empty kiosk to work', () => {
  test('the address stands there as configured, then the code; both go out once', () => {
    expect(setUpScreen(first)).toEqual({ at: 'setUpShut', why: 'new' });
    expect(setUpScreen(play(first, touches(begin)).state)).toEqual({ at: 'setUpAddress', typed: 'hall.local:7443', complete: true, page: 'digits' });
    expect(setUpScreen(asking.state)).toEqual({ at: 'setUpAsking' });
    expect(asking.effects).toEqual([{ type: 'enrol', attempt: 1, url: 'https://hall.local:7443', code: '40718253' }]);
  });
  test('the signs, then the certificate, and after three seconds it goes to work by itself; a printer of another name is read first', () => {
    const signs = play(asking.state, [{ type: 'signs', attempt: 1, signs: 'ABCDE-FGH12' }]);
    expect(setUpScreen(signs.state)).toEqual({ at: 'setUpSigns', signs: 'ABCDE-FGH12' });
    const done = play(signs.state, [{ type: 'in', attempt: 1, hallPrinter: 'printer-3' }], 10_000);
    expect(setUpScreen(done.state)).toEqual({ at: 'setUpIn', printers: undefined });
    expect(play(done.state, [{ type: 'tick' }], 10_000 + setUpLimits.inMs - 1).effects).toEqual([]);
    expect(play(done.state, [{ type: 'tick' }], 10_000 + setUpLimits.inMs).effects).toEqual([{ type: 'work' }]);
    const other = play(signs.state, [{ type: 'in', attempt: 1, hallPrinter: 'printer-9' }], 10_000);
    expect(setUpScreen(other.state)).toEqual({ at: 'setUpIn', printers: { here: 'printer-3', hall: 'printer-9' } });
    expect(play(other.state, [{ type: 'tick' }], 10_000 + setUpLimits.inMs).effects).toEqual([]);
    expect(play(other.state, touches({ type: 'next' })).effects).toEqual([{ type: 'work' }]);
    // The page was lost while it was read: the certificate is kept, and the kiosk goes to work all the same.
    expect(play(done.state, touches({ type: 'end' })).state.scene.at).toBe('in');
  });
});

describe('who may not', () => {
  const others: readonly Touch[] = [{ type: 'wantToHire' }, { type: 'next' }, { type: 'readiness' }, { type: 'digit', digit: '1' }, { type: 'choose', id: 'a' }, { type: 'go', to: 'maintenance' }, { type: 'back' }, { type: 'end' }];
  test.each(others)('at the screen for everybody nothing but the button that is held leads on: %o', (touch) => {
    expect(play(first, touches(touch)).state.scene).toEqual({ at: 'shut' });
  });
  test('whoever walks away leaves nothing: after three minutes the screen for everybody, in the language of the hall, without the code', () => {
    const typing = play(first, touches(begin, { type: 'next' }, ...digits('4071'), { type: 'language', language: 'en' }), 5_000).state;
    expect(play(typing, [{ type: 'tick' }], 5_000 + setUpLimits.idleMs - 1).state.scene.at).toBe('code');
    const left = play(typing, [{ type: 'tick' }], 5_000 + setUpLimits.idleMs).state;
    expect([left.scene, left.language]).toEqual([{ at: 'shut' }, 'zh-CN']);
    expect(JSON.stringify(left)).not.toContain('4071');
  });
  test('signs that differ end the talk, and its late answers are nobody’s', () => {
    const signs = play(asking.state, [{ type: 'signs', attempt: 1, signs: 'ABCDE-FGH12' }]).state;
    const ended = play(signs, touches({ type: 'back' }));
    expect([ended.state.scene, ended.effects]).toEqual([{ at: 'shut' }, [{ type: 'cancel' }]]);
    const again = play(ended.state, touches(begin, { type: 'next' }, ...digits('11112222'), { type: 'next' })).state;
    for (const late of [{ type: 'in', attempt: 1, hallPrinter: 'printer-3' }, { type: 'signs', attempt: 1, signs: 'X' }, { type: 'refused', attempt: 1, why: 'unreachable' }] as const) {
      expect(play(again, [late]).state.scene).toEqual({ at: 'asking', attempt: 2 });
      expect(play(ended.state, [late]).state.scene).toEqual({ at: 'shut' });
    }
  });
});

test.each(setUpRefusals)('%s has a way on: to the address when it may be the address, else to a new code', (why) => {
  const refused = play(asking.state, [{ type: 'refused', attempt: 1, why }]);
  expect(setUpScreen(refused.state)).toEqual({ at: 'setUpRefused', why, deviceId: 'kiosk-3' });
  const on = play(refused.state, touches({ type: 'next' })).state.scene;
  expect(on).toEqual(['unreachable', 'notUnderstood', 'notTheHall', 'otherHall'].includes(why) ? { at: 'address', page: 'digits' } : { at: 'code', digits: '' });
  expect(play(refused.state, touches({ type: 'back' })).state.scene).toEqual({ at: 'shut' });
});

test('clocks that differ are shown both, and are gone with the screen', () => {
  const clocks = { here: Date.parse('2026-11-21T05:31:00+08:00'), hall: Date.parse('2026-11-22T17:02:00+08:00') };
  const refused = play(asking.state, [{ type: 'refused', attempt: 1, why: 'clocksDiffer', clocks }]).state;
  expect(setUpScreen(refused)).toEqual({ at: 'setUpRefused', why: 'clocksDiffer', deviceId: 'kiosk-3', clocks });
  expect(JSON.stringify(play(refused, touches({ type: 'next' })).state)).not.toContain(String(clocks.hall));
});

test.each([
  ['hall.local:7443', 'https://hall.local:7443'], ['192.168.1.20', 'https://192.168.1.20'], ['192.168.1.20:443', 'https://192.168.1.20'], ['[fd00::7]:7443', 'https://[fd00::7]:7443'],
  ['', undefined], ['192.168.1', undefined], ['7443', undefined], ['192.168.1.999', undefined], ['hall:0', undefined], ['hall:70000', undefined], ['hall:', undefined], ['a@hall.local', undefined], ['hall.local/x', undefined], ['hall local', undefined], ['..', undefined],
])('the address %j is called as %j', (typed, url) => { expect(urlOf(typed)).toBe(url); });

const anyTouch: fc.Arbitrary<Touch> = fc.oneof(
  fc.constantFrom<Touch>(begin, { type: 'next' }, { type: 'back' }, { type: 'end' }, { type: 'erase' }, { type: 'readiness' }, { type: 'go', to: 'letters' }, { type: 'go', to: 'digits' }, { type: 'go', to: 'maintenance' }),
  fc.constantFrom(...Array.from('0123456789')).map((digit): Touch => ({ type: 'digit', digit })), fc.constantFrom(...addressPages.digits, ...addressPages.letters, '/', '@', 'https://', ' ').map((id): Touch => ({ type: 'choose', id })),
);
const anyEvent: fc.Arbitrary<SetUpEvent> = fc.oneof(
  { weight: 6, arbitrary: anyTouch.map((touch): SetUpEvent => ({ type: 'touch', touch })) }, fc.constant<SetUpEvent>({ type: 'tick' }),
  fc.integer({ min: 0, max: 3 }).chain((attempt) => fc.constantFrom<SetUpEvent>({ type: 'signs', attempt, signs: 'ABCDE-FGH12' }, { type: 'refused', attempt, why: 'noCode' }, { type: 'in', attempt, hallPrinter: 'printer-3' })),
);
test('whatever comes in whatever order: only whole codes go out to whole addresses, each attempt once, and work begins only for a kiosk that is in', () => {
  fc.assert(fc.property(fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 60_000 })), { maxLength: 120 }), runs));
});

/** Gives what broke the rule; nothing is as it should be. */
function runs(events: readonly (readonly [SetUpEvent, number])[]): void {
  let [state, ms] = [first, 0];
  const attempts: number[] = [];
  const broken: string[] = [];
  for (const [event, after] of events) {
    ms += after;
    const step = nextSetUp(state, event, ms);
    for (const effect of step.effects) {
      if (effect.type === 'enrol') attempts.push(effect.attempt);
      if (effect.type === 'enrol' && (!/^\d{8}$/.test(effect.code) || urlOf(new URL(effect.url).host) !== effect.url)) broken.push(`went out: ${JSON.stringify(effect)}`);
      if (effect.type === 'work' && state.scene.at !== 'in') broken.push(`work from ${state.scene.at}`);
    }
    state = step.state;
    if (state.address.length > addressMost) broken.push('a longer address');
    if (setUpScreen(state).at !== 'setUpCode' && /"digits":"\d/.test(JSON.stringify(state.scene))) broken.push('the code stays');
  }
  expect([broken, attempts]).toEqual([[], attempts.map((_, at) => at + 1)]);
}
