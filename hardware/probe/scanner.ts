/* The probe of a scanner: opens its port and waits for somebody to hold a code before it. A scanner answers no question, so a person has to. */
import type { Line, Timer } from '../ports.ts';
import { createCodeLines } from '../scanner/code-lines.ts';
import { refusalOf } from '../serial/line-refusal.ts';
import { listSerialPorts, type FoundPort } from '../serial/ports/list-ports.ts';
import { openSerialLine } from '../serial/serial-line.ts';
import { refusalWords } from './refusal-words.ts';
import type { Probe, ProbeReport, ProbeResult } from './report.ts';

export interface ScannerProbeParts {
  readonly report: ProbeReport;
  readonly timer: Timer;
  readonly list: () => Promise<readonly FoundPort[]>;
  readonly open: (path: string) => Promise<Line>;
  /** a path, or `auto`: every port is listened to */
  readonly port: string;
  readonly baud: number;
  readonly waitMs: number;
}

/** What came from one port first: a code, or bytes that are none. */
interface Heard { readonly path: string; readonly code: string | undefined; readonly bytes: number; readonly ending: string }

const endingOf = (bytes: readonly number[]): string => (bytes.includes(0x0d) ? (bytes.includes(0x0a) ? 'CR LF' : 'CR') : bytes.includes(0x0a) ? 'LF' : '');
/** Bytes remembered of a port that says nothing whole. */
const rememberLimit = 1_024;

/** The first whole code on any of the lines; after `waitMs` the port that said something at least. */
function firstCode(lines: readonly { readonly path: string; readonly line: Line }[], timer: Timer, waitMs: number): Promise<Heard | undefined> {
  return new Promise((resolve) => {
    let best: Heard | undefined;
    const cancel = timer.after(waitMs, () => resolve(best));
    for (const { path, line } of lines) {
      const parser = createCodeLines();
      const bytes: number[] = [];
      line.onBytes((piece) => {
        bytes.push(...piece.subarray(0, rememberLimit - bytes.length));
        const [code] = parser.feed(piece).codes;
        best ??= { path, code: undefined, bytes: bytes.length, ending: endingOf(bytes) };
        if (best.path === path) best = { ...best, bytes: bytes.length, ending: endingOf(bytes) };
        if (code === undefined) return;
        cancel();
        // The LF behind a CR may still be on its way.
        timer.after(50, () => resolve({ path, code, bytes: bytes.length, ending: endingOf(bytes) }));
      });
    }
  });
}

/** 0: a whole code came. 1: something came that is no code. 3: nothing came, or no port could be opened. Never rejects. */
export async function probeScanner({ report, timer, list, open, port, baud, waitMs }: ScannerProbeParts): Promise<ProbeResult> {
  const ports = port === 'auto' ? await list() : [{ path: port }];
  const lines: { readonly path: string; readonly line: Line }[] = [];
  for (const { path } of ports) {
    try {
      lines.push({ path, line: await open(path) });
      report.tell('port', 'fine', { zh: `${path}（${baud}）：打开了`, en: `${path} at ${baud}: open` }, { path, baud });
    } catch (error) {
      const words = refusalWords(refusalOf(error));
      report.tell('port', 'note', { zh: `${path}：${words.zh}`, en: `${path}: ${words.en}` }, { path, found: refusalOf(error) });
    }
  }
  if (lines.length === 0) {
    report.tell('notFound', 'wrong', { zh: '没有一个串口能打开。扫码枪要设成“USB 虚拟串口（CDC）”，不要用键盘方式', en: 'no port could be opened; set the scanner to USB serial (CDC), not to keyboard mode' });
    return 3;
  }
  const seconds = Math.round(waitMs / 1_000);
  report.tell('scan', 'note', { zh: `请在 ${seconds} 秒内扫一个码（招工单上的二维码就行）`, en: `hold a code before the scanner within ${seconds} seconds (the QR on a job slip will do)` });
  const heard = await firstCode(lines, timer, waitMs);
  await Promise.all(lines.map(({ line }) => line.close().catch(() => undefined)));
  if (heard === undefined) {
    report.tell('code', 'wrong', { zh: '什么都没有收到：扫码枪是不是键盘方式？波特率对吗？', en: 'nothing came: is the scanner in keyboard mode; is the speed right?' });
    return 3;
  }
  if (heard.code === undefined) {
    report.tell('code', 'wrong', heard.ending === ''
      ? { zh: `${heard.path} 收到 ${heard.bytes} 个字节，但没有回车换行：请把扫码枪的后缀设成 CR 或 CR LF`, en: `${heard.path} gave ${heard.bytes} bytes without an end of line: set the scanner’s suffix to CR or CR LF` }
      : { zh: `${heard.path} 收到的不是字母数字：波特率不对，或者码里有汉字（不支持）`, en: `${heard.path} gave no plain letters and digits: wrong speed, or Chinese characters inside the code (not supported)` }, { bytes: heard.bytes, ending: heard.ending });
    return 1;
  }
  // A code may be somebody's token: only its length is shown.
  report.tell('code', 'fine', { zh: `${heard.path} 收到一个码，${heard.code.length} 个字符，结尾是 ${heard.ending}`, en: `${heard.path} gave a code of ${heard.code.length} characters, ended by ${heard.ending}` }, { characters: heard.code.length, ending: heard.ending, ours: /^KZ:[JH]:/.test(heard.code) });
  const scanner = JSON.stringify({ link: 'serial', path: heard.path, baud });
  report.tell('config', 'note', { zh: `写进 kiosk.json： "scanner": ${scanner}`, en: 'goes into kiosk.json like this' });
  return 0;
}

export const scannerProbe: Probe = {
  usage: ['scanner [--port auto|PATH] [--baud 9600] [--wait SECONDS] [--json]'],
  options: { port: { type: 'string' }, baud: { type: 'string' }, wait: { type: 'string' } },
  run(values, report, timer) {
    const baud = Number(values['baud'] ?? '9600');
    const wait = Number(values['wait'] ?? '30');
    if (![9600, 19_200, 38_400, 57_600, 115_200].includes(baud) || !Number.isInteger(wait) || wait < 1 || wait > 600) {
      report.tell('usage', 'wrong', { zh: '--baud 只能是 9600、19200、38400、57600、115200；--wait 是 1 到 600 秒', en: '--baud is one of 9600, 19200, 38400, 57600, 115200; --wait is 1 to 600 seconds' });
      return Promise.resolve(2);
    }
    return probeScanner({
      report, timer, baud, port: String(values['port'] ?? 'auto'), waitMs: wait * 1_000,
      list: () => listSerialPorts(timer), open: (path) => openSerialLine({ path, baud }),
    });
  },
};
