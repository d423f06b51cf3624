/* The probe of a reader against the simulated module: what a person would read on the first hardware day, and that nobody's data is in it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReaderSimulator, type ReaderSimulatorParts } from '@kuaizhao/hardware/id-card/simulator.ts';
import { probeReader } from '@kuaizhao/hardware/probe/reader.ts';
import { createReport } from '@kuaizhao/hardware/probe/report.ts';
import { LineRefusal } from '@kuaizhao/hardware/serial/line-refusal.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { root } from '../../house/source.ts';
import { people } from '../id-card/vectors.ts';
import { createManualTimer } from '../manual-timer.ts';
import { openPtyPair } from '../serial/pty-pair.ts';

interface Told { readonly step: string; readonly verdict: string; readonly zh: string; readonly en: string; readonly [figure: string]: unknown }

/** A module at one port, a dead port beside it, and a port that somebody else has. */
function stand(parts: Omit<ReaderSimulatorParts, 'timer'> = {}, speaksAt = 115_200) {
  const timer = createManualTimer();
  const module = createReaderSimulator({ timer, ...parts });
  const told: Told[] = [];
  const report = createReport(timer, true, (line) => told.push(JSON.parse(line) as Told));
  const dead = createReaderSimulator({ timer });
  dead.setFaults({ silent: true });
  const probe = (port: string, baud?: number, cardWaitMs = 30_000) => probeReader({
    report, timer, port, baud, cardWaitMs,
    list: () => Promise.resolve([{ path: '/dev/ttyUSB0', vendorId: '1a86', productId: '7523' }, { path: '/dev/ttyUSB1' }, { path: '/dev/ttyS0' }]),
    open: (path, speed) => {
      if (path === '/dev/ttyS0') return Promise.reject(new LineRefusal('takenElsewhere', ''));
      return path === '/dev/ttyUSB1' && speed === speaksAt ? module.openLine() : dead.openLine();
    },
  });
  const steps = (): string[] => told.map(({ step, verdict }) => `${step} ${verdict}`);
  return { timer, module, told, steps, probe };
}

test('hardware.md §1 a reader is found among ports, asked everything, one card is read and shown masked', async () => {
  const { timer, module, told, steps, probe } = stand();
  const result = probe('auto');
  await timer.until(() => steps().includes('placeCard note'));
  module.place(people.resident);
  await timer.until(() => steps().includes('liftCard note'));
  module.lift();
  await timer.advance(5_000);
  expect(await result).toBe(0);
  expect(steps()).toEqual(['ports fine', 'port note', 'port fine', 'port note', 'service fine', 'placeCard note', 'find fine', 'select fine', 'read fine', 'managementNumber note', 'newAddress note', 'findAgain note', 'liftCard note', 'lifted note', 'config note']);
  expect(told.filter(({ step }) => step === 'port').map((port) => port['found'])).toEqual(['nobody', 'idReader', 'takenElsewhere']);
  expect(told.find(({ step }) => step === 'service')?.['samId']).toBe(module.samId);
  expect(told.at(-1)?.zh).toContain('"path":"/dev/ttyUSB1","baud":115200');
  const all = JSON.stringify(told);
  for (const word of [people.resident.name.slice(1), people.resident.number, people.resident.birth, people.resident.address]) expect(all).not.toContain(word);
});

test('a reader at another speed is found; every line is in both languages', async () => {
  const { timer, told, probe } = stand({}, 9_600);
  const result = probe('auto', undefined, 0);
  await timer.advance(20_000);
  expect(await result).toBe(0);
  expect(told.at(-1)?.zh).toContain('"baud":9600');
  for (const { zh, en } of told) expect([/[\u4e00-\u9fff]/.test(zh), en.length > 0, /[\u4e00-\u9fff]/.test(en)]).toEqual([true, true, false]);
});

test.each([[0x60, 'selfTest'], [0x66, 'notAuthorised']])('a module that says %i: found, and what is wrong with it', async (status, end) => {
  const { timer, module, told, probe } = stand();
  module.setFaults({ status });
  const result = probe('/dev/ttyUSB1', 115_200);
  await timer.advance(10_000);
  expect(await result).toBe(1);
  expect(told.at(-1)).toMatchObject({ step: 'service', verdict: 'wrong', end });
});

test('nobody speaks: exit code 3, and what to look at', async () => {
  const { timer, steps, probe } = stand({}, 1);
  const result = probe('/dev/ttyUSB1');
  await timer.advance(30_000);
  expect(await result).toBe(3);
  expect(steps().at(-1)).toBe('notFound wrong');
});

test('no card comes, or one that cannot be read: exit code 1, and what to do', async () => {
  const without = stand();
  const nothing = without.probe('/dev/ttyUSB1', 115_200, 5_000);
  await without.timer.advance(12_000);
  expect(await nothing).toBe(1);
  expect(without.steps().at(-1)).toBe('find wrong');
  const { timer, module, steps, told, probe } = stand();
  module.setFaults({ read: 0x41 });
  const result = probe('/dev/ttyUSB1', 115_200);
  await timer.until(() => steps().includes('placeCard note'));
  module.place(people.hmtJ);
  await timer.advance(8_000);
  expect(await result).toBe(1);
  expect(told.at(-1)).toMatchObject({ step: 'read', verdict: 'wrong', reply: 'readFailed' });
});

test('as a program on a true tty: lines, exit code, and a wrong call in one line', async () => {
  const pair = await openPtyPair();
  const module = createReaderSimulator({ timer: realTimer, cardReadMs: 50 });
  try {
    module.attach(await openSerialLine({ path: pair.far, baud: 115_200 }));
    module.place(people.uyghurName);
    const run = (args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'hardware/probe/main.ts'), ...args], (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
    });
    const [fine, wrong] = [run(['reader', '--port', pair.near, '--wait', '0']), run(['reader', '--prot', pair.near])];
    expect(await wrong).toMatchObject({ code: 2, out: '' });
    const { code, out } = await fine;
    expect(code).toBe(0);
    expect(out).toContain(module.samId);
    expect(out).toContain('这台设备可以用');
  } finally {
    await module.close();
    await pair.pull();
  }
});
