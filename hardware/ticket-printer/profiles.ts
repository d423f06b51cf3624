/* What printers can and cannot do, as data: a kiosk's configuration names one of these, or spells its own out. */

/** Which 汉字 the firmware has. Whatever lies outside is printed as dots. */
export type CharacterSet = 'gb2312' | 'gbk' | 'gb18030';

/** What the composers need to know. */
export interface PaperProfile {
  /** half-width columns of font A: 48 on 80 mm paper, 32 on 58 mm */
  readonly columns: number;
  /** dots of a line, 576 on 80 mm paper, 384 on 58 mm; a column is 12 */
  readonly dotsPerLine: number;
  readonly characterSet: CharacterSet;
  /** `native`: GS ( k, the shortest; `raster`: drawn as dots, for firmware that does not know it */
  readonly qr: 'native' | 'raster';
  /** `none`: the paper is fed to the tear bar */
  readonly cutter: 'full' | 'partial' | 'none';
}

/** What the driver needs to know beside it. */
export interface PrinterProfile extends PaperProfile {
  /** How it tells that a paper is out: `mark` = GS ( H with a mark of the job, `paper` = GS r answered in its turn, `none` = never: a person says. */
  readonly completion: 'mark' | 'paper' | 'none';
  /** How it tells its state: `asked` = DLE EOT, `pushed` = ASB too, `none` = never: a wire that only takes. */
  readonly status: 'asked' | 'pushed' | 'none';
  /** pace of the line, 11.5 at 115200 baud; time limits allow for 9600 baud (0.9) unless told */
  readonly bytesPerMs?: number;
}

const wide = { columns: 48, dotsPerLine: 576 } as const;
const narrow = { columns: 32, dotsPerLine: 384 } as const;
const mute = { completion: 'none', status: 'none' } as const;

/** From public command manuals; no true printer was at hand. `npm run probe -- printer` says which one fits. */
export const printerProfiles = {
  /** Epson TM-T82 and its kind: everything there is */
  'full-80': { ...wide, characterSet: 'gb18030', qr: 'native', cutter: 'partial', completion: 'mark', status: 'pushed' },
  /** 80 mm firmware in the manner of Epson's, with fewer 汉字 */
  'gbk-80': { ...wide, characterSet: 'gbk', qr: 'native', cutter: 'partial', completion: 'mark', status: 'asked' },
  /** the careful choice for an unknown 80 mm printer that answers: 6,763 汉字, GS r behind the paper */
  'plain-80': { ...wide, characterSet: 'gb2312', qr: 'raster', cutter: 'partial', completion: 'paper', status: 'asked' },
  'plain-58': { ...narrow, characterSet: 'gb2312', qr: 'raster', cutter: 'none', completion: 'paper', status: 'asked' },
  /** answers nothing: write-only wires and Windows' raw queue */
  'mute-80': { ...wide, characterSet: 'gb2312', qr: 'raster', cutter: 'partial', ...mute },
  'mute-58': { ...narrow, characterSet: 'gb2312', qr: 'raster', cutter: 'none', ...mute },
} as const satisfies Readonly<Record<string, PrinterProfile>>;
export type ProfileName = keyof typeof printerProfiles;
export const profileNames = Object.keys(printerProfiles) as readonly ProfileName[];

/** Whether anything can be asked after a job of unknown end: where not, a person decides. */
export const canBeAsked = (profile: PrinterProfile): boolean => profile.status !== 'none';
