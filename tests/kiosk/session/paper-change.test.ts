/* Changing the paper: what the printer's sensors tell becomes the next step, whatever the hand does in between. */
import { array, check, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { printerStates } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { PrinterState } from '@kuaizhao/kiosk/session/devices.ts';
import { paperChangeAfter, type PaperChange } from '@kuaizhao/kiosk/session/steps/paper-change.ts';
import { printerUsable } from '@kuaizhao/kiosk/session/paper.ts';
import { drive } from './driver.ts';

const told = (...states: readonly PrinterState[]): (PaperChange | undefined)[] => {
  const kiosk = drive();
  return states.map((printer) => {
    kiosk.happen({ type: 'printer', printer, ready: printerUsable(printer) });
    return kiosk.face().paperChange;
  });
};

test('hardware.md §2 a new roll step by step: open, fill, tried out by whatever paper comes first', () => {
  const kiosk = drive();
  for (const printer of ['paperOut', 'coverOpen', 'ready'] as const) kiosk.happen({ type: 'printer', printer, ready: printer === 'ready' });
  expect(kiosk.face().paperChange).toBe('tryOut');
  kiosk.happen({ type: 'paper', printJobId: 'of nobody here', stage: 'printing' });
  expect(kiosk.face().paperChange).toBe('tryOut');
  kiosk.happen({ type: 'paper', printJobId: 'of nobody here', stage: 'printed' });
  expect('paperChange' in kiosk.face()).toBe(false);
});

test('hardware.md §2 a new roll is tried out by a touch: once, with a paper about nobody', () => {
  const kiosk = drive();
  for (const printer of ['paperOut', 'coverOpen', 'ready'] as const) kiosk.happen({ type: 'printer', printer, ready: printer === 'ready' });
  kiosk.touch({ type: 'go', to: 'tryPaper' });
  expect(kiosk.lastSent()).toMatchObject({ type: 'printReadiness' });
  expect('paperChange' in kiosk.face()).toBe(false);
  const before = kiosk.sent().length;
  kiosk.touch({ type: 'go', to: 'tryPaper' });
  expect(kiosk.sent()).toHaveLength(before);
});

test('a roll that lies wrong is put in again; power off and on in between, and a roll that is nearly used up', () => {
  expect(told('paperOut', 'coverOpen', 'paperOut', 'coverOpen', 'ready')).toEqual(['open', 'fill', 'again', 'fill', 'tryOut']);
  expect(told('coverOpen', 'unreachable', 'starting', 'offline', 'nearEnd')).toEqual(['fill', 'fill', 'fill', 'fill', 'tryOut']);
  // Fed from behind without opening anything.
  expect(told('paperOut', 'ready')).toEqual(['open', 'tryOut']);
});

test('nearly out, or any other trouble, is no change of paper', () => {
  expect(told('nearEnd', 'cutterError', 'offline', 'unreachable', 'ready')).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('whatever the sensors tell in whatever order: a trial only when it can print, an open cover always says fill, no paper never says nothing', () => {
  const fits = (printer: PrinterState, step: PaperChange | undefined): boolean =>
    (printer !== 'coverOpen' || step === 'fill') && (printer !== 'paperOut' || step === 'open' || step === 'again') && (!printerUsable(printer) || step === undefined || step === 'tryOut');
  const wrong = check(property(array(constantFrom(...printerStates), { maxLength: 30 }), (states) => {
    let step: PaperChange | undefined;
    return states.every((printer) => fits(printer, (step = paperChangeAfter(step, printer))));
  })).counterexample;
  expect(wrong).toBeNull();
});
