/* A true reader driver and a simulated module on one line, in time that moves only when told. */
import { afterEach } from 'vitest';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator, type ReaderSimulatorParts } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { CardReader, ReaderEvent } from '@kuaizhao/hardware/ports.ts';
import { createManualTimer } from '../manual-timer.ts';

/** Readers that the test opened; closed behind it. */
export const open: CardReader[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.close()));
});

/** A driver and a module on one line, and what the driver told so far. */
export function bench(parts: Omit<ReaderSimulatorParts, 'timer'> = {}) {
  const timer = createManualTimer();
  const module = createReaderSimulator({ timer, ...parts });
  const logged: string[] = [];
  const reader = createCardReader({ openLine: module.openLine, timer, log: (event, details) => logged.push(JSON.stringify([event, details])) });
  open.push(reader);
  const events: ReaderEvent[] = [];
  reader.onEvent((event) => events.push(event));
  const told = (): string[] =>
    events.map((event) => {
      if (event.type === 'cardTrouble') return event.trouble;
      if (event.type === 'outOfService') return event.reason;
      return event.type === 'cardRead' ? event.card.name : event.type;
    });
  return { timer, module, reader, events, told, logged };
}
