/* Everything that the city asks of a hall by feeds: orders placed outside, and marks from the pages of slips. */
import type { Following } from './follow-feed.ts';
import { startSlipMarks } from './take-marks.ts';
import { startOnlineOrders, type OnlineParts } from './take-orders.ts';

/** Until stopped. `changed`: the city says something else in this feed. */
export function followCity(parts: OnlineParts): Following {
  const all = [startOnlineOrders(parts), startSlipMarks(parts)];
  return {
    changed(feed) { for (const one of all) one.changed(feed); },
    stop() { for (const one of all) one.stop(); },
  };
}
