/* The true chain on a true tty: driver, serialport, kernel, serialport, simulated module. Then the cable is pulled and a new one put in. */
import { afterEach, expect, test } from 'vitest';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { ReaderEvent } from '@kuaizhao/hardware/ports.ts';
import { listSerialPorts, openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { people } from '../id-card/vectors.ts';
import { openPtyPair } from './pty-pair.ts';

const baud = 115_200;
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

test('a card is read over a tty; the cable is pulled with a card lying there and put back; the next card is read', async () => {
  const first = await openPtyPair();
  undo.push(() => first.pull());
  let path = first.near;
  const module = createReaderSimulator({ timer: realTimer, cardReadMs: 150 });
  undo.push(() => module.close());
  module.attach(await openSerialLine({ path: first.far, baud }));

  const events: ReaderEvent[] = [];
  const waiting: { readonly type: ReaderEvent['type']; readonly done: () => void }[] = [];
  const reader = createCardReader({ timer: realTimer, openLine: () => openSerialLine({ path, baud }) });
  undo.push(() => reader.close());
  reader.onEvent((event) => {
    events.push(event);
    for (const wait of waiting.splice(0)) {
      if (wait.type === event.type) wait.done();
      else waiting.push(wait);
    }
  });
  const coming = (type: ReaderEvent['type']): Promise<void> => new Promise((done) => waiting.push({ type, done }));

  await coming('ready');
  const read = coming('cardRead');
  module.place(people.uyghurName);
  await read;
  const lifted = coming('cardLifted');
  module.lift();
  await lifted;
  expect(events).toEqual([{ type: 'ready', samId: module.samId }, { type: 'cardRead', card: people.uyghurName }, { type: 'cardLifted' }]);

  const unplugged = coming('outOfService');
  module.place(people.resident);
  await first.pull();
  await unplugged;
  expect(events.at(-1)).toEqual({ type: 'outOfService', reason: 'unplugged' });

  const second = await openPtyPair();
  undo.push(() => second.pull());
  module.place(people.hmtJ);
  const [readyAgain, readAgain] = [coming('ready'), coming('cardRead')];
  module.attach(await openSerialLine({ path: second.far, baud }));
  path = second.near;
  await readyAgain;
  await readAgain;
  expect(events.at(-1)).toEqual({ type: 'cardRead', card: people.hmtJ });
}, 30_000);

test('a port that is not there rejects; a port in use rejects; the list never does', async () => {
  await expect(openSerialLine({ path: '/dev/no-such-port', baud })).rejects.toThrow('No such file');
  const pair = await openPtyPair();
  undo.push(() => pair.pull());
  const line = await openSerialLine({ path: pair.near, baud });
  undo.push(() => line.close());
  await expect(openSerialLine({ path: pair.near, baud })).rejects.toThrow('lock');
  expect(Array.isArray(await listSerialPorts())).toBe(true);
});

test('closing twice, writing after the end: no exception escapes', async () => {
  const pair = await openPtyPair();
  const line = await openSerialLine({ path: pair.near, baud });
  const closed = new Promise<void>((resolve) => line.onClose(resolve));
  await pair.pull();
  await closed;
  await expect(line.write(Uint8Array.of(1))).rejects.toThrow('line closed');
  await line.close();
  await line.close();
});
