/* Composes a paper to ESC/POS bytes by node-thermal-printer in compose-only mode; the connection stays the driver's own. */
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Align, LetterSize, PaperLine } from './paper-line.ts';
import { columnsOf, encodeText, printable, wrap } from './printable-text.ts';
import { holdsRealTimeCommand } from './real-time.ts';

export const paperLimits = { lines: 400, qrCharacters: 300, feedLines: 20 } as const;

/** ESC @, FS &: reset, and double-byte mode, which the library never switches on and without which 汉字 come out as rubbish. */
const start = Buffer.from([0x1b, 0x40, 0x1c, 0x26]);
/** GS V B 0: feed to the knife, cut. The library's own cut adds blank lines and a reset. */
const cut = Buffer.from([0x1d, 0x56, 0x42, 0x00]);

/** ESC d: blank lines. */
const feed = (lines: number): Buffer => Buffer.from([0x1b, 0x64, Math.min(paperLimits.feedLines, Math.max(0, Math.trunc(lines)))]);

const sizeOf = (size: LetterSize): { readonly width: number; readonly height: number } => {
  const { width, height } = typeof size === 'number' ? { width: size, height: size } : size;
  const within = (times: number): number => Math.min(8, Math.max(1, Math.trunc(times)));
  return { width: within(width), height: within(height) };
};

/** Writes lines to the library's buffer and keeps in mind how the printer is set, so that each setting is sent only when it changes. */
function createPen(printer: ThermalPrinter) {
  let align: Align = 'left';
  let magnification = 0;
  let bold = false;
  return {
    align(wanted: Align): void {
      if (wanted === align) return;
      align = wanted;
      if (wanted === 'left') printer.alignLeft();
      else if (wanted === 'center') printer.alignCenter();
      else printer.alignRight();
    },
    /** One line of text. The library would turn rare characters into `?`, so it gets bytes; its setTextSize swaps its arguments, so GS ! is ours. */
    line(text: string, size: LetterSize, wantBold: boolean): void {
      const { width, height } = sizeOf(size);
      const wanted = ((width - 1) << 4) | (height - 1);
      if (wanted !== magnification) printer.append(Buffer.from([0x1d, 0x21, wanted]));
      if (wantBold !== bold) printer.bold(wantBold);
      magnification = wanted;
      bold = wantBold;
      printer.append(Buffer.concat([encodeText(text), Buffer.from([0x0a])]));
    },
  };
}

/** Label left and value right on one line when they fit; else the value stands beside its label, as many lines as it needs. */
function pairLines(left: string, right: string, columns: number): string[] {
  const gap = columns - columnsOf(left) - columnsOf(right);
  if (gap >= 1) return [left + ' '.repeat(gap) + right];
  const indent = columnsOf(left) + 2;
  // A label longer than half the paper gets lines of its own.
  const beside = indent <= columns / 2;
  const margin = ' '.repeat(beside ? indent : Math.min(2, columns - 2));
  const value = wrap(right, columns - margin.length).map((line) => margin + line);
  return beside ? [left + (value[0] ?? '').slice(columnsOf(left)), ...value.slice(1)] : [...wrap(left, columns), ...value];
}

/**
 * The whole job: reset, double-byte mode, the lines, cut. `columns` = half-width columns of the printer (48 on 80 mm, 32 on 58 mm).
 * Any text is cleaned of control bytes. Throws RangeError on a paper no caller should compose: too many lines, a QR that is not plain ASCII.
 */
export function composeTicket(columns: number, lines: readonly PaperLine[]): Uint8Array {
  if (lines.length > paperLimits.lines) throw new RangeError(`paper of ${lines.length} lines`);
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: columns });
  const pen = createPen(printer);
  printer.append(start);
  for (const line of lines) {
    switch (line.type) {
      case 'text': {
        const { width } = sizeOf(line.size ?? 1);
        pen.align(line.align ?? 'left');
        for (const piece of wrap(printable(line.text), Math.floor(columns / width))) pen.line(piece, line.size ?? 1, line.bold ?? false);
        break;
      }
      case 'pair': {
        const { width } = sizeOf(line.size ?? 1);
        pen.align('left');
        for (const piece of pairLines(printable(line.left), printable(line.right), Math.floor(columns / width))) pen.line(piece, line.size ?? 1, line.bold ?? false);
        break;
      }
      case 'rule':
        pen.align('left');
        pen.line((/^[!-~]$/.test(line.character ?? '-') ? (line.character ?? '-') : '-').repeat(columns), 1, false);
        break;
      case 'qr':
        // The library counts characters where the printer counts bytes: only ASCII comes out right.
        if (!/^[ -~]+$/.test(line.data) || line.data.length > paperLimits.qrCharacters) throw new RangeError('QR data must be 1 to 300 ASCII characters');
        pen.align(line.align ?? 'center');
        // A blank line above and below: scanners need four modules of white around the code.
        printer.append(feed(1));
        printer.printQR(line.data, { cellSize: Math.min(8, Math.max(1, Math.trunc(line.moduleDots ?? 6))), correction: 'M', model: 2 });
        printer.append(feed(1));
        break;
      case 'feed':
        printer.append(feed(line.lines));
        break;
    }
  }
  printer.append(cut);
  const bytes = Uint8Array.from(printer.getBuffer());
  if (holdsRealTimeCommand(bytes)) throw new RangeError('paper would command the printer');
  return bytes;
}
