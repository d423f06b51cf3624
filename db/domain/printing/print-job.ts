/* A print job is a row of the hall, made in the transaction of the thing it is about; a printer only carries it out. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';

export const paperKindSchema = z.enum(['queueTicket', 'jobSlip', 'hireSlip', 'agreement', 'promise', 'disputeCopy', 'drawSheet', 'rules', 'readiness', 'leaflet', 'catalogue', 'employerCopy', 'erasureReceipt', 'rightReceipt']);
export type PaperKind = z.infer<typeof paperKindSchema>;

/** `queued` may expire, `sending` is with the printer, `unknown` may or may not have come out: cleared first, then reprinted as a copy. */
export const printStateSchema = z.enum(['queued', 'sending', 'printed', 'unknown', 'failed']);
export type PrintState = z.infer<typeof printStateSchema>;

/** The printer beside the asking device. `ready` makes the job `sending` at its birth, which saves the second round trip of every tap. */
export const printTargetSchema = z.strictObject({ printer: idSchema, ready: z.boolean() });
export type PrintTarget = z.infer<typeof printTargetSchema>;

/** What a job is about: the ticket, job, hire or dispute that the paper shows; a 用工承诺书 and the sheet of a draw and the employer's copy are about their job, the rules of the wall and the readiness of all machines about a business day; a receipt is about its number; a sheet or a catalogue is a subject of its own (content/sheets.ts). */
export const subjectSchema = z.strictObject({ kind: paperKindSchema, id: idSchema });
export type Subject = z.infer<typeof subjectSchema>;
