/* What every question has in common: its shape on the wire, and who may ask. Questions change nothing; what changes something is a command. */
import { z } from 'zod';
import { refusalSchema, type Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';

/** One question: what is asked, what is told, through which doors, and at a console by whom; without `staff` by everybody who has signed in. */
export interface QuerySpec { readonly request: z.ZodType; readonly reply: z.ZodType; readonly roles: readonly ('kiosk' | 'console')[]; readonly staff?: readonly StaffRole[] }
export type QuerySpecs = Readonly<Record<string, QuerySpec>>;

/** The message of the `query` event. `asked` is checked by the schema of the question. */
export const queryMessageSchema = z.strictObject({ name: z.string().regex(/^[a-zA-Z]{1,40}$/), asked: z.unknown() });
export type QueryAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal };
/** What comes back, before its value is checked by the schema of the question. */
export const queryAnswerSchema = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), value: z.unknown() }), z.strictObject({ ok: z.literal(false), refusal: refusalSchema })]);
