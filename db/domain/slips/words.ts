/* Who says what with a slip in the hand: the two sides of a hire, and the words that a page under the slip's code offers them. */
import { z } from 'zod';

export const slipSideSchema = z.enum(['employer', 'worker']);
export type SlipSide = z.infer<typeof slipSideSchema>;

/** 到岗、完工、已付 of either side; 没拿到钱 of the worker alone. */
export const slipWordSchema = z.enum(['arrived', 'done', 'paid', 'unpaid']);
export type SlipWord = z.infer<typeof slipWordSchema>;

export const wordsOfSide: Readonly<Record<SlipSide, readonly SlipWord[]>> = { employer: ['arrived', 'done', 'paid'], worker: ['arrived', 'done', 'paid', 'unpaid'] };

/** `https://…` without a path: where the slips of this hall are shown; http for a demo on one machine only. Short, because it stands in a code on paper. */
export const slipAddressSchema = z.string().max(60).regex(/^(https:\/\/[0-9a-z.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?$/, { error: 'must be https://host' });

/** 128 bits as base64url. */
export const slipTokenSchema = z.string().regex(/^[\w-]{22}$/);
/** A surname for the employer's page, closed by the token of that page: base64url of iv, text and tag (AES-256-GCM; key by HKDF-SHA256 over the token, salt the hire's id). */
export const surnameBox = { purpose: 'kuaizhao slip surname', ivBytes: 12, tagBytes: 16 } as const;

/** Where a slip is shown. */
export const slipPage = (address: string, token: string): string => `${address}/slip/${token}`;
