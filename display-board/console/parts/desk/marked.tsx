/* A text with the places that a rule found in it. The text stays text: it is cut at the places and nothing in it is read as anything else. */
import { Fragment } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { ruleName } from './rule-name.ts';

export interface Mark { readonly from: number; readonly to: number; readonly ruleId?: string | undefined }

interface Piece { readonly begin: number; readonly before: string; readonly found: string; readonly ruleId: string | undefined; readonly end: number }

/** The text cut at its marks. Marks may overlap: the earlier one has the place, the later one what is left of it. */
function cut(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { from, to, ruleId } of marks.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    const at = pieces.at(-1)?.end ?? 0;
    const [begin, end] = [Math.max(from, at), Math.min(to, text.length)];
    if (end > begin) pieces.push({ begin, before: text.slice(at, begin), found: text.slice(begin, end), ruleId, end });
  }
  return pieces;
}

export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const say = useSay();
  const pieces = cut(text, marks);
  return (
    <span className="marked written">
      {pieces.map((piece) => <Fragment key={piece.begin}>{piece.before}<mark title={piece.ruleId}>{piece.found}</mark>{piece.ruleId !== undefined && <span className="rule" title={piece.ruleId}>{ruleName(say, piece.ruleId)}</span>}</Fragment>)}
      {text.slice(pieces.at(-1)?.end ?? 0)}
    </span>
  );
}
