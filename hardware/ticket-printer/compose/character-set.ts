/* Which characters a printer has in itself, by its character set. The rest is drawn as dots, so a wrong yes loses a letter and a wrong no costs only bytes. */
import iconv from 'iconv-lite';
import type { CharacterSet } from '../profiles.ts';

/** Rows of GB 2312 with their first and last cell, as lead byte and trail bytes. */
const gb2312Rows: readonly (readonly [lead: number, from: number, to: number])[] = [
  [0xa1, 0xa1, 0xfe], [0xa2, 0xb1, 0xe2], [0xa2, 0xe5, 0xee], [0xa2, 0xf1, 0xfc], [0xa3, 0xa1, 0xfe], [0xa4, 0xa1, 0xf3], [0xa5, 0xa1, 0xf6],
  [0xa8, 0xc5, 0xe9], [0xa9, 0xa4, 0xef], [0xd7, 0xa1, 0xf9],
];
const inGb2312 = (lead: number, trail: number): boolean => {
  if (lead >= 0xb0 && lead <= 0xf7 && lead !== 0xd7) return trail >= 0xa1 && trail <= 0xfe;
  return gb2312Rows.some(([row, from, to]) => row === lead && trail >= from && trail <= to);
};

/** Letters of other alphabets: half as wide as 汉字, as on any other paper. Firmware that has some prints them full width, torn apart. */
export function isNarrowLetter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0xd7 || code === 0xf7) return false;
  return (code >= 0xc0 && code <= 0x5_2f) || (code >= 0x6_00 && code <= 0x6_ff) || (code >= 0x1e_00 && code <= 0x1f_ff) || (code >= 0xfb_50 && code <= 0xfd_ff) || (code >= 0xfe_70 && code <= 0xfe_ff);
}

/** GB18030, four-byte characters included. Never a byte below 20h for printable text. */
export const encodeText = (text: string): Buffer => iconv.encode(text, 'gb18030');

/**
 * Whether firmware of this character set prints the character, one code point. ASCII always; other alphabets never.
 * GB18030 stands for what every implementation must have: the two-byte part and 㐀 to 䶵.
 */
export function printerHas(set: CharacterSet, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return true;
  // User-defined places hold something else in every printer.
  if (isNarrowLetter(character) || (code >= 0xe0_00 && code <= 0xf8_ff)) return false;
  const bytes = encodeText(character);
  const [lead = 0, trail = 0] = bytes;
  if (bytes.length === 4) return set === 'gb18030' && code >= 0x34_00 && code <= 0x4d_b5;
  if (bytes.length !== 2) return false;
  if (set === 'gb2312') return inGb2312(lead, trail);
  // The last row of GBK was filled by later standards, in each firmware differently.
  return set === 'gb18030' || (lead !== 0xfe && iconv.decode(bytes, 'gbk') === character);
}
