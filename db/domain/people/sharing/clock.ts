/* When a field was last written, comparable over all halls: a hybrid clock, which goes on from whatever it has seen even where a machine's own clock stands still or goes back. */
import { z } from 'zod';
import { idSchema, instantSchema, type Instant } from '../../scalars.ts';

/** `at` milliseconds UTC; `n` orders what has the same; `by` is the hall, which decides where both are the same. */
export const fieldClockSchema = z.object({ at: instantSchema, n: z.int().min(0).max(1_000_000_000), by: idSchema });
export type FieldClock = z.infer<typeof fieldClockSchema>;

/** A clock that claims to be further ahead of the reader than this counts as that far ahead: one bad clock must not win for ever. */
export const aheadMostMs = 60_000;

/** Negative when `one` was written before `other`; 0 only for the same write. */
export function compareClocks(one: FieldClock, other: FieldClock): number {
  return one.at - other.at || one.n - other.n || (one.by === other.by ? 0 : one.by < other.by ? -1 : 1);
}

/** The clock of a write at `now`: after everything in `seen`, whatever the machine's clock says. */
export function nextClock(seen: readonly Pick<FieldClock, 'at' | 'n'>[], now: Instant): Pick<FieldClock, 'at' | 'n'> {
  const newest = seen.reduce((most, one) => (one.at > most.at || (one.at === most.at && one.n > most.n) ? one : most), { at: 0, n: 0 });
  return newest.at >= now ? { at: newest.at, n: newest.n + 1 } : { at: now, n: 0 };
}

/** As a reader whose clock says `now` takes it. */
export const clamped = (clock: FieldClock, now: Instant): FieldClock => (clock.at <= now + aheadMostMs ? clock : { ...clock, at: now + aheadMostMs });
