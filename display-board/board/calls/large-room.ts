/* How many numbers of one command stand large beside each other, and how large. No number is set smaller than it can be read: what has no room there is shown in the rows below. Pure. */
import type { Size } from '../plan/use-room.ts';

export interface Wanted {
  readonly count: number;
  /** letters of the longest number */
  readonly letters: number;
  /** the place is a long name and takes two lines */
  readonly isLong: boolean;
  /** other calls stand below and want a row at least */
  readonly others: boolean;
}

export interface LargeRoom {
  /** so many stand large, at least one */
  readonly most: number;
  readonly columns: number;
  readonly fontRem: number;
}

/** A called number is twice as high as other text (product.md section 6). */
const leastRem = 2;
const mostRem = 4;
const columnsMost = 4;
/** As in look/calls.css: the line above, the place below, their room; a place of two lines. */
const aroundRem = 3.9;
const longRem = 0.6;
/** A row below, with the gap above it. */
const rowRem = 2.15;
const lineHeight = 1.08;
/** On both sides of the numbers. */
const sidesRem = 0.8;
/** A letter of a number and its share of the room between two of them, in its font size. */
const letterShare = 0.72;
/** Large beside the place and the rows, not instead of them. */
const heightShare = 0.14;

/** For a group of one nothing is to be shared out: its size is the style's. */
export function largeRoom({ width, height }: Size, { count, letters, isLong, others }: Wanted): LargeRoom {
  const above = aroundRem + (isLong ? longRem : 0);
  for (let most = count; most > 1; most--) {
    const room = height - above - (others || most < count ? rowRem : 0);
    const best = inColumns(most, { width: width - sidesRem, height: Math.min(room, height) }, letters, heightShare * height);
    if (best.fontRem >= leastRem) return { most, ...best };
  }
  return { most: 1, columns: 1, fontRem: leastRem };
}

/** The fewest columns in which the numbers stand as large as they can. */
function inColumns(count: number, { width, height }: Size, letters: number, shareRem: number): Pick<LargeRoom, 'columns' | 'fontRem'> {
  let best = { columns: 2, fontRem: 0 };
  for (let columns = 2; columns <= Math.min(columnsMost, count); columns++) {
    const lines = Math.ceil(count / columns);
    const fits = Math.min(width / columns / (letters * letterShare), height / lines / lineHeight);
    const fontRem = Math.floor(Math.min(mostRem, Math.max(leastRem, shareRem), fits) * 100) / 100;
    if (fontRem > best.fontRem) best = { columns, fontRem };
  }
  return best;
}
