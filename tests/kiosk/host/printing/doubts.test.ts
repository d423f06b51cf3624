/* 出票了 or 没出票: where no printer can say what came of a paper, a person does. */
import { expect, test } from 'vitest';
import { spoolLimits } from '@kuaizhao/kiosk/host/printing/spool-parts.ts';
import { settle } from '../../../hardware/manual-timer.ts';
import { begin } from './begin-spool.ts';
import { PrintedPapers, PrintHall } from './print-hall.ts';

/** A printer that answers nothing: every paper ends unknown. */
function beginMute() {
  const printer = new PrintedPapers();
  printer.canBeAsked = false;
  printer.fates = ['silent', 'silent', 'silent'];
  return begin(new PrintHall(), printer);
}

test('hardware.md §2 a printer that cannot be asked: the person says 出票了, and the paper counts as printed', async () => {
  const { spool, hall, printer, stages } = beginMute();
  const order = hall.make('A001', 'sending');
  spool.take(order);
  await settle();
  expect([stages().at(-1), spool.ready()]).toEqual(['unsure', false]);
  await spool.pushed(hall.make('A002', 'queued'));
  await settle();
  expect(printer.came).toEqual(['A001']);
  spool.said(order.printJobId, true);
  spool.said(order.printJobId, false);
  await settle();
  expect(hall.state(order.printJobId)).toBe('printed');
  expect(printer.came).toEqual(['A001', 'A002']);
});

test('hardware.md §2 没出票: a copy that says so', async () => {
  const { spool, hall, printer } = beginMute();
  printer.fates = ['swallowed', 'silent'];
  spool.take(hall.make('A001', 'sending'));
  await settle();
  spool.said('print-1', false);
  await settle();
  expect(printer.came).toEqual(['A001 copy 2']);
  expect([hall.state('print-1'), spool.stageOf('print-2')]).toEqual(['unknown', 'unsure']);
});

test('a person who says nothing holds nobody up for ever: the paper is left to staff', async () => {
  const { spool, hall, printer, timer } = beginMute();
  spool.take(hall.make('A001', 'sending'));
  await settle();
  await spool.pushed(hall.make('A002', 'queued'));
  await timer.advance(spoolLimits.decideMs + 1);
  await settle();
  expect(hall.state('print-1')).toBe('unknown');
  expect(printer.came).toEqual(['A001', 'A002']);
});

test('a printer that prints but does not know how to be cleared: after three tries an eye decides, and the copy made beforehand is dropped or comes', async () => {
  for (const came of [true, false]) {
    const { spool, hall, printer, timer } = begin();
    printer.fates = [came ? 'silent' : 'swallowed'];
    printer.clears = [true, false, false, false, false];
    spool.take(hall.make('A001', 'sending'));
    await settle();
    await timer.advance(3 * spoolLimits.againMs);
    expect(spool.stageOf('print-2')).toBe('unsure');
    spool.said('print-2', came);
    await settle();
    expect(printer.came).toEqual([came ? 'A001' : 'A001 copy 2']);
    expect([hall.state('print-1'), hall.state('print-2')]).toEqual(came ? ['printed', 'failed'] : ['unknown', 'printed']);
  }
});
