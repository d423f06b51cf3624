/* The driver for chip cards against virtual ones in memory, in time that moves only when told: read, withheld, foreign, mute, pulled at any moment, service gone. */
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { SocialCardEvent, SocialCardRead, SocialCardReader } from '@kuaizhao/hardware/ports.ts';
import { readSocialCard, recordValue } from '@kuaizhao/hardware/social-card/read-card.ts';
import { createSocialCardSimulator } from '@kuaizhao/hardware/social-card/simulated/simulator.ts';
import { createVirtualCard } from '@kuaizhao/hardware/social-card/simulated/virtual-card.ts';
import { createSocialCardReader } from '@kuaizhao/hardware/social-card/social-card-reader.ts';
import { createManualTimer } from '../manual-timer.ts';
import { somebody } from './somebody.ts';

const open: SocialCardReader[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.close()));
});

function bench() {
  const timer = createManualTimer();
  const slot = createSocialCardSimulator({ timer });
  const logged: string[] = [];
  const reader = createSocialCardReader({ openService: slot.openService, timer, log: (event, details) => logged.push(JSON.stringify([event, details])) });
  open.push(reader);
  const events: SocialCardEvent[] = [];
  reader.onEvent((event) => events.push(event));
  const told = (): string[] => events.map((event) => (event.type === 'socialCardTrouble' ? event.trouble : event.type === 'outOfService' ? event.reason : event.type));
  return { timer, slot, reader, events, told, logged };
}

test('hardware.md §1 a social-security card is read once, its leaving is told, and nothing of it is logged', async () => {
  const { timer, slot, events, logged } = bench();
  await timer.advance(100);
  slot.place(somebody);
  await timer.advance(30_000);
  slot.lift();
  expect(events).toEqual([{ type: 'ready' }, { type: 'socialCardRead', card: somebody }, { type: 'cardLifted' }]);
  expect(logged.join()).not.toMatch(/买买提|653101|X12345678/);
});

test.each([['withheld', 'numberWithheld'], ['absent', 'numberWithheld'], ['otherCard', 'notSocialCard']] as const)('hardware.md §1 EF06 per region: a card that is %s says %s, once', async (kind, trouble) => {
  const { timer, slot, told } = bench();
  await timer.advance(100);
  slot.place(somebody, kind);
  await timer.advance(30_000);
  expect(told()).toEqual(['ready', trouble]);
});

test('a card that does not answer: asked to be put in again; one that answers slowly is read', async () => {
  const { timer, slot, told } = bench();
  await timer.advance(100);
  slot.setFaults({ mute: true });
  slot.place(somebody);
  await timer.advance(30_000);
  expect(told()).toEqual(['ready', 'placeAgain']);
  slot.setFaults({ mute: false, slowMs: 800 });
  slot.place(somebody);
  await timer.advance(30_000);
  expect(told().at(-1)).toBe('socialCardRead');
});

test('pulled or swapped at any moment of its reading: nobody, or whoever lies there; the next one is read', async () => {
  const other: SocialCardRead = { ...somebody, name: '李样例', number: '11010519491231002X' };
  for (let at = 0; at <= 130; at += 5) {
    const { timer, slot, events, told } = bench();
    await timer.advance(100);
    slot.place(somebody);
    await timer.advance(at);
    if (at % 2 === 0) slot.lift();
    slot.place(other);
    await timer.advance(5_000);
    expect(told().at(-1)).toBe('socialCardRead');
    expect(events.at(-1)).toMatchObject({ card: { number: other.number } });
    expect(told()).not.toContain('placeAgain');
  }
});

test('the reader’s cable pulled with a card in it, the service stopped and started: each is told once', async () => {
  const { timer, slot, told } = bench();
  await timer.advance(100);
  slot.place(somebody);
  await timer.advance(3_000);
  slot.unplug();
  await timer.advance(3_000);
  slot.plugIn();
  await timer.advance(3_000);
  slot.stopService();
  await timer.advance(20_000);
  slot.startService();
  await timer.advance(10_000);
  expect(told()).toEqual(['ready', 'socialCardRead', 'cardLifted', 'unplugged', 'ready', 'socialCardRead', 'cardLifted', 'noService', 'ready', 'socialCardRead']);
});

test('a machine without PC/SC says so, and closing ends everything', async () => {
  const { timer, slot, reader, told } = bench();
  slot.stopService();
  await timer.advance(60_000);
  expect(told()).toEqual(['noService']);
  await reader.close();
  slot.startService();
  await timer.advance(10_000);
  expect(told()).toEqual(['noService']);
  expect(timer.pending()).toBe(0);
});

test('any answers of a card: never an exception, never half a person', async () => {
  const timer = createManualTimer();
  const truth = createVirtualCard(somebody);
  const wild = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.of(...bytes, 0x90, 0x00)), fc.constant(Uint8Array.of(0x61, 0x10)), fc.constant(undefined));
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), wild), { minLength: 9, maxLength: 9 }), async (answers) => {
    let asked = 0;
    const outcome = await readSocialCard({
      transmit: (apdu) => {
        const [spoiled, answer] = answers[asked++] ?? [false, undefined];
        const right = truth(apdu);
        return spoiled && answer !== undefined ? Promise.resolve(answer) : spoiled ? Promise.reject(new Error('pulled')) : Promise.resolve(right);
      },
      release: () => Promise.resolve(),
    }, timer);
    expect(outcome.type === 'read' ? outcome.card.number : somebody.number).toMatch(/^(\d{17}[\dX]|\d{15})$/);
    expect(timer.pending()).toBe(0);
  }), { verbose: 1 });
});

test('records with tag and length, and bare ones', () => {
  expect(recordValue(Uint8Array.of(8, 2, 0x31, 0x32))).toEqual(Uint8Array.of(0x31, 0x32));
  expect(recordValue(Uint8Array.of(0x31, 0x32, 0x33))).toEqual(Uint8Array.of(0x31, 0x32, 0x33));
});
