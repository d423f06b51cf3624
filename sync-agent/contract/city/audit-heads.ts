/* How far a hall's audit is, told to the city beside the journal: a head signed by the hall, and what the city makes of it. */
import { z } from 'zod';
import { auditHeadSchema, type AuditHead } from '@kuaizhao/db/domain/audit/head.ts';

export const auditHeadMessageSchema = auditHeadSchema;
/** Why the city looks at a hall's audit: another key than it knows, fewer rows than it was told, or the same number of other rows. */
export const auditDoubtSchema = z.enum(['key', 'back', 'other']);
export const auditHeadReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), doubt: auditDoubtSchema.optional() }),
  z.strictObject({ kind: z.literal('refuse'), reason: z.enum(['malformed', 'notWelcomed', 'tooOften', 'forged']) }),
  z.strictObject({ kind: z.literal('busy') }),
]);
export type AuditHeadReply = z.infer<typeof auditHeadReplySchema>;

/** So long the hall waits for the city's word; then it tells the newest again a while later. */
export const auditHeadAnswerMs = 10_000;
/** Heads of one hall in ten minutes: with one every thousand rows nobody comes near it. */
export const auditHeadsPerTenMinutes = 60;

export interface AuditUp { auditHead(head: AuditHead, reply: (reply: AuditHeadReply) => void): void }
