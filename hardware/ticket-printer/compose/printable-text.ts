/* Text as a paper takes it: cleaned of everything that is not a letter, measured and wrapped in half-width columns. */
import { isNarrowLetter } from './character-set.ts';

/** Controls, zero-width and direction marks: a printer obeys the first, prints rubbish for the rest, and people hide things in both. */
const unprintable = /[\p{Cc}\u2028\u2029]+/gu;
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;
/** A letter and its accents, written apart. Nothing else is normalised: 汉字 of names stay as they stand on the card. */
const accented = /[^\p{M}]\p{M}+/gu;
/** May not begin a line. */
const closing = /^[，。、；：！？）》」』】〕〉”’％…,.;:!?)\]%]$/u;

/** Controls (line breaks too) become one space, invisible marks vanish, accents join their letters, half of a surrogate pair becomes ？, ¥ becomes the ￥ that every firmware has. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, ' ').replaceAll(invisible, '').toWellFormed().replaceAll('\uFFFD', '？').replaceAll('¥', '￥')
    .replaceAll(accented, (letter) => letter.normalize('NFC').replaceAll(/(?<=.)\p{M}/gu, ''));
}

/** Half-width columns: 汉字 and their marks take two, letters of alphabets one. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += (character.codePointAt(0) ?? 0) < 0x80 || isNarrowLetter(character) ? 1 : 2;
  return columns;
}

/** Words of alphabets stay whole, everything else is a piece of its own. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = false;
  for (const character of text) {
    const letter = character !== ' ' && columnsOf(character) === 1;
    if (letter && word) found[found.length - 1] += character;
    else found.push(character);
    word = letter;
  }
  return found;
}

/** Lines of at most `columns` columns; one empty line for an empty text. A word longer than a line is broken; closing marks are not left at a line's start. */
export function wrap(text: string, columns: number): string[] {
  const width = Math.max(2, columns);
  const lines: string[] = [];
  let line: string[] = [];
  const breakLine = (next: string[]): void => {
    lines.push(line.join('').trimEnd());
    line = next;
  };
  const add = (piece: string): void => {
    if (columnsOf(line.join('')) + columnsOf(piece) <= width) {
      line.push(piece);
    } else if (columnsOf(piece) > width) {
      for (const character of piece) add(character);
    } else if (piece === ' ') {
      breakLine([]);
    } else {
      // A closing mark takes the piece before it along to the new line, unless that leaves nothing behind or does not fit.
      const last = line.at(-1) ?? ' ';
      const along = closing.test(piece) && line.length > 1 && last !== ' ' && columnsOf(last + piece) <= width;
      if (along) line.pop();
      breakLine(along ? [last, piece] : [piece]);
    }
  };
  for (const piece of pieces(text)) add(piece);
  if (line.length > 0 || lines.length === 0) lines.push(line.join('').trimEnd());
  return lines;
}
