/* CSV for people with a spreadsheet (RFC 4180): UTF-8 with a byte order mark, because without it Excel reads Chinese as noise. */
import type { Cell } from './table.ts';

export const csvStart = '\uFEFF';

/** One record with its line end. */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvField).join(',')}\r\n`;

/** Text that a spreadsheet would take for a formula gets an apostrophe: `=1+1` in a remark must never run on a clerk's machine. Numbers of ours stay numbers. */
function csvField(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // NUL and other control characters cannot come through our doors; old data may still hold them.
  const text = harmless(cell.replaceAll(/(?![\t\r\n])\p{Cc}/gu, ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Full-width signs too: Excel in Chinese takes ＝ for =. Spaces in front do not help the text, so they do not hide it either. */
const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);
