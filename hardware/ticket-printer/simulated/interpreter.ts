/* Obeys an ESC/POS stream byte by byte, as firmware does: unknown commands are skipped, whatever comes. */
import iconv from 'iconv-lite';
import type { PrintedItem } from '../printed-paper.ts';
import { commandLength, keptBytesLimit } from './command-length.ts';
import { createPrintHead, type PrintHead } from './print-head.ts';

export interface InterpreterParts {
  readonly columns: number;
  /** something reached the paper: a line, a blank line, a QR */
  readonly printed: () => void;
  /** the knife fell */
  readonly cut: (items: readonly PrintedItem[]) => void;
  /** GS ( H fn 48: everything before it is printed */
  readonly completed: (mark: Uint8Array) => void;
  /** GS a */
  readonly statusPush: (enabled: boolean) => void;
  /** GS r 1 or 49 */
  readonly askedPaper: () => void;
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
    this.head = createPrintHead(parts.columns, parts.printed);
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
      case 'J': head.lineFeed(); break;
      default: break;
    }
  }

  group(code: string, command: readonly number[]): void {
    const parameter = command[2] ?? 0;
    switch (code) {
      case '!':
        this.head.width = ((parameter >> 4) & 7) + 1;
        this.head.height = (parameter & 7) + 1;
        break;
      case 'V': this.parts.cut(this.head.takeStrip()); break;
      case 'a': this.parts.statusPush(parameter !== 0); break;
      case 'r': if (digit(parameter) === 1) this.parts.askedPaper(); break;
      case '(':
        if (parameter === 0x6b && command[5] === 49) this.qrCommand(command[6] ?? 0, command.slice(7));
        else if (parameter === 0x48 && command[5] === 48) this.parts.completed(Uint8Array.from(command.slice(7, 11)));
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
    else if (first >= 0x20 && first !== 0x7f) this.head.letter(this.doubleByte || first < 0x80 ? iconv.decode(Buffer.from(bytes), 'gb18030') : '?');
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
  return {
    obey(byte) {
      if (toSkip > 0) {
        toSkip--;
        return;
      }
      command.push(byte);
      const length = commandLength(command, commands.doubleByte);
      if (length === undefined) return;
      if (length > keptBytesLimit) {
        toSkip = length - command.length;
        command = [];
      } else if (command.length >= length) {
        const whole = command;
        command = [];
        commands.run(whole);
      }
    },
    drop() {
      command = [];
      toSkip = 0;
      commands.head.dropLine();
    },
    held: () => command.length,
  };
}
