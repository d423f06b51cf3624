/* Stories of papers: each ends printed, or said to be not; none twice without 补打 on it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spoolLimits } from '@kuaizhao/kiosk/host/printing/spool-parts.ts';
import { settle } from '../../../hardware/manual-timer.ts';
import { begin } from './begin-spool.ts';
import { PrintedPapers, PrintHall, type Fate } from './print-hall.ts';

test('a paper of an answer goes out once, however often the answer comes', async () => {
  const { spool, hall, printer, stages } = begin();
  const order = hall.make('A001', 'sending');
  spool.take(order);
  spool.take(order);
  await spool.pushed(order);
  await settle();
  spool.take(order);
  await settle();
  expect(printer.came).toEqual(['A001']);
  expect(hall.state(order.printJobId)).toBe('printed');
  expect(stages()).toEqual(['printing', 'printed']);
});

test('a queued paper is started in the hall before its bytes go out', async () => {
  const { spool, hall, printer } = begin();
  await spool.pushed(hall.make('H001', 'queued'));
  await settle();
  expect(hall.heard.map(({ type }) => type)).toEqual(['startPrint', 'finishPrint']);
  expect(printer.came).toEqual(['H001']);
});

test('hardware.md §2 out of paper: nothing is sent, everything waits and comes when paper is back, once', async () => {
  const { spool, hall, printer, stages } = begin();
  printer.become('paperOut');
  expect(spool.ready()).toBe(false);
  await spool.pushed(hall.make('A001', 'queued'));
  const sending = hall.make('A002', 'sending');
  spool.take(sending);
  await settle();
  expect(stages()).toEqual(['waiting', 'printing', 'waiting']);
  expect(hall.state(sending.printJobId)).toBe('queued');
  printer.become('ready');
  await settle();
  expect(printer.came.toSorted()).toEqual(['A001', 'A002']);
  expect(hall.state(sending.printJobId)).toBe('printed');
});

test('an end unknown: told, cleared, and a copy with 补打 on it', async () => {
  const { spool, hall, printer, moves } = begin();
  printer.fates = ['silent'];
  const order = hall.make('A001', 'sending');
  spool.take(order);
  await settle();
  // once at the start, for what an earlier process may have left, and once for this one
  expect(printer.cleared).toBe(2);
  expect(printer.came).toEqual(['A001', 'A001 copy 2']);
  expect(hall.state(order.printJobId)).toBe('unknown');
  expect(moves.find(({ successor }) => successor !== undefined)).toMatchObject({ printJobId: 'print-1', successor: 'print-2' });
  expect(spool.stageOf('print-2')).toBe('printed');
});

test('a printer that cannot be cleared gets nothing more until it can', async () => {
  const { spool, hall, printer, timer } = begin();
  printer.fates = ['swallowed'];
  printer.clears = [true, false, false, true];
  spool.take(hall.make('A001', 'sending'));
  await settle();
  expect(printer.came).toEqual([]);
  expect(spool.ready()).toBe(false);
  await timer.advance(2 * spoolLimits.againMs);
  expect(printer.came).toEqual(['A001 copy 2']);
  expect(spool.ready()).toBe(true);
});

test('copies nobody asked for end after the third: then a person decides', async () => {
  const { spool, hall, printer, stages } = begin();
  printer.fates = ['swallowed', 'swallowed', 'swallowed', 'swallowed'];
  spool.take(hall.make('A001', 'sending'));
  for (let copy = 0; copy < 3; copy++) await settle();
  expect(hall.heard.filter(({ type }) => type === 'startPrint')).toHaveLength(2);
  expect(stages().at(-1)).toBe('unsure');
});

test('begun by an earlier process: unknown, cleared, a copy', async () => {
  const { spool, hall, printer } = begin();
  const order = hall.make('A001', 'sending');
  await spool.pushed(order);
  await settle();
  expect(hall.heard.map(({ type }) => type)).toEqual(['finishPrint', 'startPrint', 'finishPrint']);
  expect(hall.state(order.printJobId)).toBe('unknown');
  expect(printer.came).toEqual(['A001 copy 2']);
});

test('the answer to an open question is told by a push first: printed once, and not as a copy', async () => {
  const { spool, hall, printer } = begin();
  hall.lineUp(false);
  const order = hall.make('A001', 'sending');
  const pushed = spool.pushed(order);
  spool.take(order);
  hall.lineUp(true);
  await pushed;
  await settle();
  expect(printer.came).toEqual(['A001']);
});

test('a report that got lost with the agent is told again', async () => {
  const { spool, hall, printer } = begin();
  const order = hall.make('A001', 'sending');
  spool.take(order);
  await settle();
  hall.jobs.get(order.printJobId)!.state = 'sending';
  await spool.pushed(order);
  await settle();
  expect(hall.state(order.printJobId)).toBe('printed');
  expect(printer.came).toEqual(['A001']);
});

test('a paper that waited too long is given up with a word', async () => {
  const { spool, hall, printer, timer, stages } = begin();
  printer.become('coverOpen');
  const order = hall.make('A001', 'queued');
  await spool.pushed(order);
  await timer.advance(spoolLimits.youngMs + 1);
  printer.become('ready');
  await settle();
  expect(printer.came).toEqual([]);
  expect(hall.state(order.printJobId)).toBe('failed');
  expect(stages()).toEqual(['waiting', 'failed']);
});

test('the oldest waiting paper gives way when too many wait', async () => {
  const { spool, hall, printer } = begin();
  printer.become('paperOut');
  for (let number = 0; number <= spoolLimits.waiting; number++) await spool.pushed(hall.make(`A${100 + number}`, 'queued'));
  printer.become('ready');
  await settle();
  await settle();
  await spool.close();
  expect(hall.state('print-1')).toBe('failed');
  expect(hall.state('print-2')).toBe('printed');
});

test('the end of the process: the paper under way is finished and told, the next is not begun', async () => {
  const { spool, hall, printer } = begin();
  printer.become('ready');
  await settle();
  spool.take(hall.make('A001', 'sending'));
  await spool.pushed(hall.make('A002', 'queued'));
  spool.take(hall.make('A003', 'sending'));
  await spool.close();
  expect(hall.state('print-3')).toBe('queued');
  expect(printer.came).toEqual(['A001']);
  expect(hall.state('print-1')).toBe('printed');
  expect(hall.state('print-2')).toBe('queued');
});

test('diverted: the paper is no longer this printer\'s, and comes back when it is given back', async () => {
  const { spool, hall, printer, stages } = begin();
  printer.become('paperOut');
  const order = hall.make('A001', 'queued');
  await spool.pushed(order);
  spool.diverted(order.printJobId);
  expect(stages().at(-1)).toBe('elsewhere');
  printer.become('ready');
  await settle();
  expect(printer.came).toEqual([]);
  await spool.pushed(order);
  await settle();
  expect(printer.came).toEqual(['A001']);
});

test('a paper of the kiosk\'s own waits for the printer, not for the agent; an unknown end makes a copy here', async () => {
  const { spool, hall, printer, own } = begin();
  hall.lineUp(false);
  printer.fates = ['notSent', 'silent'];
  const order = { ...hall.make('A001', 'queued'), printJobId: 'own-1' };
  spool.takeOwn(order);
  spool.takeOwn(order);
  await settle();
  expect([printer.came, own]).toEqual([[], []]);
  printer.become('ready');
  await settle();
  expect(printer.came).toEqual(['A001', 'A001 copy 2']);
  expect(own).toEqual([['own-1', 'printed']]);
  expect(hall.heard).toEqual([]);
});

type Doing = { do: 'answer' | 'queue' | 'cut' | 'line' | 'paperOut' | 'paperIn' | 'restart' | 'settle' } | { do: 'fate'; fate: Fate };
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Doing>({ do: 'answer' }, { do: 'queue' }) },
  { weight: 4, arbitrary: fc.constantFrom<Doing>({ do: 'cut' }, { do: 'line' }, { do: 'paperOut' }, { do: 'paperIn' }, { do: 'settle' }, { do: 'settle' }, { do: 'restart' }) },
  { weight: 2, arbitrary: fc.constantFrom<Fate>('silent', 'swallowed', 'notSent').map((fate): Doing => ({ do: 'fate', fate })) },
);

test('whatever fails in whatever order: no paper twice, and when all is well again every number is out or said to be not', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 25, size: 'max' }), async (morning) => {
      const hall = new PrintHall();
      const printer = new PrintedPapers();
      let kiosk = begin(hall, printer);
      let number = 100;
      const line = async (): Promise<void> => {
        hall.lineUp(true);
        for (const order of hall.unfinished()) void kiosk.spool.pushed(order);
        await settle();
      };
      for (const one of morning) {
        if (one.do === 'answer' && hall.up) kiosk.spool.take(hall.make(`A${number++}`, 'sending'));
        if (one.do === 'queue' && hall.up) void kiosk.spool.pushed(hall.make(`A${number++}`, 'queued'));
        if (one.do === 'cut') hall.lineUp(false);
        if (one.do === 'line' && !hall.up) await line();
        if (one.do === 'paperOut') printer.become('paperOut');
        if (one.do === 'paperIn') printer.become('ready');
        if (one.do === 'fate') printer.fates.push(one.fate);
        if (one.do === 'settle') await settle();
        if (one.do === 'restart') {
          await settle();
          hall.lineUp(true);
          await kiosk.spool.close();
          kiosk = begin(hall, printer);
          await line();
        }
      }
      printer.fates = [];
      printer.become('ready');
      await line();
      for (let turn = 0; turn < 8; turn++) await kiosk.timer.advance(spoolLimits.againMs);
      await kiosk.spool.close();
      expect(printer.overlapped).toBe(false);
      expect(printer.came.filter((paper, index) => printer.came.indexOf(paper) !== index)).toEqual([]);
      const states = [...hall.jobs.values()];
      const open = states.filter(({ number, state }) => !states.some((job) => job.number === number && (job.state === 'printed' || job.state === 'failed')) && state !== 'unknown');
      expect(open).toEqual([]);
      const printed = states.filter(({ state }) => state === 'printed').map(({ number, copy }) => (copy > 1 ? `${number} copy ${copy}` : number));
      expect(printed.filter((paper) => !printer.came.includes(paper))).toEqual([]);
    }),
    { numRuns: 300, verbose: 1 },
  );
});
