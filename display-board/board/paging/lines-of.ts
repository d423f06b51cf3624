/* A long text in pieces that fit, cut where a reader takes breath, so that it can be shown page by page and never runs. Pure. */

/** A piece that ends earlier than this share of the room would waste a page. */
const fullEnough = 0.5;
const breath = /[。！？；，、,.!?; ]/;
/** A number, a plate or a time of the day is read in one piece: 3,000, 0531-88123456, 06:30. */
const ofNumber = /[0-9A-Za-z]/;
const inNumber = /[-.,:/%]/;
/** A Latin letter or digit takes about half of a Chinese letter. */
const widthOf = (letter: string): number => (letter.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1;

/** The length of a text in Chinese letters. */
export const lettersIn = (text: string): number => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0);

/** Pieces of at most `letters` Chinese letters each; together they are the text, but for spaces at the seams. */
export function piecesOf(text: string, letters: number): string[] {
  const pieces: string[] = [];
  let rest = Array.from(text.trim());
  while (rest.length > 0) {
    const most = fitting(rest, letters);
    const at = most === rest.length ? most : seam(rest, most);
    pieces.push(rest.slice(0, at).join('').trim());
    rest = Array.from(rest.slice(at).join('').trimStart());
  }
  return pieces;
}

/** How many letters from the start fit, at least one. */
function fitting(letters: readonly string[], room: number): number {
  let width = 0;
  const over = letters.findIndex((letter) => (width += widthOf(letter)) > room);
  return over < 0 ? letters.length : Math.max(1, over);
}

function seam(letters: readonly string[], most: number): number {
  const whole = (at: number): boolean => !isInside(letters, at);
  const last = letters.slice(0, most).findLastIndex((letter, at) => breath.test(letter) && whole(at + 1)) + 1;
  if (last >= most * fullEnough) return last;
  for (let at = most; at > 0; at--) if (whole(at)) return at;
  // A number that is longer than the room: nowhere else to cut.
  return most;
}

/** Whether a cut before `at` parts what is read in one piece. */
function isInside(letters: readonly string[], at: number): boolean {
  const [before = '', after = '', next = ''] = [letters[at - 1], letters[at], letters[at + 1]];
  return (ofNumber.test(before) && (ofNumber.test(after) || (inNumber.test(after) && ofNumber.test(next)))) || (inNumber.test(before) && ofNumber.test(after) && ofNumber.test(letters[at - 2] ?? ''));
}
