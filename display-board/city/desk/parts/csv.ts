/* A table as a file that a spreadsheet opens: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula. */
const dangerous = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const tame = dangerous.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** Lines without the file's mark, each with its end. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string => `\uFEFF${csvLines(rows)}`;
