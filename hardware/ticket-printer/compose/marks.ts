/* From the lines of a layout to what is put on paper, mark by mark: wrapped, measured, and each line either the printer's own letters or dots. Every composer starts here. */
import { letterOf } from '../letters/letters.ts';
import type { Align, LetterSize, PaperLine } from '../paper-line.ts';
import type { PaperProfile } from '../profiles.ts';
import { printerHas } from './character-set.ts';
import { drawLine, missing, type Dots, type DrawnText } from './dots.ts';
import { columnsOf, printable, wrap } from './printable-text.ts';

export const paperLimits = { lines: 400, qrCharacters: 300, feedLines: 20, moduleDots: 8, times: 8 } as const;

export type Mark =
  /** fits its line, and the printer has every letter */
  | ({ readonly type: 'text' } & DrawnText)
  | { readonly type: 'dots'; readonly dots: Dots }
  | { readonly type: 'qr'; readonly data: string; readonly moduleDots: number; readonly align: Align }
  | { readonly type: 'feed'; readonly lines: number };

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.trunc(value)));
const sizeOf = (size: LetterSize): { readonly width: number; readonly height: number } => {
  const { width, height } = typeof size === 'number' ? { width: size, height: size } : size;
  return { width: within(width, 1, paperLimits.times), height: within(height, 1, paperLimits.times) };
};

/** Cleaned, and a sign of two columns for what nobody can print, so that the measure stays true. */
function known(text: string, { characterSet }: PaperProfile): string {
  let clean = '';
  for (const character of printable(text)) clean += printerHas(characterSet, character) || letterOf(character) !== undefined ? character : missing;
  return clean;
}

/** Label left and value right on one line when they fit; else the value stands beside its label, as many lines as it needs. */
function pairLines(left: string, right: string, columns: number): string[] {
  const gap = columns - columnsOf(left) - columnsOf(right);
  if (gap >= 1) return [left + ' '.repeat(gap) + right];
  const indent = columnsOf(left) + 2;
  // A label longer than half the paper gets lines of its own.
  const beside = indent <= columns / 2;
  const margin = ' '.repeat(beside ? indent : Math.min(2, columns - 2));
  const value = wrap(right, columns - margin.length).map((line) => margin + line);
  return beside ? [left + (value[0] ?? '').slice(columnsOf(left)), ...value.slice(1)] : [...wrap(left, columns), ...value];
}

function written(drawn: DrawnText, { characterSet, dotsPerLine }: PaperProfile): Mark {
  const own = Array.from(drawn.text).every((character) => printerHas(characterSet, character));
  return own ? { type: 'text', ...drawn } : { type: 'dots', dots: drawLine(drawn, dotsPerLine) };
}

function marksOfLine(line: PaperLine, profile: PaperProfile): readonly Mark[] {
  switch (line.type) {
    case 'text': case 'pair': {
      const size = sizeOf(line.size ?? 1);
      const columns = Math.floor(profile.columns / size.width);
      const pieces = line.type === 'text' ? wrap(known(line.text, profile), columns) : pairLines(known(line.left, profile), known(line.right, profile), columns);
      const look = { ...size, bold: line.bold ?? false, align: line.type === 'text' ? (line.align ?? 'left') : 'left' } as const;
      return pieces.map((text) => written({ text, ...look }, profile));
    }
    case 'rule': {
      const character = line.character !== undefined && /^[!-~]$/.test(line.character) ? line.character : '-';
      return [{ type: 'text', text: character.repeat(profile.columns), width: 1, height: 1, bold: false, align: 'left' }];
    }
    case 'qr':
      if (!/^[ -~]+$/.test(line.data) || line.data.length > paperLimits.qrCharacters) throw new RangeError('QR data must be 1 to 300 ASCII characters');
      // A blank line above and below: scanners need four modules of white around the code.
      return [{ type: 'feed', lines: 1 }, { type: 'qr', data: line.data, moduleDots: within(line.moduleDots ?? 6, 1, paperLimits.moduleDots), align: line.align ?? 'center' }, { type: 'feed', lines: 1 }];
    case 'feed': return [{ type: 'feed', lines: within(line.lines, 0, paperLimits.feedLines) }];
  }
}

/** Throws RangeError on a paper no caller should compose: too many lines, a QR that is not plain ASCII. */
export function marksOf(profile: PaperProfile, lines: readonly PaperLine[]): readonly Mark[] {
  if (lines.length > paperLimits.lines) throw new RangeError(`paper of ${lines.length} lines`);
  return lines.flatMap((line) => marksOfLine(line, profile));
}
