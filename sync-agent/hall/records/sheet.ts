/* One table, two formats, the same three steps. */
import { csvRecord, csvStart } from '@kuaizhao/db/domain/records/ledger/csv.ts';
import type { Cell } from '@kuaizhao/db/domain/records/ledger/table.ts';
import type { ExportFormat } from '@kuaizhao/db/domain/records/commands.ts';
import { createXlsx, type XlsxSheet } from './xlsx.ts';

export interface Sheet { readonly rows: (rows: readonly (readonly Cell[])[]) => void; readonly end: () => void }

/** `take` gets the bytes piece by piece, headings first. `at`: now. */
export function createSheet(format: ExportFormat, sheet: XlsxSheet, at: number, take: (bytes: Uint8Array) => void): Sheet {
  if (format === 'xlsx') return createXlsx(sheet, at, take);
  take(Buffer.from(csvStart + csvRecord(sheet.columns.map((column) => column.heading)), 'utf8'));
  return {
    rows: (rows) => { if (rows.length > 0) take(Buffer.from(rows.map(csvRecord).join(''), 'utf8')); },
    end: () => undefined,
  };
}
