/* Which device speaks on which serial port: asks each port a question that harms nobody, and listens. */
import { createSamChannel } from './id-card/sam-channel.ts';
import { samCommands } from './id-card/sam-commands.ts';
import type { Line, Timer } from './ports.ts';
import { LineRefusal, refusalOf, type LineRefusalReason } from './serial/line-refusal.ts';
import type { FoundPort } from './serial/ports/list-ports.ts';

/** `unknown`: something answers, and it is neither. */
export type Speaker = 'idReader' | 'printer' | 'unknown' | 'nobody';
export interface DetectedPort {
  readonly port: FoundPort;
  /** who speaks there, or why it could not be asked */
  readonly found: Speaker | LineRefusalReason | 'tooSlow';
}

export interface DetectParts {
  readonly ports: readonly FoundPort[];
  readonly open: (path: string) => Promise<Line>;
  readonly timer: Timer;
}

export const detectLimits = { openMs: 2_000, printerMs: 250, readerTries: 2 } as const;

/** DLE EOT 1: a printer answers it at once, also offline; to a card reader it is noise between frames. So it goes first: a printer would print our frames as garbage. */
const askPrinter = Uint8Array.of(0x10, 0x04, 0x01);
const isPrinterStatus = (byte: number): boolean => (byte & 0x93) === 0x12;

/** Asks on an open line; leaves it open. */
export async function whoSpeaks(line: Line, timer: Timer): Promise<Speaker> {
  const heard: number[] = [];
  line.onBytes((bytes) => heard.push(...bytes.subarray(0, 16)));
  await line.write(askPrinter).catch(() => undefined);
  await new Promise<void>((resolve) => { timer.after(detectLimits.printerMs, resolve); });
  const [first] = heard;
  if (heard.length === 1 && first !== undefined && isPrinterStatus(first)) return 'printer';
  const channel = createSamChannel(line, timer, () => undefined);
  for (let attempt = 0; attempt < detectLimits.readerTries; attempt++) {
    const reply = await channel.ask(samCommands.status);
    if (reply.meaning === 'closed') break;
    // A module that failed its self-test speaks too.
    if (reply.meaning !== 'silent') return 'idReader';
  }
  return heard.length > 0 ? 'unknown' : 'nobody';
}

function openWithin({ open, timer }: DetectParts, path: string): Promise<Line> {
  return new Promise((resolve, reject) => {
    let waiting = true;
    const cancel = timer.after(detectLimits.openMs, () => {
      waiting = false;
      reject(new LineRefusal('failed', 'opening took too long'));
    });
    open(path).then((line) => {
      cancel();
      if (waiting) resolve(line);
      else void line.close().catch(() => undefined);
    }, (error: unknown) => {
      cancel();
      reject(error instanceof Error ? error : new LineRefusal('failed', 'cannot be opened'));
    });
  });
}

/** Every port at the same time, each closed again. Never rejects. */
export function detectDevices(parts: DetectParts): Promise<readonly DetectedPort[]> {
  return Promise.all(parts.ports.map(async (port): Promise<DetectedPort> => {
    try {
      const line = await openWithin(parts, port.path);
      const found = await whoSpeaks(line, parts.timer);
      await line.close().catch(() => undefined);
      return { port, found };
    } catch (error) {
      return { port, found: refusalOf(error) };
    }
  }));
}

/** The path of the first port on which a card reader speaks. Rejects with `nobodyAnswered` when there is none. */
export async function findReaderPath(parts: DetectParts): Promise<string> {
  const reader = (await detectDevices(parts)).find(({ found }) => found === 'idReader');
  if (reader === undefined) throw new LineRefusal('nobodyAnswered', 'no port has a card reader');
  return reader.port.path;
}
