/* The probes of scanner, chip-card slot and maker's library: what a person reads on the first hardware day, and nobody's data in it. */
import { expect, test } from 'vitest';
import { encodeCardText } from '@kuaizhao/hardware/id-card/card-text/encode-card.ts';
import { probeLibrary } from '@kuaizhao/hardware/probe/reader.ts';
import { createReport } from '@kuaizhao/hardware/probe/report.ts';
import { probeScanner } from '@kuaizhao/hardware/probe/scanner.ts';
import { probeSocialCard } from '@kuaizhao/hardware/probe/social-card.ts';
import { createScannerSimulator } from '@kuaizhao/hardware/scanner/simulator.ts';
import { LineRefusal } from '@kuaizhao/hardware/serial/line-refusal.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { createSocialCardSimulator } from '@kuaizhao/hardware/social-card/simulated/simulator.ts';
import type { VirtualCardKind } from '@kuaizhao/hardware/social-card/simulated/virtual-card.ts';
import { buildReaderLibrary } from '../../fixtures/reader-library/build.ts';
import { people } from '../id-card/vectors.ts';
import { createManualTimer } from '../manual-timer.ts';
import { somebody } from '../social-card/somebody.ts';

interface Told { readonly step: string; readonly verdict: string; readonly zh: string; readonly en: string; readonly [figure: string]: unknown }

function reporting(timer = createManualTimer()) {
  const told: Told[] = [];
  return { timer, told, report: createReport(timer, true, (line) => told.push(JSON.parse(line) as Told)), steps: () => told.map(({ step, verdict }) => `${step} ${verdict}`) };
}

function scannerStand(scan: (simulator: ReturnType<typeof createScannerSimulator>) => void) {
  const { timer, told, report, steps } = reporting();
  const simulator = createScannerSimulator({ timer });
  const probing = probeScanner({
    report, timer, port: 'auto', baud: 9_600, waitMs: 5_000, list: () => Promise.resolve([{ path: 'COM3' }, { path: 'COM4' }]),
    open: (path) => (path === 'COM4' ? simulator.openLine() : Promise.reject(new LineRefusal('takenElsewhere', ''))),
  });
  return { told, steps, finish: async () => {
    await timer.until(() => steps().includes('scan note'));
    scan(simulator);
    await timer.advance(7_000);
    return probing;
  } };
}

test('hardware.md §1 a scanner is found by the code somebody holds before it; the code itself is not shown', async () => {
  const { told, steps, finish } = scannerStand((simulator) => simulator.scan('KZ:J:J012'));
  expect(await finish()).toBe(0);
  expect(steps()).toEqual(['port note', 'port fine', 'scan note', 'code fine', 'config note']);
  expect(told.find(({ step }) => step === 'code')).toMatchObject({ characters: 9, ending: 'CR LF', ours: true });
  expect(JSON.stringify(told)).not.toContain('J012');
});

test('a scanner without an end of line, one that says no code, and silence: each with what to do', async () => {
  const stalled = scannerStand((simulator) => {
    simulator.setFaults({ stalls: true });
    simulator.scan('KZ:J:J012');
  });
  expect([await stalled.finish(), stalled.told.at(-1)?.en.includes('suffix')]).toEqual([1, true]);
  const foreign = scannerStand((simulator) => simulator.scan('张三'));
  expect([await foreign.finish(), foreign.told.at(-1)?.en.includes('wrong speed')]).toEqual([1, true]);
  const silent = scannerStand(() => undefined);
  expect([await silent.finish(), silent.steps().at(-1)]).toEqual([3, 'code wrong']);
});

async function probedCard(kind: VirtualCardKind) {
  const { timer, told, report, steps } = reporting();
  const slot = createSocialCardSimulator({ timer });
  const probing = probeSocialCard({ report, timer, openService: slot.openService, waitMs: 5_000 });
  await timer.until(() => steps().includes('insertCard note'));
  slot.place(somebody, kind);
  await timer.advance(8_000);
  return { result: await probing, told };
}

test('hardware.md §1 a social-security card step by step; the person is masked; a city that keeps the number back is named', async () => {
  const open = await probedCard('open');
  expect([open.result, open.told.map(({ step }) => step)]).toEqual([0, ['service', 'slot', 'insertCard', 'selectApplication', 'selectCardFile', 'cardNumber', 'selectPersonFile', 'idNumber', 'name', 'read', 'config']]);
  expect(JSON.stringify(open.told)).not.toMatch(/吐尔逊|1990|X12345678/);
  const withheld = await probedCard('withheld');
  expect([withheld.result, withheld.told.at(-1)]).toMatchObject([1, { trouble: 'numberWithheld', step: 'idNumber' }]);
  const foreign = await probedCard('otherCard');
  expect([foreign.result, foreign.told.at(-1)]).toMatchObject([1, { trouble: 'notSocialCard' }]);
});

test('no PC/SC, no slot: exit code 3', async () => {
  const without = reporting();
  const slot = createSocialCardSimulator({ timer: without.timer });
  slot.stopService();
  expect(await probeSocialCard({ report: without.report, timer: without.timer, openService: slot.openService, waitMs: 1_000 })).toBe(3);
  slot.startService();
  slot.unplug();
  const probing = probeSocialCard({ report: without.report, timer: without.timer, openService: slot.openService, waitMs: 1_000 });
  await without.timer.advance(5_000);
  expect([await probing, without.steps()]).toEqual([3, ['service wrong', 'service fine', 'slot wrong']]);
});

test('hardware.md §1 a maker’s library is asked the same questions; what is wrong with it is named', async () => {
  const library = buildReaderLibrary();
  try {
    const { told, report } = reporting();
    library.set('K', encodeCardText(people.resident));
    expect(await probeLibrary({ report, timer: realTimer, cardWaitMs: 0 }, { maker: 'sdtapi', path: library.path })).toBe(0);
    expect(told.map(({ step }) => step)).toEqual(['library', 'service', 'config']);
    expect(await probeLibrary({ report, timer: realTimer, cardWaitMs: 0 }, { maker: 'sdtapi', path: '/nowhere.so' })).toBe(1);
    expect(told.slice(3)).toMatchObject([{ step: 'library' }, { step: 'libraryRefused', code: 'libraryNotLoaded' }, { step: 'open' }]);
  } finally {
    library.remove();
  }
});
