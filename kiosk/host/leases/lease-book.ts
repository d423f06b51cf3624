/* What a kiosk knows of its numbers, as data: the blocks it holds, and what it gave out of them. Pure; the file and the agent are elsewhere. */
import { z } from 'zod';
import { numbersLeasedSchema, type NumbersLeased } from '@kuaizhao/db/domain/queue/leases/facts.ts';
import { handInLeasedSchema, type HandInLeased } from '@kuaizhao/db/domain/queue/leases/commands.ts';
import { hallNumber } from '@kuaizhao/db/domain/queue/number.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { idSchema, instantSchema, type BusinessDay, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import { hallFaceSchema } from '@kuaizhao/sync-agent/contract/kiosk.ts';

export const bookLimits = {
  /** blocks of one day: a few for each service */
  blocks: 200,
  /** numbers given out and kept for the day */
  given: 5_000,
  /** with fewer left in all its blocks a kiosk asks for the next */
  low: 10,
} as const;

const blockSchema = numbersLeasedSchema.omit({ type: true, deviceId: true }).extend({ /** the next count to give out; one past `to` when none is left */ next: z.int().min(1).max(100_000) });
export type Block = z.infer<typeof blockSchema>;

/** `told`: it was handed in as it stands; the paper is not added any more, because the same id must always say the same. */
const givenSchema = handInLeasedSchema.omit({ type: true }).extend({ told: z.boolean(), paperId: idSchema });
export type Given = z.infer<typeof givenSchema>;

export const leaseBookSchema = z.strictObject({
  version: z.literal(1),
  blocks: z.array(blockSchema).max(bookLimits.blocks), given: z.array(givenSchema).max(bookLimits.given),
  /** the hall's time when this was written: a kiosk that starts without its agent goes on from here at the earliest */
  at: instantSchema,
  /** what screens and papers say of the hall, from when it was last heard; nothing personal */
  hall: hallFaceSchema.optional(),
});
export type LeaseBook = z.infer<typeof leaseBookSchema>;

export const emptyBook = (at: Instant): LeaseBook => ({ version: 1, blocks: [], given: [], at });

/** The moment a number counts from: never before what this kiosk has seen of the hall's time. */
export const momentOf = (book: LeaseBook, now: Instant): Instant => Math.max(now, book.at);

/** Blocks of a service that give out numbers at this moment, the oldest first. */
const usable = (book: LeaseBook, service: string, moment: Instant): Block[] =>
  book.blocks.filter((one) => one.service === service && one.businessDay === businessDayAt(moment) && one.next <= one.to && (one.open?.some(({ from, to }) => from <= moment && moment < to) ?? true));

/** How many numbers of a service can be given out at this moment. */
export const leftOf = (book: LeaseBook, service: string, now: Instant): number =>
  usable(book, service, momentOf(book, now)).reduce((sum, one) => sum + one.to - one.next + 1, 0);

/** Services with a number left. */
export const servicesLeft = (book: LeaseBook, now: Instant): string[] => [...new Set(book.blocks.map((one) => one.service))].filter((service) => leftOf(book, service, now) > 0).sort();

export interface Taking { readonly block: Block; readonly number: string; readonly takenAt: Instant }

/** The next number; undefined when none is left. The book with it is made by `gave`. */
export function nextNumber(book: LeaseBook, service: string, now: Instant): Taking | undefined {
  const takenAt = momentOf(book, now);
  const block = usable(book, service, takenAt)[0];
  if (block === undefined || book.given.length >= bookLimits.given) return undefined;
  return { block, number: hallNumber(block.series, block.next), takenAt };
}

/** The book after a number was given out. */
export const gave = (book: LeaseBook, { block, takenAt }: Taking, given: Given): LeaseBook => ({
  ...book, at: takenAt, given: [...book.given, given],
  blocks: book.blocks.map((one) => (one.leaseId === block.leaseId ? { ...one, next: one.next + 1 } : one)),
});

/** The book with one more block; a lease told again changes nothing. */
export function withBlock(book: LeaseBook, lease: NumbersLeased, now: Instant): LeaseBook {
  if (book.blocks.some((one) => one.leaseId === lease.leaseId) || book.blocks.length >= bookLimits.blocks) return book;
  const { leaseId, businessDay, service, series, from, to, open } = lease;
  return { ...book, at: momentOf(book, now), blocks: [...book.blocks, { leaseId, businessDay, service, series, from, to, ...(open === undefined ? {} : { open }), next: from }] };
}

/** The book without what a later day has made void. What was never handed in stays until it is. */
export function onDay(book: LeaseBook, day: BusinessDay): LeaseBook {
  const blocks = book.blocks.filter((one) => one.businessDay >= day);
  const given = book.given.filter((one) => one.businessDay >= day || !one.told);
  return blocks.length === book.blocks.length && given.length === book.given.length ? book : { ...book, blocks, given };
}

/** The highest count of a service that this kiosk ever held on a day, 0 when none. */
export const highest = (book: LeaseBook, service: string, day: BusinessDay): number =>
  Math.max(0, ...book.blocks.filter((one) => one.service === service && one.businessDay === day).map((one) => one.to));

/** What is told to the agent of a number. */
export const handingIn = ({ commandId, leaseId, businessDay, service, number, takenAt, sealed, instead, paper }: Given): HandInLeased => ({
  type: 'handInLeased', commandId, leaseId, businessDay, service, number, takenAt,
  ...(sealed === undefined ? {} : { sealed }), ...(instead === undefined ? {} : { instead }), ...(paper === undefined ? {} : { paper }),
});
