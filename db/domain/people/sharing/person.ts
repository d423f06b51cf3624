/* What is told of one person over the line, with consent: by a hall to the city, and by the city to another hall that knows the same person. Always inside a box. */
import { z } from 'zod';
import { idSchema, instantSchema, nameTextSchema, phoneSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';
import { idNumberSchema } from '../commands.ts';
import { fieldClockSchema } from './clock.ts';

const field = <Value extends z.ZodType>(value: Value) => z.object({ value, clock: fieldClockSchema });
const tradesSchema = z.array(tradeCodeSchema).max(6);

/** The fields that may be written in two places; null is "taken away". Each is the one with the newest clock, wherever it was written. */
export const sharedFieldsSchema = z.object({ name: field(nameTextSchema).optional(), phone: field(phoneSchema.nullable()).optional(), trades: field(tradesSchema).optional() });
export type SharedFields = z.infer<typeof sharedFieldsSchema>;
export const sharedFieldNames = ['name', 'phone', 'trades'] as const satisfies readonly (keyof SharedFields)[];
export type SharedFieldName = (typeof sharedFieldNames)[number];

const count = z.int().min(0).max(1_000_000);
/** What one hall counted of its own, never merged with another's: hires that were not undone, days somebody came, misses that still count. */
export const sharedRecordSchema = z.object({ hires: count, came: count, missed: count });
export type SharedRecord = z.infer<typeof sharedRecordSchema>;

/** Hall → city. `registeredAt`: of the hall's record, by which the city knows what an erasure was about. */
export const sharedPersonSchema = z.object({ number: idNumberSchema, registeredAt: instantSchema, fields: sharedFieldsSchema, record: sharedRecordSchema });
export type SharedPerson = z.infer<typeof sharedPersonSchema>;

/** City → hall, about a worker whom that hall has shared as well (feed `workers:<hall>`, key the hall's own worker id). `halls`: how many others; which ones is not told. */
export const cityPersonSchema = z.object({ fields: sharedFieldsSchema.pick({ trades: true }), record: sharedRecordSchema, halls: z.int().min(1).max(10_000) });
export type CityPerson = z.infer<typeof cityPersonSchema>;

/** The same of a row of the feed: the box, base64url, closed for the hall and for this worker. */
export const workerWordSchema = z.object({ workerId: idSchema, box: z.string().regex(/^[\w-]{60,8000}$/) });

/** The city's public key for such boxes (feed `codes`, key `cityKey`). */
export const cityKeyWordSchema = z.object({ keyId: z.string().regex(/^[0-9a-f]{16}$/), publicKey: z.string().regex(/^[\w-]{43}$/) });
export type CityKeyWord = z.infer<typeof cityKeyWordSchema>;
export const cityKeyKey = 'cityKey';

/** For what a box is closed: one taken to another hall, person or key does not open. */
export const boxFor = (hallId: string, workerId: string, keyId: string): string => `${hallId}|${workerId}|${keyId}`;
