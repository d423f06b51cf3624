/* The hall's business day and time, by the agent's clock: the machine of a desk may be wrong. */
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { BusinessDay, Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useMemory } from './desk-session.tsx';

/** Pages are only drawn while there is a floor; before the first one the day is empty. */
export function useToday(): { readonly day: BusinessDay; readonly now: Instant } {
  const { floor } = useMemory();
  const now = floor?.countedAt ?? 0;
  return { day: floor === undefined ? '' : businessDayAt(now), now };
}

/** `left`: an earlier day is still open, because nobody closed it and nobody has begun this one. `notBegun`: closed, and this one has not begun. */
export type DayState = 'open' | 'closed' | 'left' | 'notBegun';

/** How the day stands that the floor speaks of. */
export function dayStateOf({ day, dayClosed, countedAt }: Pick<FloorState, 'day' | 'dayClosed' | 'countedAt'>): DayState {
  if (day === undefined) return 'notBegun';
  const over = day < businessDayAt(countedAt);
  if (dayClosed === true) return over ? 'notBegun' : 'closed';
  return over ? 'left' : 'open';
}
