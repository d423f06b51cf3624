/* Obeys an ESC/POS stream byte by byte, as firmware does: unknown commands are skipped, whatever comes. */
import iconv from 'iconv-lite';
import { printerHas } from '../compose/character-set.ts';
import { tearDots } from '../compose/paper-end.ts';
import type { PrintedItem } from '../printed-paper.ts';
import { commandLength, keptBytesLimit } from './command-length.ts';
import type { CharacterSet } from '../profiles.ts';
import type { Firmware } from './firmware.ts';
import { createPrintHead, type PrintHead } from './print-head.ts';

export interface InterpreterParts {
  readonly firmware: Firmware;
  /** as of now: the firmware's own unless a fault says less */
  readonly characterSet: () => CharacterSet;
  /** something reached the paper: a line, a blank line, a QR, dots */
  readonly printed: () => void;
  /** the knife fell, or a hand tore the paper off */
  readonly cut: (items: readonly PrintedItem[]) => void;
  /** GS ( H fn 48: everything before it is printed */
  readonly completed: (mark: Uint8Array) => void;
  /** GS a */
  readonly statusPush: (enabled: boolean) => void;
  /** GS r 1 or 49 */
  readonly askedPaper: () => void;
  /** GS I n */
  readonly askedName: (n: number) => void;
}
export interface Interpreter {
  obey(byte: number): void;
  /** Forgets a command and a line begun; settings stay. */
  drop(): void;
  /** bytes of an unfinished command, at most `keptBytesLimit` */
  held(): number;
}

const corrections: Readonly<Record<number, 'L' | 'M' | 'Q' | 'H'>> = { 48: 'L', 49: 'M', 50: 'Q', 51: 'H' };
const aligns = ['left', 'center', 'right'] as const;
/** What firmware prints for a letter it does not have. */
const unknownLetter = '■';
/** Parameters come as 0 1 2 or as the digits '0' '1' '2'. */
const digit = (parameter: number): number => (parameter >= 48 ? parameter - 48 : parameter);

type QrStore = Omit<Extract<PrintedItem, { type: 'qr' }>, 'type' | 'align'>;
const emptyQr: QrStore = { data: '', moduleDots: 3, correction: 'L' };

/** What the settings commands set and the printing commands do. */
class Commands {
  private readonly parts: InterpreterParts;
  readonly head: PrintHead;
  doubleByte = false;
  private qr = emptyQr;

  constructor(parts: InterpreterParts) {
    this.parts = parts;
    this.head = createPrintHead(parts.firmware.columns, parts.printed);
  }

  private reset(): void {
    this.head.resetSettings();
    this.head.dropLine();
    this.doubleByte = false;
    this.qr = emptyQr;
    this.parts.statusPush(false);
  }

  escape(code: string, parameter: number): void {
    const { head } = this;
    switch (code) {
      case '@': this.reset(); break;
      case 'a': head.align = aligns[digit(parameter)] ?? head.align; break;
      case 'E': case 'G': head.bold = (parameter & 1) === 1; break;
      case '!':
        head.bold = (parameter & 0x08) !== 0;
        head.height = (parameter & 0x10) === 0 ? 1 : 2;
        head.width = (parameter & 0x20) === 0 ? 1 : 2;
        break;
      case 'd': for (let line = 0; line < parameter; line++) head.lineFeed(); break;
      case 'J':
        // A paper that stands out at the tear bar is taken.
        if (!this.parts.firmware.cutter && parameter >= tearDots) this.parts.cut(head.takeStrip());
        else head.lineFeed();
        break;
      default: break;
    }
  }

  group(code: string, command: readonly number[]): void {
    const { firmware } = this.parts;
    const parameter = command[2] ?? 0;
    switch (code) {
      case '!':
        this.head.width = ((parameter >> 4) & 7) + 1;
        this.head.height = (parameter & 7) + 1;
        break;
      case 'V': if (firmware.cutter) this.parts.cut(this.head.takeStrip()); break;
      case 'a': if (firmware.statusPush) this.parts.statusPush(parameter !== 0); break;
      case 'r': if (firmware.paperAnswer && digit(parameter) === 1) this.parts.askedPaper(); break;
      case 'I': this.parts.askedName(parameter); break;
      case 'v': this.raster(command); break;
      case '(':
        if (firmware.nativeQr && parameter === 0x6b && command[5] === 49) this.qrCommand(command[6] ?? 0, command.slice(7));
        else if (firmware.mark && parameter === 0x48 && command[5] === 48) this.parts.completed(Uint8Array.from(command.slice(7, 11)));
        break;
      default: break;
    }
  }

  private qrCommand(fn: number, data: readonly number[]): void {
    if (fn === 67) this.qr = { ...this.qr, moduleDots: Math.min(16, Math.max(1, data[0] ?? 3)) };
    else if (fn === 69) this.qr = { ...this.qr, correction: corrections[data[0] ?? 48] ?? 'L' };
    else if (fn === 80) this.qr = { ...this.qr, data: Buffer.from(data.slice(1)).toString('latin1') };
    else if (fn === 81 && this.qr.data !== '') this.head.item({ type: 'qr', align: this.head.align, ...this.qr });
  }

  character(bytes: readonly number[]): void {
    const first = bytes[0] ?? 0;
    if (first === 0x0a) this.head.lineFeed();
    else if (first >= 0x20 && first !== 0x7f) this.head.letter(this.letterOf(bytes));
  }

  private letterOf(bytes: readonly number[]): string {
    const [first = 0] = bytes;
    if (first < 0x80) return String.fromCharCode(first);
    if (!this.doubleByte) return '?';
    const letter = iconv.decode(Buffer.from(bytes), 'gb18030');
    return printerHas(this.parts.characterSet(), letter) ? letter : unknownLetter;
  }

  private raster(command: readonly number[]): void {
    const [rowBytes = 0, high = 0, low = 0, top = 0] = command.slice(4, 8);
    const bytes = rowBytes + 256 * high;
    this.head.item({ type: 'dots', align: this.head.align, width: bytes * 8, height: low + 256 * top, bytes: Uint8Array.from(command.slice(8)) });
  }

  run(command: readonly number[]): void {
    const [first = 0, second = 0, third = 0] = command;
    if (first === 0x1b) this.escape(String.fromCharCode(second), third);
    else if (first === 0x1d) this.group(String.fromCharCode(second), command);
    else if (first !== 0x1c) this.character(command);
    else if (second === 0x26 || second === 0x2e) this.doubleByte = second === 0x26;
  }
}

export function createInterpreter(parts: InterpreterParts): Interpreter {
  const commands = new Commands(parts);
  let command: number[] = [];
  let toSkip = 0;
  const obey = (byte: number): void => {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    command.push(byte);
    const length = commandLength(command, commands.doubleByte, parts.characterSet() === 'gb18030');
    if (length === undefined) return;
    if (length > keptBytesLimit) {
      toSkip = length - command.length;
      command = [];
    } else if (command.length >= length) {
      const whole = command.slice(0, length);
      // A byte that turned out not to belong to the letter before it begins anew.
      const rest = command.slice(length);
      command = [];
      commands.run(whole);
      for (const next of rest) obey(next);
    }
  };
  return {
    obey,
    drop() {
      command = [];
      toSkip = 0;
      commands.head.dropLine();
    },
    held: () => command.length,
  };
}
