/* Cards of two kinds at one kiosk: the true drivers over simulated devices, and what the session hears of both. */
import { afterEach, expect, test } from 'vitest';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import { createSocialCardSimulator } from '@kuaizhao/hardware/social-card/simulated/simulator.ts';
import { createSocialCardReader } from '@kuaizhao/hardware/social-card/social-card-reader.ts';
import { createIdentities, type Identities } from '@kuaizhao/kiosk/host/devices/identities.ts';
import { people } from '../../../hardware/id-card/vectors.ts';
import { createManualTimer } from '../../../hardware/manual-timer.ts';
import { somebody } from '../../../hardware/social-card/somebody.ts';

const open: Identities[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function bench() {
  const timer = createManualTimer();
  const [reader, slot] = [createReaderSimulator({ timer }), createSocialCardSimulator({ timer })];
  const identities = createIdentities(createCardReader({ openLine: reader.openLine, timer }), createSocialCardReader({ openService: slot.openService, timer }));
  open.push(identities);
  const told: string[] = [];
  identities.onEvent((event) => told.push(event.type === 'cardRead' ? `${event.card.layout} ${event.card.sex} ${event.card.birth}` : event.type === 'cardTrouble' ? event.trouble : event.type));
  return { timer, reader, slot, told };
}

test('hardware.md §1 either card is a person; people are asked to take their cards until both are gone', async () => {
  const { timer, reader, slot, told } = bench();
  await timer.advance(1_000);
  slot.place(somebody);
  await timer.advance(3_000);
  reader.place(people.resident);
  await timer.advance(3_000);
  slot.lift();
  await timer.advance(3_000);
  expect(told).toEqual(['reader', 'socialSecurity male 19900101', 'resident female 19491231']);
  reader.lift();
  await timer.advance(3_000);
  expect(told.at(-1)).toBe('cardLifted');
});

test('hardware.md §1 EF06 kept back by a city: the person is shown another way; a foreign chip card is no identity card', async () => {
  const { timer, slot, told } = bench();
  await timer.advance(1_000);
  slot.place(somebody, 'withheld');
  await timer.advance(3_000);
  slot.lift();
  slot.place(somebody, 'otherCard');
  await timer.advance(3_000);
  expect(told).toEqual(['reader', 'numberWithheld', 'cardLifted', 'unknownCard']);
});

test('the slot or its service gone takes nothing from the card reader', async () => {
  const { timer, reader, slot, told } = bench();
  slot.stopService();
  await timer.advance(10_000);
  reader.place(people.hmtJ);
  await timer.advance(3_000);
  expect(told).toEqual(['reader', 'hkMacaoTaiwan female 19940823']);
});
