/* When a call is on the glass, and how much room its number wants. */
import { useEffect } from 'react';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';

/** After the second frame the first one is on the glass. A hidden page paints nothing and says nothing. */
export function usePainted(calls: readonly BoardCall[], onPainted: (calls: readonly BoardCall[]) => void): void {
  useEffect(() => {
    // Its frames would wait until it is seen again, and then tell of calls that never stood here.
    if (document.hidden) return;
    // Never taken back: in a rush the next picture may come before this one's second frame, and then nothing would ever be told.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => { onPainted(calls); });
    });
  });
}

/** Three digits are the rule, up to five may come: longer numbers are set smaller rather than cut. */
export function widthOf(calls: readonly BoardCall[]): '' | 'wide' | 'wider' {
  const longest = Math.max(...calls.map((call) => call.number.length));
  return longest > 5 ? 'wider' : longest > 4 ? 'wide' : '';
}
