/* The probe of an identity-card reader: finds it, asks it everything the kiosk asks and a little more, reads one card and shows it masked. */
import { detectDevices } from '../detect.ts';
import { enterService } from '../id-card/card-reader.ts';
import { createSamChannel, type SamChannel } from '../id-card/sam-channel.ts';
import { makers } from '../id-card/library/maker-library.ts';
import { openLibraryChannel, type LibraryAddress } from '../id-card/library/library-channel.ts';
import type { DeviceLog, Line, Timer } from '../ports.ts';
import { LineRefusal, refusalOf } from '../serial/line-refusal.ts';
import { listSerialPorts, type FoundPort } from '../serial/ports/list-ports.ts';
import { openSerialLine } from '../serial/serial-line.ts';
import { probeCard } from './reader-card.ts';
import { libraryWords, refusalWords } from './refusal-words.ts';
import type { Probe, ProbeReport, ProbeResult } from './report.ts';

/** The usual speed first. */
const bauds = [115_200, 57_600, 38_400, 19_200, 9_600] as const;

export interface ReaderProbeParts {
  readonly report: ProbeReport;
  readonly timer: Timer;
  readonly list: () => Promise<readonly FoundPort[]>;
  readonly open: (path: string, baud: number) => Promise<Line>;
  /** a path, or `auto` */
  readonly port: string;
  /** undefined: every speed in turn */
  readonly baud: number | undefined;
  /** how long a person has to lay a card down; 0 = no card is asked for */
  readonly cardWaitMs: number;
}

const usbOf = ({ vendorId, productId }: FoundPort): string => (vendorId === undefined ? '' : `${vendorId}:${productId ?? '????'}`);

/** The port and speed at which a reader speaks; each port is told. */
async function findReader({ report, timer, list, open, port, baud }: ReaderProbeParts): Promise<{ readonly path: string; readonly baud: number } | undefined> {
  const ports = port === 'auto' ? await list() : [{ path: port }];
  report.tell('ports', ports.length > 0 ? 'fine' : 'wrong', { zh: `这台电脑上有 ${ports.length} 个串口`, en: `serial ports on this machine: ${ports.length}` }, { ports: ports.length });
  for (const speed of baud === undefined ? bauds : [baud]) {
    const detected = await detectDevices({ ports, timer, open: (path) => open(path, speed) });
    for (const { port: one, found } of detected) {
      const words = refusalWords(found);
      report.tell('port', found === 'idReader' ? 'fine' : 'note', { zh: `${one.path}（${speed}）：${words.zh}`, en: `${one.path} at ${speed}: ${words.en}` }, { path: one.path, baud: speed, found, usb: usbOf(one), manufacturer: one.manufacturer ?? '' });
    }
    const reader = detected.find(({ found }) => found === 'idReader');
    if (reader !== undefined) return { path: reader.port.path, baud: speed };
    // A port that cannot be opened is not opened at another speed either.
    if (detected.every(({ found }) => found !== 'nobody' && found !== 'unknown')) return undefined;
  }
  return undefined;
}

function tellNotFound(report: ProbeReport): ProbeResult {
  report.tell('notFound', 'wrong', {
    zh: '没有一个串口上有会说话的身份证阅读器。看：线插好了吗？阅读器通电了吗？是只有 HID 的机型吗（那就在 Windows 上用厂家的库）？是“云解码”机型吗（不能用）？',
    en: 'No card reader speaks on any serial port. Check: cable, power; is it HID-only (then use the maker’s library on Windows); does it decode “in the cloud” (cannot be used)?',
  });
  return 3;
}

/** Status and licence number; false when the module does not serve. */
async function probeService(channel: SamChannel, report: ProbeReport): Promise<boolean> {
  const entered = await enterService(channel);
  if ('samId' in entered) {
    report.tell('service', 'fine', { zh: `模块自检正常，安全模块号 ${entered.samId}（就是这台机器的身份，请登记）`, en: `module in order; SAM id ${entered.samId} is the identity of this kiosk: write it down` }, { samId: entered.samId });
    return true;
  }
  const words = {
    selfTest: { zh: '模块自检失败：断电再插；还不行就换一台', en: 'the module failed its self-test: unplug it, plug it in, else replace it' },
    notAuthorised: { zh: '模块没有授权：找厂家', en: 'the module is not authorised: ask its maker' },
    silent: { zh: '模块只回答了一半：看波特率和线', en: 'the module answers only half: check speed and cable' },
    closed: { zh: '问到一半线断了', en: 'the line ended in the middle' },
  }[entered.end];
  report.tell('service', 'wrong', words, { end: entered.end });
  return false;
}

