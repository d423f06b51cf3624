/* Sheets to read in pages: a title never stands alone at the foot, a sentence stands whole where it can, and what goes on on the next page has its title again. Pure. */
import type { Sheet } from '@kuaizhao/db/domain/content/leaflet.ts';
import { lettersIn, piecesOf } from '../paging/lines-of.ts';

interface SheetLine { readonly kind: 'title' | /** begins a sentence */ 'first' | /** goes on with one */ 'on'; readonly text: string; /** of a title: the sheet holds in the whole city */ readonly city?: true }

/** A title takes a little more than a line. */
const titleRows = 1.2;

/** Pages of `rows` lines of about `letters` Chinese letters. */
export function sheetPages(sheets: readonly Sheet[], language: string, rows: number, letters: number): SheetLine[][] {
  const of = (words: { readonly zh: string; readonly en: string }): string => (language === 'en' ? words.en : words.zh);
  const pages: SheetLine[][] = [];
  let left = 0;
  for (const sheet of sheets) {
    const title: SheetLine = { kind: 'title', text: of(sheet.title), ...(sheet.city === true ? { city: true } : {}) };
    const lines = sheet.lines.flatMap((line) => piecesOf(of(line), letters * Math.max(1, Math.floor(rows - titleRows))).map((text, at): SheetLine => ({ kind: at === 0 ? 'first' : 'on', text })));
    for (const [at, line] of lines.entries()) {
      const height = Math.ceil(lettersIn(line.text) / letters);
      const page = pages.at(-1);
      const needed = height + (at === 0 ? titleRows : 0);
      if (page === undefined || needed > left) {
        pages.push([title, line]);
        left = rows - titleRows - height;
      } else {
        page.push(...(at === 0 ? [title] : []), line);
        left -= needed;
      }
    }
  }
  return pages;
}
