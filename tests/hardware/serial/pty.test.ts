/* The true chain on a true tty: driver, serialport, kernel, serialport, simulated module. Then the cable is pulled and a new one put in. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { ReaderEvent } from '@kuaizhao/hardware/ports.ts';
import { refusalOf } from '@kuaizhao/hardware/serial/line-refusal.ts';
import { listSerialPorts } from '@kuaizhao/hardware/serial/ports/list-ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
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

/** Why a port could not be opened; undefined when it could. */
const refused = (path: string): Promise<string | undefined> => openSerialLine({ path, baud }).then(async (line) => {
  await line.close();
  return undefined;
}, refusalOf);

test('hardware.md §1 one open owner: a second one of this process is refused by name, through any path, and let in when the first is gone', async () => {
  expect(await refused('/dev/no-such-port')).toBe('notThere');
  const pair = await openPtyPair();
  undo.push(() => pair.pull());
  const line = await openSerialLine({ path: pair.near, baud });
  const other = join(await mkdtemp(join(tmpdir(), 'kuaizhao-port-')), 'by-id');
  await symlink(pair.near, other);
  undo.push(() => rm(dirname(other), { recursive: true }));
  expect([await refused(pair.near), await refused(other)]).toEqual(['takenHere', 'takenHere']);
  await line.close();
  expect(await refused(other)).toBeUndefined();
});

test('hardware.md §1 one open owner: another process finds the port locked', async () => {
  const pair = await openPtyPair();
  undo.push(() => pair.pull());
  const script = `const { openSerialLine } = await import(${JSON.stringify(import.meta.resolve('@kuaizhao/hardware/serial/serial-line.ts'))});
    await openSerialLine({ path: ${JSON.stringify(pair.near)}, baud: ${baud} }); process.stdout.write('open');`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  undo.push(async () => void other.kill('SIGKILL'));
  await new Promise((resolve) => { other.stdout.once('data', resolve); });
  expect(await refused(pair.near)).toBe('takenElsewhere');
});

test('the list of ports never rejects, also where the system cannot tell', async () => {
  expect(Array.isArray(await listSerialPorts(realTimer))).toBe(true);
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
