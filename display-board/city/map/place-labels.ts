/* Where the words of each hall stand on the map, so that no two are written over each other and none over a mark. Pure. */

export interface Mark { readonly id: string; readonly x: number; readonly y: number; /** half of its width */ readonly size: number; /** beside it: one text a line */ readonly lines: readonly string[]; /** who is placed first when there is no room for all */ readonly weight: number }
export interface Label { readonly x: number; /** baseline of its first line */ readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
interface Room { readonly width: number; readonly height: number; /** height of a letter, in the units of the map */ readonly letter: number }
interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const lineHeight = 1.12;
/** A Latin letter or digit takes little more than half of a Chinese letter. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2e80 ? 0.58 : 1), 0);
const meet = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** With more marks than this nobody expects words at each. */
const wordsForAll = 40;
const tries = 8;

/** Labels by id: below the mark, else above, right, left, or at a corner. A hall for whose words there is no room has its mark alone, and stands in the list beside the map: the lightest first, or, among few halls, as few as can be. */
export function placeLabels(marks: readonly Mark[], room: Room): ReadonlyMap<string, Label> {
  let order = marks.toSorted((one, other) => other.weight - one.weight);
  let best = placeInOrder(order, room);
  if (marks.length > wordsForAll) return best;
  let last = best;
  for (let at = 1; at < tries && last.size < marks.length; at += 1) {
    // Whoever found no room chooses first the next time.
    const without = new Set(order.filter(({ id }) => !last.has(id)));
    order = [...without, ...order.filter((mark) => !without.has(mark))];
    last = placeInOrder(order, room);
    if (last.size > best.size) best = last;
  }
  return best;
}

function placeInOrder(marks: readonly Mark[], { width, height, letter }: Room): ReadonlyMap<string, Label> {
  const taken: Box[] = marks.map(({ x, y, size }) => ({ left: x - size, top: y - size, right: x + size, bottom: y + size }));
  const placed = new Map<string, Label>();
  for (const mark of marks) {
    const wide = Math.max(...mark.lines.map(widthOf)) * letter;
    const tall = mark.lines.length * letter * lineHeight;
    const fits = sides(mark, wide, tall, letter * 0.25).find(({ box }) => box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height && !taken.some((other) => meet(box, other)));
    if (fits === undefined) continue;
    taken.push(fits.box);
    const x = fits.anchor === 'middle' ? mark.x : fits.anchor === 'start' ? fits.box.left : fits.box.right;
    placed.set(mark.id, { x, y: fits.box.top + letter * 0.9, anchor: fits.anchor });
  }
  return placed;
}

function sides({ x, y, size }: Mark, wide: number, tall: number, gap: number): { readonly box: Box; readonly anchor: Label['anchor'] }[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + tall });
  const [before, after] = [x - size - gap - wide, x + size + gap];
  return [
    { box: at(x - wide / 2, y + size + gap / 2), anchor: 'middle' }, { box: at(x - wide / 2, y - size - gap / 2 - tall), anchor: 'middle' },
    { box: at(after, y - tall / 2), anchor: 'start' }, { box: at(before, y - tall / 2), anchor: 'end' },
    { box: at(after, y), anchor: 'start' }, { box: at(before, y), anchor: 'end' },
    { box: at(after, y - tall), anchor: 'start' }, { box: at(before, y - tall), anchor: 'end' },
    { box: at(x - size, y + size + gap / 2), anchor: 'start' }, { box: at(x + size - wide, y + size + gap / 2), anchor: 'end' },
    { box: at(x - size, y - size - gap / 2 - tall), anchor: 'start' }, { box: at(x + size - wide, y - size - gap / 2 - tall), anchor: 'end' },
  ];
}
