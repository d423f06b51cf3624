/* CSV that a spreadsheet reads as text, whatever people wrote: read back by a reader of RFC 4180 of our own, written for the test. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecord, csvStart } from '@kuaizhao/db/domain/records/ledger/csv.ts';

/** RFC 4180, strictly: throws where the text is no CSV. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      let field = '';
      if (text[at] === '"') {
        for (at += 1; ; at += 1) {
          if (text[at] === undefined) throw new Error('a quote is not closed');
          if (text[at] !== '"') { field += text[at]; continue; }
          if (text[at + 1] !== '"') break;
          field += '"';
          at += 1;
        }
        at += 1;
      } else {
        while (at < text.length && !',\r'.includes(text.charAt(at))) {
          if ('"\n'.includes(text.charAt(at))) throw new Error('an open quote or line feed');
          field += text.charAt(at);
          at += 1;
        }
      }
      record.push(field);
      if (text[at] === ',') { at += 1; continue; }
      if (text.slice(at, at + 2) !== '\r\n') throw new Error('a record without its line end');
      at += 2;
      break;
    }
    records.push(record);
  }
  return records;
}

test('F22 CSV: byte order mark, quotes, commas and line breaks come back as they were', () => {
  expect(csvStart).toBe('\uFEFF');
  expect(csvRecord(['张三', 12.5, undefined, 'a,b', 'say "hi"', 'two\r\nlines'])).toBe('张三,12.5,,"a,b","say ""hi""","two\r\nlines"\r\n');
});

test('F22 §4 CSV: nothing a person wrote can be a formula, also behind blanks and in full width; our own negative numbers stay numbers', () => {
  for (const evil of ['=1+1', '+86', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|calc', '＝1', '＋1', '－1', '＠a']) expect(readCsv(csvRecord([evil]))).toEqual([[`'${evil}`]]);
  expect(csvRecord([-3])).toBe('-3\r\n');
  expect(csvRecord(['a=1', '1-2', '0531-12333'])).toBe('a=1,1-2,0531-12333\r\n');
});

test('F22 CSV: any text comes back, at most an apostrophe longer, and never begins a formula', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
    const back = readCsv(rows.map((row) => csvRecord(row)).join(''));
    const clean = (text: string): string => text.replaceAll(/(?![\t\r\n])\p{Cc}/gu, '');
    expect(back.length).toBe(rows.length);
    for (const [index, row] of rows.entries()) for (const [column, text] of row.entries()) {
      const field = back[index]?.[column] ?? '';
      expect([clean(text), `'${clean(text)}`]).toContain(field);
      expect(field).not.toMatch(/^\s*[=+\-@]/);
    }
  }));
});
