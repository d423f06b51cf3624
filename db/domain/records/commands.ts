/* What is asked about records and changes something: a file that leaves the hall is noted first. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { rangeFields } from './period.ts';

export const exportKindSchema = z.enum(['seekers', 'jobs', 'hires', 'catalogue', 'figures', 'placements']);
export type ExportKind = z.infer<typeof exportKindSchema>;
export const exportFormatSchema = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Sent by the agent itself when a file is complete and before anybody gets it. */
export const noteExportSchema = z.strictObject({
  type: z.literal('noteExport'), commandId: commandIdSchema,
  what: exportKindSchema, format: exportFormatSchema, ...rangeFields,
  /** names, numbers and phones are in the file */
  personal: z.boolean(), rows: z.int().min(0).max(10_000_000),
  /** SHA-256 of the file, hex */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  by: idSchema, /** the second person, when there was one */ approvedBy: idSchema.optional(),
});

/** Everything that the hall holds of one person; the phone for the employer who called or hired. */
export const shownViewSchema = z.enum(['accessCopy', 'phoneForEmployer']);
export const shownReasonSchema = z.enum(['personAsked', 'correction', 'dispute', 'inspection', 'employerAsked']);
/** Sent by the agent itself before a console is shown somebody's whole number or phone, and before a kiosk shows its own person everything. */
export const noteShownSchema = z.strictObject({
  type: z.literal('noteShown'), commandId: commandIdSchema, workerId: idSchema, view: shownViewSchema, reason: shownReasonSchema, /** who looked and who stood beside; at a kiosk, where the own card lies, neither */ by: idSchema.optional(), approvedBy: idSchema.optional(),
  /** at which kiosk */ kiosk: idSchema.optional(),
});

export const recordsCommands = [noteExportSchema, noteShownSchema] as const;
export type NoteShown = z.infer<typeof noteShownSchema>;
export type NoteExport = z.infer<typeof noteExportSchema>;
