/* What every question has in common: its shape on the wire. Who may ask stands in `may/questions.ts`. Questions change nothing; what changes something is a command. */
import { z } from 'zod';
import { refusalSchema, type Refusal } from '@kuaizhao/db/domain/refusal.ts';

/** One question: what is asked, what is told. */
export interface QuerySpec { readonly request: z.ZodType; readonly reply: z.ZodType }
export type QuerySpecs = Readonly<Record<string, QuerySpec>>;

/** The message of the `query` event. `asked` is checked by the schema of the question. */
export const queryMessageSchema = z.strictObject({ name: z.string().regex(/^[a-zA-Z]{1,40}$/), asked: z.unknown() });
export type QueryAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal };
/** What comes back, before its value is checked by the schema of the question. */
export const queryAnswerSchema = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), value: z.unknown() }), z.strictObject({ ok: z.literal(false), refusal: refusalSchema })]);
