/* When a call is on the glass, and how much room its number wants. */
import { useEffect, type RefObject } from 'react';
import type { BoardCall, BoardState } from '@kuaizhao/sync-agent/contract/board.ts';

/** What stands on the glass: the picture it was drawn from, and the calls whose numbers are whole there. */
export interface Painted extends Pick<BoardState, 'version' | 'countedAt'> { readonly calls: readonly BoardCall[] }

/** A number stands in a box that is higher than its letters: so much of it may be cut off. */
const airShare = 0.25;

/** After the second frame the first one is on the glass. A hidden page paints nothing and says nothing; nor is a number told that has no room. */
export function usePainted(box: RefObject<HTMLElement | null>, calls: readonly BoardCall[], { version, countedAt }: BoardState, onPainted: (painted: Painted) => void): void {
  useEffect(() => {
    // Its frames would wait until it is seen again, and then tell of calls that never stood here.
    if (document.hidden) return;
    // Never taken back: in a rush the next picture may come before this one's second frame, and then nothing would ever be told.
    requestAnimationFrame(() => {
      const whole = wholeIn(box.current);
      const seen = calls.filter(({ callId }) => whole.has(callId));
      requestAnimationFrame(() => { onPainted({ calls: seen, version, countedAt }); });
    });
  });
}

/** Calls whose number is cut off by nothing that it stands in. */
function wholeIn(box: HTMLElement | null): ReadonlySet<string> {
  const whole = new Set<string>();
  if (box === null) return whole;
  const zone = box.closest('.zone') ?? box;
  for (const number of box.querySelectorAll<HTMLElement>('[data-call]')) {
    const { top, bottom, height } = number.getBoundingClientRect();
    const isWhole = [zone, number.parentElement?.closest('.large, .call-rows, .strip-calls') ?? zone].every((around) => {
      const edges = around.getBoundingClientRect();
      return height > 0 && top >= edges.top - height * airShare && bottom <= edges.bottom + height * airShare;
    });
    if (isWhole) whole.add(number.dataset['call'] ?? '');
  }
  return whole;
}

/** Three digits are the rule, up to five may come: longer numbers are set smaller rather than cut. */
export function widthOf(calls: readonly BoardCall[]): '' | 'wide' | 'wider' {
  const longest = lettersOf(calls);
  return longest > 5 ? 'wider' : longest > 4 ? 'wide' : '';
}

/** Of the longest number. */
export const lettersOf = (calls: readonly BoardCall[]): number => Math.max(0, ...calls.map((call) => call.number.length));