type ChannelProbe = Pick<ReaderProbeParts, 'report' | 'timer' | 'cardWaitMs'>;

/** Everything after a way to the module is known; `config` is what kiosk.json says of it. */
async function probeChannel({ report, timer, cardWaitMs }: ChannelProbe, open: () => Promise<SamChannel>, config: object): Promise<ProbeResult> {
  try {
    const channel = await open();
    try {
      if (!(await probeService(channel, report))) return 1;
      if (cardWaitMs > 0 && !(await probeCard(channel, timer, report, cardWaitMs))) return 1;
    } finally {
      await channel.close();
    }
  } catch (error) {
    const words = refusalWords(refusalOf(error instanceof LineRefusal ? error : new LineRefusal('failed', '')));
    report.tell('open', 'wrong', words);
    return 1;
  }
  report.tell('config', 'note', { zh: `写进 kiosk.json： "reader": ${JSON.stringify(config)}`, en: 'goes into kiosk.json like this; "path": "auto" finds a serial port at each start' });
  return 0;
}

/** 0: everything the kiosk needs works. 1: found, but something is wrong. 3: not found. Never rejects. */
export async function probeReader(parts: ReaderProbeParts): Promise<ProbeResult> {
  const { report, timer, open } = parts;
  const found = await findReader(parts);
  if (found === undefined) return tellNotFound(report);
  return probeChannel(parts, async () => createSamChannel(await open(found.path, found.baud), timer, () => undefined), { link: 'serial', path: found.path, baud: found.baud });
}

/** The same questions by a maker's library. 1 also when the library cannot be used or finds no reader. Never rejects. */
export async function probeLibrary(parts: ChannelProbe, address: LibraryAddress): Promise<ProbeResult> {
  const { report, timer } = parts;
  report.tell('library', 'note', { zh: `用厂家的库：${address.path}`, en: `by the maker’s library: ${address.path}` }, { maker: address.maker });
  // Why a library was refused is in its log: it is told as a step of its own.
  const log: DeviceLog = (event, details) => { if (event === 'readerLibraryRefused') report.tell('libraryRefused', 'wrong', libraryWords(String(details?.['code'])), { ...details }); };
  return probeChannel(parts, () => openLibraryChannel({ ...address, timer, log }), { link: 'library', ...address });
}

const textOf = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

export const readerProbe: Probe = {
  usage: [
    'reader [--port auto|PATH] [--baud 115200] [--wait SECONDS] [--json]   (--wait 0: no card is asked for)',
    'reader --maker sdtapi|termb --library PATH [--usb-port 1001] [--wait SECONDS] [--json]',
  ],
  options: { port: { type: 'string' }, baud: { type: 'string' }, wait: { type: 'string' }, maker: { type: 'string' }, library: { type: 'string' }, 'usb-port': { type: 'string' } },
  run(values, report, timer) {
    const baud = values['baud'] === undefined || values['baud'] === 'auto' ? undefined : bauds.find((one) => String(one) === values['baud']);
    const wait = Number(values['wait'] ?? '30');
    const library = textOf(values['library']);
    const maker = makers.find((one) => one === values['maker']);
    const usbPort = values['usb-port'] === undefined ? undefined : Number(values['usb-port']);
    const understood = (values['baud'] === undefined || values['baud'] === 'auto' || baud !== undefined) && Number.isInteger(wait) && wait >= 0 && wait <= 600
      && (library === undefined) === (maker === undefined) && (usbPort === undefined || Number.isInteger(usbPort));
    if (!understood) {
      report.tell('usage', 'wrong', {
        zh: '--baud 只能是 115200、57600、38400、19200、9600；--wait 是 0 到 600 秒；--library 和 --maker（sdtapi 或 termb）要一起写',
        en: '--baud is one of 115200, 57600, 38400, 19200, 9600; --wait is 0 to 600 seconds; --library and --maker (sdtapi or termb) go together',
      });
      return Promise.resolve(2);
    }
    const cardWaitMs = wait * 1_000;
    if (library !== undefined && maker !== undefined) return probeLibrary({ report, timer, cardWaitMs }, { maker, path: library, ...(usbPort === undefined ? {} : { port: usbPort }) });
    return probeReader({
      report, timer, baud, port: textOf(values['port']) ?? 'auto', cardWaitMs,
      list: () => listSerialPorts(timer), open: (path, speed) => openSerialLine({ path, baud: speed }),
    });
  },
};
