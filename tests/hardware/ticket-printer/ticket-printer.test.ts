/* The true driver against the simulated printer, in time that moves only when told: each fault before and during a job, and what may be believed afterwards. */
import { afterEach, describe, expect, test } from 'vitest';
import type { PrinterState, PrintOutcome, TicketPrinter } from '@kuaizhao/hardware/ports.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createPrinterSimulator, type PrinterFaults } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { createManualTimer } from '../manual-timer.ts';

const open: TicketPrinter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((printer) => printer.close()));
});

const ticket = (number: string): Uint8Array =>
  composeTicket(printerProfiles['full-80'], [{ type: 'text', text: number, size: 4 }, ...Array.from({ length: 10 }, (_, line) => ({ type: 'text', text: `第${line}行　请在大屏叫号时到洽谈桌` }) as const)]);

/** A driver and a printer on one line, connected and in service. */
async function bench(faults: Partial<PrinterFaults> = {}) {
  const timer = createManualTimer();
  const simulator = createPrinterSimulator({ timer });
  simulator.set(faults);
  const printer = createTicketPrinter({ openLine: simulator.openLine, timer, profile: printerProfiles['full-80'] });
  open.push(printer);
  const states: PrinterState[] = [];
  printer.onState((state) => states.push(state));
  await timer.advance(1_000);
  return { timer, simulator, printer, states, papers: () => simulator.papers().map((paper) => paperText(paper).split('\n')[0]) };
}
/** The outcome of a job, with as much time as it takes; and how much that was. */
async function outcomeOf(timer: ReturnType<typeof createManualTimer>, job: Promise<PrintOutcome>): Promise<{ readonly outcome: PrintOutcome; readonly tookMs: number }> {
  const began = timer.now();
  let outcome: PrintOutcome | undefined;
  void job.then((value) => (outcome = value));
  await timer.until(() => outcome !== undefined);
  return { outcome: outcome ?? 'unknown', tookMs: timer.now() - began };
}

describe('a healthy printer', () => {
  test('says so, prints, and the knife has fallen before it is believed', async () => {
    const { timer, printer, states, papers } = await bench();
    expect(states).toEqual(['ready']);
    expect(await outcomeOf(timer, printer.print(ticket('A001')))).toEqual({ outcome: 'printed', tookMs: 0 });
    expect(papers()).toEqual(['A001']);
  });
  test('jobs handed in together come out one after the other', async () => {
    const { timer, printer, papers } = await bench({ bytesPerMs: 1 });
    const jobs = ['A001', 'A002', 'A003'].map((number) => printer.print(ticket(number)));
    expect((await outcomeOf(timer, Promise.all(jobs).then((outcomes) => (outcomes.every((outcome) => outcome === 'printed') ? 'printed' : 'unknown')))).outcome).toBe('printed');
    expect(papers()).toEqual(['A001', 'A002', 'A003']);
  });
  test('a slow one is waited for', async () => {
    const { timer, printer, papers } = await bench({ bytesPerMs: 0.2 });
    const { outcome, tookMs } = await outcomeOf(timer, printer.print(ticket('A001')));
    expect(outcome).toBe('printed');
    expect(tookMs).toBeGreaterThan(1_500);
    expect(papers()).toEqual(['A001']);
  });
  test('nearly out of paper still prints', async () => {
    const { timer, printer, states } = await bench({ nearEnd: true });
    expect(states).toEqual(['nearEnd']);
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('printed');
  });
});

const troubles = [['paperOut', 'paperOut'], ['coverOpen', 'coverOpen'], ['cutterError', 'cutterError'], ['offline', 'offline']] as const;

describe('trouble before a job', () => {
  test.each(troubles)('%s: told within 2 s, nothing sent, and after it ends the job prints', async (fault, state) => {
    const { timer, simulator, printer, states, papers } = await bench();
    simulator.set({ [fault]: true });
    await timer.advance(2_000);
    expect(states).toEqual(['ready', state]);
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('notSent');
    expect(simulator.buffered()).toBe(0);
    simulator.set({ [fault]: false });
    await timer.advance(2_000);
    expect(states).toEqual(['ready', state, 'ready']);
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('printed');
    expect(papers()).toEqual(['A001']);
  });
  test.each(troubles)('%s in the very moment of the job: the preflight sees it', async (fault, state) => {
    const { timer, simulator, printer } = await bench();
    simulator.set({ [fault]: true });
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('notSent');
    expect(printer.state()).toBe(state);
  });
  test('silent: unreachable within 2 s, nothing sent; then it answers again', async () => {
    const { timer, simulator, printer, states, papers } = await bench();
    simulator.set({ silent: true });
    await timer.advance(2_000);
    expect(states.at(-1)).toBe('unreachable');
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('notSent');
    simulator.set({ silent: false });
    await timer.advance(10_000);
    expect(states.at(-1)).toBe('ready');
    expect(papers()).toEqual([]);
  });
  test('unplugged: unreachable at once, and ready again soon after it is plugged in', async () => {
    const { timer, simulator, printer, states } = await bench();
    simulator.unplug();
    await timer.advance(500);
    expect(states.at(-1)).toBe('unreachable');
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('notSent');
    await timer.advance(60_000);
    simulator.plugIn();
    await timer.advance(6_000);
    expect(states.at(-1)).toBe('ready');
  });
  test('never there: starting, then unreachable', async () => {
    const timer = createManualTimer();
    const printer = createTicketPrinter({ openLine: () => Promise.reject(new Error('no route')), timer, profile: printerProfiles['full-80'] });
    open.push(printer);
    expect(printer.state()).toBe('starting');
    await timer.advance(1_000);
    expect(printer.state()).toBe('unreachable');
    expect(await printer.clear()).toBe(false);
  });
});

