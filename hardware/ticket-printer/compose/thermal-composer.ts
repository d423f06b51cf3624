/* Composes by node-thermal-printer in compose-only mode; the connection stays the driver's own. */
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import qrcode from 'qrcode-generator';
import type { Align } from '../paper-line.ts';
import type { PaperProfile } from '../profiles.ts';
import { encodeText } from './character-set.ts';
import { drawModules, rasterCommand, type DrawnText } from './dots.ts';
import type { Mark } from './marks.ts';
import { feed, paperEnd } from './paper-end.ts';

/** ESC @, FS &: reset, and double-byte mode, which the library never switches on and without which 汉字 come out as rubbish. */
const start = Buffer.from([0x1b, 0x40, 0x1c, 0x26]);

/** Writes to the library's buffer and keeps in mind how the printer is set, so that each setting is sent only when it changes. */
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
    line({ text, width, height, bold: wantBold }: DrawnText): void {
      const wanted = ((width - 1) << 4) | (height - 1);
      if (wanted !== magnification) printer.append(Buffer.from([0x1d, 0x21, wanted]));
      if (wantBold !== bold) printer.bold(wantBold);
      magnification = wanted;
      bold = wantBold;
      printer.append(Buffer.concat([encodeText(text), Buffer.from([0x0a])]));
    },
  };
}

/** The QR's modules, by a library of its own: drawn as dots where the printer does not know GS ( k. */
export function modulesOf(data: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M');
  code.addData(data, 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => code.isDark(y, x)));
}

export function thermalComposer(profile: PaperProfile, marks: readonly Mark[]): Uint8Array {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: profile.columns });
  const pen = createPen(printer);
  printer.append(start);
  for (const mark of marks) {
    switch (mark.type) {
      case 'text':
        pen.align(mark.align);
        pen.line(mark);
        break;
      case 'dots':
        pen.align('left');
        printer.append(rasterCommand(mark.dots));
        break;
      case 'qr':
        pen.align(profile.qr === 'native' ? mark.align : 'left');
        // The library counts characters where the printer counts bytes: only ASCII comes out right, and nothing else gets here.
        if (profile.qr === 'native') printer.printQR(mark.data, { cellSize: mark.moduleDots, correction: 'M', model: 2 });
        else printer.append(rasterCommand(drawModules(modulesOf(mark.data), mark.moduleDots, mark.align, profile.dotsPerLine)));
        break;
      case 'feed':
        printer.append(feed(mark.lines));
        break;
    }
  }
  printer.append(paperEnd(profile));
  return Uint8Array.from(printer.getBuffer());
}
