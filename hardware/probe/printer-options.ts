/* How the probe of a printer is called: which wire, and what an eye saw on the sheet. */
import type { Timer } from '../ports.ts';
import { listSerialPorts } from '../serial/ports/list-ports.ts';
import { openSerialLine } from '../serial/serial-line.ts';
import { openTcpLine } from '../serial/tcp-line.ts';
import { openDeviceFileLine } from '../ticket-printer/links/device-file-line.ts';
import { openWindowsQueueLine } from '../ticket-printer/links/windows-queue-line.ts';
import { probePrinter, type PrinterWay, type Seen } from './printer.ts';
import type { Probe } from './report.ts';

const bauds = [115_200, 38_400, 19_200, 9_600, 57_600] as const;
const columns = [48, 32] as const;
const sets = ['gb2312', 'gbk', 'gb18030'] as const;
const codes = ['native', 'raster'] as const;
const cutters = ['full', 'partial', 'none'] as const;

type Values = Parameters<Probe['run']>[0];
const textOf = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
/** One of the few; undefined when nothing was told; null when it is none of them. */
function oneOf<Choice extends string | number>(choices: readonly Choice[], told: string | boolean | undefined): Choice | undefined | null {
  return told === undefined ? undefined : (choices.find((choice) => String(choice) === told) ?? null);
}

/** What was seen, or undefined when an option is none of its words. */
function seenOf(values: Values): Seen | undefined {
  const [wide, characterSet, qr, cutter] = [oneOf(columns, values['columns']), oneOf(sets, values['letters']), oneOf(codes, values['qr']), oneOf(cutters, values['cutter'])];
  if (wide === null || characterSet === null || qr === null || cutter === null) return undefined;
  return { ...(wide === undefined ? {} : { columns: wide }), ...(characterSet === undefined ? {} : { characterSet }), ...(qr === undefined ? {} : { qr }), ...(cutter === undefined ? {} : { cutter }) };
}

/** The ways to try, or undefined when the wire was not told rightly. */
async function waysOf(values: Values, timer: Timer): Promise<readonly PrinterWay[] | undefined> {
  const [host, path, name] = [textOf(values['host']), textOf(values['path']), textOf(values['name'])];
  const port = Number(values['port'] ?? '9100');
  const baud = values['baud'] === 'auto' ? undefined : oneOf(bauds, values['baud']);
  switch (textOf(values['link']) ?? '') {
    case 'tcp':
      if (host === undefined || !Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
      return [{ config: { link: 'tcp', host, port }, open: () => openTcpLine({ host, port }) }];
    case 'serial': {
      if (baud === null) return undefined;
      const paths = path === undefined || path === 'auto' ? (await listSerialPorts(timer)).map((found) => found.path) : [path];
      return paths.flatMap((one) => (baud === undefined ? bauds : [baud]).map((speed) => ({ config: { link: 'serial', path: one, baud: speed }, open: () => openSerialLine({ path: one, baud: speed }) })));
    }
    case 'file': return [{ config: { link: 'file', path: path ?? '/dev/usb/lp0' }, open: () => openDeviceFileLine({ path: path ?? '/dev/usb/lp0' }) }];
    case 'windows': return name === undefined ? undefined : [{ config: { link: 'windows', name }, open: () => openWindowsQueueLine({ name, timer, log: () => undefined }) }];
    default: return undefined;
  }
}

export const printerProbe: Probe = {
  usage: [
    'printer --link tcp --host 192.168.1.50 [--port 9100]',
    'printer --link serial [--path auto|PATH] [--baud auto|115200]',
    'printer --link file [--path /dev/usb/lp0]',
    'printer --link windows --name NAME',
    'printer … [--columns 48|32] [--letters gb2312|gbk|gb18030] [--qr native|raster] [--cutter full|partial|none] [--no-sheet] [--json]   (what the sheet shows)',
  ],
  options: {
    link: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' }, path: { type: 'string' }, baud: { type: 'string' }, name: { type: 'string' },
    columns: { type: 'string' }, letters: { type: 'string' }, qr: { type: 'string' }, cutter: { type: 'string' }, 'no-sheet': { type: 'boolean' },
  },
  async run(values, report, timer) {
    const seen = seenOf(values);
    const ways = await waysOf(values, timer);
    if (seen === undefined || ways === undefined) {
      report.tell('usage', 'wrong', {
        zh: `--link 是 tcp（要 --host）、serial、file 或 windows（要 --name）；--baud 是 ${bauds.join('、')}；--columns 48 或 32；--letters ${sets.join('、')}；--qr ${codes.join('、')}；--cutter ${cutters.join('、')}`,
        en: `--link is tcp (with --host), serial, file or windows (with --name); --baud ${bauds.join(', ')}; --columns 48 or 32; --letters ${sets.join(', ')}; --qr ${codes.join(', ')}; --cutter ${cutters.join(', ')}`,
      });
      return 2;
    }
    if (ways.length === 0) report.tell('ports', 'wrong', { zh: '这台电脑上没有串口', en: 'there is no serial port on this machine' });
    return probePrinter({ report, timer, ways, answers: values['link'] !== 'windows', sheet: values['no-sheet'] !== true, seen });
  },
};
