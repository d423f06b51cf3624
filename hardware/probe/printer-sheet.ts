/* The sheet that a printer's probe prints: each line marked with a letter, so that a person says in a word what came out right. Nothing on it is of anybody. */
import { drawModules } from '../ticket-printer/compose/dots.ts';
import { marksOf } from '../ticket-printer/compose/marks.ts';
import { paperEnd } from '../ticket-printer/compose/paper-end.ts';
import { modulesOf, thermalComposer } from '../ticket-printer/compose/thermal-composer.ts';
import type { PaperLine } from '../ticket-printer/paper-line.ts';
import type { PaperProfile } from '../ticket-printer/profiles.ts';

/** Everything by the printer's own means; narrow, so that it fits either paper. */
const own: PaperProfile = { columns: 32, dotsPerLine: 384, characterSet: 'gb18030', qr: 'native', cutter: 'partial' };
/** The same letters drawn, to be compared with the printer's own. */
const drawn: PaperProfile = { ...own, characterSet: 'gb2312' };

/** What the codes on the sheet say. */
export const sheetCodes = { native: 'KZ-PROBE-NATIVE', raster: 'KZ-PROBE-RASTER' } as const;

/** Letters that begin with this set; the next smaller set lacks them. */
const letters = { gb2312: '张王李赵刘陈杨黄', gbk: '镕喆堃煊犇淼骉珺', gb18030: '㐂㑇㒳㓥㔾㕮㖊㗊' } as const;
const ruler = Array.from({ length: 48 }, (_, at) => String((at + 1) % 10)).join('');

const text = (line: string, size = 1): PaperLine => ({ type: 'text', text: line, size });
const head: readonly PaperLine[] = [text('快招 打印机试纸', 2), text('Kuaizhao printer sheet'), { type: 'rule' }, text('A 48 columns: one line, or two?')];
const body: readonly PaperLine[] = [{ type: 'rule' }, text(`B ${letters.gb2312}`), text(`C ${letters.gbk}`)];
const sizes: readonly PaperLine[] = [{ type: 'rule' }, text('F 1 倍'), text('2 倍', 2), text('4 倍', 4), { type: 'rule' }, text('G 二维码 QR: native'), { type: 'qr', data: sheetCodes.native }];
const tail: readonly PaperLine[] = [text('H 二维码 QR: raster')];
const cuts: readonly PaperLine[] = [{ type: 'feed', lines: 2 }, text('I 上面切断了吗 cut above?')];

/** The bytes of the whole sheet: two strips where there is a knife, one where there is none. */
export function printerSheet(): Uint8Array {
  const first = thermalComposer(own, [
    ...marksOf(own, head), ...marksOf({ ...own, columns: 48, dotsPerLine: 576 }, [text(ruler)]),
    ...marksOf(own, body), ...marksOf(drawn, [text(`C ${letters.gbk}`)]), ...marksOf(own, [text(`D ${letters.gb18030}`)]), ...marksOf(drawn, [text(`D ${letters.gb18030}`)]),
    ...marksOf(own, [...sizes, ...tail]), { type: 'dots', dots: drawModules(modulesOf(sheetCodes.raster), 6, 'center', own.dotsPerLine) },
  ]);
  return Uint8Array.from(Buffer.concat([first, thermalComposer(own, marksOf(own, cuts)), paperEnd({ ...own, cutter: 'none' })]));
}
