/* Composes by the command set of receiptline: an independent second hand for the same paper, with a QR code of its own drawing. Its layout language is not used: lines are laid out once, in marks. */
import receiptline from 'receiptline';
import type { Align } from '../paper-line.ts';
import type { PaperProfile } from '../profiles.ts';
import { drawModules, rasterCommand } from './dots.ts';
import type { Mark } from './marks.ts';
import { feed, paperEnd } from './paper-end.ts';

/** The commands that firmware of every maker knows; parameters there are raw bytes, as clones want them. */
const commands = receiptline.commands.generic;
const alignNumbers: Readonly<Record<Align, 0 | 1 | 2>> = { left: 0, center: 1, right: 2 };

/** GS !: the library knows equal sizes only beyond two. */
const magnify = (width: number, height: number): Buffer => Buffer.from([0x1d, 0x21, ((width - 1) << 4) | (height - 1)]);
const bytesOf = (command: string): Buffer => Buffer.from(command, 'latin1');

export function receiptComposer(profile: PaperProfile, marks: readonly Mark[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x1b, 0x40])];
  for (const mark of marks) {
    switch (mark.type) {
      case 'text':
        parts.push(
          bytesOf(commands.normal() + commands.align(alignNumbers[mark.align]) + (mark.bold ? commands.em() : '')), magnify(mark.width, mark.height),
          // Its own switch to double-byte mode goes with every text.
          bytesOf(commands.text(mark.text, 'gb18030') + commands.lf()),
        );
        break;
      case 'dots':
        parts.push(bytesOf(commands.align(0)), rasterCommand(mark.dots));
        break;
      case 'qr': {
        const modules = receiptline.qrcode.generate({ data: mark.data, type: 'qrcode', cell: mark.moduleDots, level: 'm', quietZone: false }).map((row) => Array.from(row, (module) => module === 1));
        parts.push(bytesOf(commands.align(0)), rasterCommand(drawModules(modules, mark.moduleDots, mark.align, profile.dotsPerLine)));
        break;
      }
      case 'feed':
        parts.push(feed(mark.lines));
        break;
    }
  }
  parts.push(paperEnd(profile));
  return Uint8Array.from(Buffer.concat(parts));
}
