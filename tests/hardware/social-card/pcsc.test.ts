/* The true chain for chip cards: driver, pcsc-mini, the machine's PC/SC daemon, a virtual reader, a virtual card. Needs pcscd and vsmartcard-vpcd; where they are missing it says so. */
import { afterEach, expect, test } from 'vitest';
import type { SocialCardEvent } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { openPcsc } from '@kuaizhao/hardware/social-card/pcsc/pcsc.ts';
import { createSocialCardReader } from '@kuaizhao/hardware/social-card/social-card-reader.ts';
import { missingForVirtualReader, startVirtualMachine } from './virtual-machine.ts';
import { somebody } from './somebody.ts';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

test('hardware.md §1 social-security card over real PC/SC: read, lifted, withheld by a city, the daemon gone and back', async (context) => {
  const missing = missingForVirtualReader();
  if (missing !== undefined) return context.skip(missing);
  const machine = await startVirtualMachine();
  undo.push(() => machine.stop());
  const reader = createSocialCardReader({ openService: () => openPcsc({ timer: realTimer, log: () => undefined }), timer: realTimer, slotName: 'Virtual' });
  undo.push(() => reader.close());
  const told: SocialCardEvent[] = [];
  reader.onEvent((event) => told.push(event));
  const coming = async (count: number): Promise<void> => {
    await expect.poll(() => told.length, { timeout: 20_000, interval: 20 }).toBeGreaterThanOrEqual(count);
  };

  await coming(1);
  const card = await machine.insert(somebody);
  await coming(2);
  await card.close();
  await coming(3);
  const withheld = await machine.insert(somebody, 'withheld');
  await coming(4);
  await withheld.close();
  await coming(5);
  const twoSteps = await machine.insert(somebody, 'getResponse');
  await coming(6);
  expect(told).toEqual([
    { type: 'ready' }, { type: 'socialCardRead', card: somebody }, { type: 'cardLifted' },
    { type: 'socialCardTrouble', trouble: 'numberWithheld' }, { type: 'cardLifted' }, { type: 'socialCardRead', card: somebody },
  ]);
  await twoSteps.close();
  await coming(7);
  await machine.stop();
  await coming(8);
  expect(told.at(-1)).toEqual({ type: 'outOfService', reason: 'noService' });
  const again = await startVirtualMachine();
  undo.push(() => again.stop());
  await coming(9);
  expect(told.at(-1)).toEqual({ type: 'ready' });
  return undefined;
}, 60_000);
