/* The probe of a printer against simulated ones of every kind: what a person reads on the first hardware day, the sheet that comes out, and the profile that is proposed. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printerConfigSchema } from '@kuaizhao/kiosk/host/printing/printer-config.ts';
import { probePrinter, type PrinterWay } from '@kuaizhao/hardware/probe/printer.ts';
import { sheetCodes } from '@kuaizhao/hardware/probe/printer-sheet.ts';
import { createReport } from '@kuaizhao/hardware/probe/report.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { printerProfiles, profileNames, type PrinterProfile } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { firmwareOf } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createPrinterSimulator, type PrinterFaults } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { root } from '../../house/source.ts';
import { createManualTimer } from '../manual-timer.ts';
import { readPaper } from '../ticket-printer/read-paper.ts';

interface Told { readonly step: string; readonly verdict: string; readonly zh: string; readonly en: string; readonly [figure: string]: unknown }

function stand(profile: PrinterProfile, faults: Partial<PrinterFaults> = {}) {
  const timer = createManualTimer();
  const printer = createPrinterSimulator({ timer, firmware: firmwareOf(profile) });
  printer.set(faults);
  const told: Told[] = [];
  const report = createReport(timer, true, (line) => told.push(JSON.parse(line) as Told));
  const way: PrinterWay = { config: { link: 'tcp', host: '192.168.1.50', port: 9100 }, open: printer.openLine };
  const probe = async (more: Partial<Parameters<typeof probePrinter>[0]> = {}): Promise<number> => {
    const { columns, characterSet, qr, cutter } = profile;
    const result = probePrinter({ report, timer, ways: [way], answers: true, sheet: true, seen: { columns, characterSet, qr, cutter }, ...more });
    await timer.advance(90_000);
    return result;
  };
  return { printer, told, steps: () => told.map(({ step, verdict }) => `${step} ${verdict}`), way, probe };
}
const configOf = (told: readonly Told[]): unknown => JSON.parse(`{${/"printer".*$/.exec(told.at(-1)?.zh ?? '')?.[0] ?? ''}}`);

test.each(profileNames)('hardware.md §2 %s: asked everything, a sheet printed, and the very profile proposed', async (name) => {
  const profile = printerProfiles[name];
  const { told, printer, probe } = stand(profile);
  expect(await probe()).toBe(profile.status === 'none' ? 1 : 0);
  expect(configOf(told)).toEqual({ printer: { link: 'tcp', host: '192.168.1.50', port: 9100, profile: name } });
  expect(printer.papers()).toHaveLength(profile.cutter === 'none' ? 1 : 2);
  for (const { zh, en } of told) expect([/[\u4e00-\u9fff]/.test(zh), en.length > 0, /[\u4e00-\u9fff]/.test(en)]).toEqual([true, true, false]);
});

test('the sheet shows what it asks of: letters of three sets beside the same letters drawn, both codes, the ruler', async () => {
  const { printer, probe } = stand(printerProfiles['full-80']);
  await probe();
  const [sheet] = printer.papers().map(readPaper);
  const lines = (sheet ?? '').split('\n');
  for (const mark of ['C', 'D']) expect(new Set(lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.trim())).size).toBe(1);
  expect([sheet?.includes(sheetCodes.native), sheet?.includes(sheetCodes.raster)]).toEqual([true, true]);
  expect(lines).toContain('123456789012345678901234567890123456789012345678');
});

test('a printer that nothing named fits: the profile is spelled out, and kiosk.json takes it', async () => {
  const profile: PrinterProfile = { ...printerProfiles['full-80'], characterSet: 'gbk', cutter: 'full', status: 'asked' };
  const { told, probe } = stand(profile);
  expect(await probe()).toBe(0);
  const { printer } = configOf(told) as { printer: { profile: object } };
  expect(printer.profile).toEqual({ columns: 48, characterSet: 'gbk', qr: 'native', cutter: 'full', completion: 'mark', status: 'asked' });
  expect(printerConfigSchema.safeParse(printer).success).toBe(true);
});

test.each([['paperOut', '装上一卷纸'], ['coverOpen', '盖子开着'], ['cutterError', '切刀'], ['offline', '离线']] as const)('%s: what to do, and nothing is printed', async (fault, words) => {
  const { told, printer, probe } = stand(printerProfiles['full-80'], { [fault]: true });
  expect(await probe()).toBe(1);
  expect(told.at(-1)).toMatchObject({ step: 'state', verdict: 'wrong', state: fault });
  expect(told.at(-1)?.zh).toContain(words);
  expect(printer.buffered()).toBe(0);
});

test('paper runs out under the sheet: told, and no profile is proposed', async () => {
  const { steps, probe } = stand(printerProfiles['full-80'], { paperOutAfterLines: 5 });
  expect(await probe()).toBe(1);
  expect(steps()).toContain('sheet wrong');
  expect(steps().at(-1)).toBe('lookCut note');
});

test('a wire that only takes: no trouble, a mute profile', async () => {
  const { told, steps, probe } = stand(printerProfiles['mute-80']);
  expect(await probe({ answers: false })).toBe(0);
  expect(steps().slice(0, 2)).toEqual(['state note', 'sheet note']);
  expect(told.at(-1)).toMatchObject({ profile: 'mute-80' });
});

test('among many ports and speeds the one that answers is found; where none does nothing is printed', async () => {
  const { told, steps, way, probe } = stand(printerProfiles['gbk-80']);
  const gone: PrinterWay = { config: { path: '/dev/ttyS0', baud: 9_600 }, open: () => Promise.reject(new Error('closed')) };
  const other = stand(printerProfiles['gbk-80'], { silent: true });
  const deaf: PrinterWay = { config: { path: '/dev/ttyUSB0', baud: 9_600 }, open: other.way.open };
  expect(await probe({ ways: [gone, { ...gone, config: { path: '/dev/ttyS0', baud: 115_200 } }, deaf, way] })).toBe(0);
  expect(steps().slice(0, 3)).toEqual(['open note', 'port note', 'state fine']);
  expect(told.at(-1)).toMatchObject({ profile: 'gbk-80' });
  expect(await other.probe({ ways: [deaf, deaf] })).toBe(3);
  expect([other.steps().at(-1), other.printer.papers()]).toEqual(['notFound wrong', []]);
});

test('by the command, over TCP: what a technician sees', async () => {
  const printer = createPrinterSimulator({ timer: realTimer });
  try {
    const port = await printer.listenTcp(0);
    const run = (args: readonly string[]) => new Promise<{ readonly code: number; readonly out: string }>((resolve) => {
      execFile(process.execPath, [join(root, 'hardware/probe/main.ts'), 'printer', ...args], (error, out) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }));
    });
    const fine = await run(['--link', 'tcp', '--host', '127.0.0.1', '--port', String(port), '--letters', 'gb18030', '--qr', 'native']);
    expect(fine.code).toBe(0);
    expect(fine.out).toContain('"profile":"full-80"');
    expect(printer.papers()).toHaveLength(2);
    expect((await run(['--link', 'file', '--path', '/dev/usb/no-such-printer'])).code).toBe(3);
    expect((await run(['--link', 'tcp'])).code).toBe(2);
  } finally {
    await printer.close();
  }
});
