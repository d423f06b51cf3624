/* The small values every message is made of, each checked once and here. */
import { z } from 'zod';

/** Identifiers are made at the edge and only compared here. */
export const idSchema = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);
export const commandIdSchema = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

/** Milliseconds since 1970-01-01 UTC, 2000 to 2200: a clock that is further off is a broken clock. */
export const instantSchema = z.int().min(946_684_800_000).max(7_258_118_400_000);
export type Instant = number;

/** A local calendar day of the hall, `2026-11-21`. */
export const businessDaySchema = z.iso.date();
export type BusinessDay = string;

// Controls, formats (zero-width, bidi, soft hyphen, tags), line and paragraph separators: text that hides, reverses or steers something.
const hiddenOrSteering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Text from people: trimmed, `max` counted in code points, no control or direction characters, no half surrogate. */
export const textSchema = (max: number, min = 1) =>
  z.string().max(max * 2).trim()
    .refine((text) => Array.from(text).length <= max, { error: 'tooLong' })
    .refine((text) => text.length >= min, { error: 'empty' })
    .refine((text) => text.isWellFormed() && !hiddenOrSteering.test(text), { error: 'control characters' });

export const nameTextSchema = textSchema(50);
export const titleTextSchema = textSchema(40);
export const remarkTextSchema = textSchema(500);

/** The hall's number on paper, screen and board: one series letter and three to five digits. */
export const hallNumberSchema = z.string().regex(/^[A-Z]\d{3,5}$/);

/** Mainland mobile or fixed line as digits, as people give it on a number pad. */
export const phoneSchema = z.string().regex(/^(1[3-9]\d{9}|0\d{9,11})$/);
