/* How ledgers are asked for: a range of days, a page at a time, in the hall's own order, newest first. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';
import { rangeFields } from '../period.ts';

/** The ledger is kept three years and some; longer is never asked. */
export const ledgerDaysLimit = 5 * 366;
/** A screenful: each row opens two sealed names, and a page must never keep a tap waiting. */
export const ledgerPageLimit = 30;
/** Rows looked at for one page: a rare wish costs more pages, never a longer wait for everybody. */
export const ledgerLookLimit = 400;

/** Where a page ended: day and place in the day's sequence. The next page begins below it, whatever has come in since. */
export const cursorSchema = z.strictObject({ day: businessDaySchema, place: z.int().min(0).max(1_000_000) });
export type Cursor = z.infer<typeof cursorSchema>;

export const pageFields = {
  ...rangeFields,
  number: hallNumberSchema.optional(), trade: tradeCodeSchema.optional(),
  after: cursorSchema.optional(), limit: z.int().min(1).max(ledgerPageLimit).optional(),
} as const;

/** `next` is there while there may be more: a page can be short, even empty, and still have a next. */
export const pageOf = <R extends z.ZodType>(row: R) => z.strictObject({ rows: z.array(row).max(ledgerPageLimit), next: cursorSchema.optional() });
export interface Page<R> { readonly rows: R[]; readonly next?: Cursor | undefined }
