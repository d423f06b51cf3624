/* The hall's business day and time, by the agent's clock: the machine of a desk may be wrong. */
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { BusinessDay, Instant } from '@kuaizhao/db/domain/scalars.ts';
import { useMemory } from './desk-session.tsx';

/** Pages are only drawn while there is a floor; before the first one the day is empty. */
export function useToday(): { readonly day: BusinessDay; readonly now: Instant } {
  const { floor } = useMemory();
  const now = floor?.countedAt ?? 0;
  return { day: floor === undefined ? '' : businessDayAt(now), now };
}