describe('trouble in mid-job', () => {
  test('paper runs out and is not filled: unknown, and told; cleared and reprinted after filling gives exactly one whole paper', async () => {
    const { timer, simulator, printer, states, papers } = await bench({ paperOutAfterLines: 4, bytesPerMs: 1 });
    const { outcome, tookMs } = await outcomeOf(timer, printer.print(ticket('A001')));
    expect(outcome).toBe('unknown');
    expect(tookMs).toBeLessThan(6_000);
    expect(states.at(-1)).toBe('paperOut');
    expect(simulator.buffered()).toBeGreaterThan(0);
    const cleared = printer.clear();
    await timer.advance(2_500);
    expect(await cleared).toBe(true);
    expect(simulator.buffered()).toBe(0);
    simulator.set({ paperOut: false });
    await timer.advance(2_000);
    expect((await outcomeOf(timer, printer.print(ticket('A001 补打')))).outcome).toBe('printed');
    expect(papers()).toHaveLength(1);
    expect(paperText(simulator.papers()[0]!)).toContain('A001 补打');
    expect(paperText(simulator.papers()[0]!)).toContain('第9行');
  });
  test('without clearing there would be two: that is why clear exists', async () => {
    const { timer, simulator, printer, papers } = await bench({ paperOutAfterLines: 4 });
    expect((await outcomeOf(timer, printer.print(ticket('A001')))).outcome).toBe('unknown');
    simulator.set({ paperOut: false });
    await timer.advance(2_000);
    expect((await outcomeOf(timer, printer.print(ticket('A001 补打')))).outcome).toBe('printed');
    expect(papers()).toHaveLength(2);
  });
  test('the cover is opened and closed again: the job ends printed', async () => {
    const { timer, simulator, printer, states, papers } = await bench({ bytesPerMs: 0.5 });
    const job = printer.print(ticket('A001'));
    await timer.advance(300);
    simulator.set({ coverOpen: true });
    await timer.advance(1_500);
    expect(states.at(-1)).toBe('coverOpen');
    simulator.set({ coverOpen: false });
    expect((await outcomeOf(timer, job)).outcome).toBe('printed');
    expect(papers()).toEqual(['A001']);
  });
  test('the knife jams: unknown, told as cutterError', async () => {
    const { timer, simulator, printer, states } = await bench({ bytesPerMs: 0.5 });
    const job = printer.print(ticket('A001'));
    await timer.advance(300);
    simulator.set({ cutterError: true });
    expect((await outcomeOf(timer, job)).outcome).toBe('unknown');
    expect(states.at(-1)).toBe('cutterError');
  });
  test('falls silent: the paper came out, but only a person can know', async () => {
    const { timer, simulator, printer, papers } = await bench({ bytesPerMs: 0.5 });
    const job = printer.print(ticket('A001'));
    await timer.advance(300);
    simulator.set({ silent: true });
    expect((await outcomeOf(timer, job)).outcome).toBe('unknown');
    expect(papers()).toEqual(['A001']);
    const cleared = printer.clear();
    await timer.advance(3_000);
    expect(await cleared).toBe(false);
  });
  test('the cable is pulled after any number of bytes: unknown; plugged in, cleared, reprinted: exactly one whole paper', async () => {
    const { length } = ticket('A001');
    for (let bytes = 1; bytes <= length; bytes += 29) {
      const { timer, simulator, printer, states } = await bench({ bytesPerMs: 0.3 });
      simulator.set({ cutLineAfterBytes: bytes });
      expect([bytes, (await outcomeOf(timer, printer.print(ticket('A001')))).outcome]).toEqual([bytes, 'unknown']);
      await timer.until(() => states.at(-1) === 'unreachable');
      simulator.set({ bytesPerMs: 0.01 });
      await timer.until(() => printer.state() === 'ready');
      const cleared = printer.clear();
      await timer.advance(2_500);
      expect(await cleared).toBe(true);
      simulator.set({ bytesPerMs: Infinity });
      expect((await outcomeOf(timer, printer.print(ticket('A001 补打')))).outcome).toBe('printed');
      const whole = simulator.papers().filter((paper) => paperText(paper).includes('第9行'));
      expect([bytes, simulator.papers().length, whole.length]).toEqual([bytes, 1, 1]);
      await printer.close();
    }
  });
  test('a job after close is not sent; close waits for the one under way', async () => {
    const { timer, printer, papers } = await bench({ bytesPerMs: 1 });
    const job = printer.print(ticket('A001'));
    await timer.advance(100);
    const closing = printer.close();
    const late = printer.print(ticket('A002'));
    await timer.advance(4_000);
    await closing;
    expect(await job).toBe('printed');
    expect(await late).toBe('notSent');
    expect(papers()).toEqual(['A001']);
    expect(timer.pending()).toBe(0);
  });
});
