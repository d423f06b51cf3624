/* What staff may ask about the hall's records. People are masked in every reply: in the open they leave only as a file, before four eyes, noted in the journal. */
import { z } from 'zod';
import { auditPageSchema, auditRequestSchema } from '@kuaizhao/db/domain/audit/page.ts';
import { exportFormatSchema, exportKindSchema } from '@kuaizhao/db/domain/records/commands.ts';
import { hallEntrySchema } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { cataloguePageSchema, catalogueRequestSchema, directoryEntrySchema } from '@kuaizhao/db/domain/records/directory/entry.ts';
import { reportDefinitionSchema } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { evidencePageSchema, evidenceRequestSchema, figuresReportSchema, figuresRequestSchema, traceRequestSchema, traceSchema } from '@kuaizhao/db/domain/records/figures/report.ts';
import { journalPageSchema, journalRequestSchema } from '@kuaizhao/db/domain/records/journal-page.ts';
import { hiresPageSchema, hiresRequestSchema, jobsPageSchema, jobsRequestSchema, seekersPageSchema, seekersRequestSchema } from '@kuaizhao/db/domain/records/ledger/rows.ts';
import { rangeFields } from '@kuaizhao/db/domain/records/period.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

/** 求职台账. */
export const seekersLedgerQuery = { request: seekersRequestSchema, reply: seekersPageSchema } as const;
/** 用工台账. */
export const jobsLedgerQuery = { request: jobsRequestSchema, reply: jobsPageSchema } as const;
/** 用工确认台账. */
export const hiresLedgerQuery = { request: hiresRequestSchema, reply: hiresPageSchema } as const;
/** 岗位发布目录 of a day: also for a screen or a wall. */
export const catalogueQuery = { request: catalogueRequestSchema, reply: cataloguePageSchema } as const;
/** All halls of the city, by name, as the city tells them; empty without a city. */
export const cityHallsQuery = { request: z.strictObject({}), reply: z.strictObject({ halls: z.array(z.strictObject(hallEntrySchema.shape)).max(1_000) }) } as const;
/** 市场名录: the hall's own entry. */
export const directoryQuery = { request: z.strictObject({}), reply: directoryEntrySchema } as const;

/** The reports that every hall has. */
export const reportsQuery = { request: z.strictObject({}), reply: z.strictObject({ reports: z.array(reportDefinitionSchema) }) } as const;
/** 运行监测. Refuses `reportUnknown`, `rangeImpossible`. */
export const figuresQuery = { request: figuresRequestSchema, reply: figuresReportSchema } as const;
/** 考核证据: the rows of the journal under a figure. */
export const evidenceQuery = { request: evidenceRequestSchema, reply: evidencePageSchema } as const;
/** Everything about one number of one day. */
export const traceQuery = { request: traceRequestSchema, reply: traceSchema } as const;

/** Refuses `notYourRole`, `secondPersonMissing`, `rangeImpossible`, `reportUnknown`, `exportTooLarge`, `tooMany` (one file at a time), `diskFull`. */
export const exportRecordsQuery = {
  request: z.strictObject({
    what: exportKindSchema, format: exportFormatSchema, ...rangeFields,
    /** only for `figures`: which report */
    report: z.union([idSchema, reportDefinitionSchema]).optional(),
    personal: z.boolean().optional(),
    /** the second person, who has just said so by PIN at this console (`vouch`) */
    approvedBy: idSchema.optional(),
  }),
  reply: z.strictObject({ exportId: idSchema, fileName: z.string(), rows: z.int(), bytes: z.int(), digest: z.string().length(64) }),
} as const;
/** Bytes of one piece: as text it stays far below what a line of the LAN takes at once. */
export const exportPieceBytes = 40_960;
/** A file that was made here, from byte `at` on, base64. People's files go to the two who let them out. Refuses `exportGone`, `notYourRole`. */
export const exportPieceQuery = {
  request: z.strictObject({ exportId: idSchema, at: z.int().min(0).max(2_000_000_000) }),
  reply: z.strictObject({ fileName: z.string(), size: z.int().min(0), piece: z.string().max(Math.ceil(exportPieceBytes / 3) * 4) }),
} as const;
/** The journal by number. */
export const journalQuery = { request: journalRequestSchema, reply: journalPageSchema } as const;
/** Who did what, with what was refused and what is no command: the auditor's, and nobody else's. */
export const auditQuery = { request: auditRequestSchema, reply: auditPageSchema } as const;
/** What left the hall as files, newest first. */
export const exportsQuery = {
  request: z.strictObject({ limit: z.int().min(1).max(200) }),
  reply: z.strictObject({
    exports: z.array(z.strictObject({
      exportId: idSchema, at: instantSchema, what: exportKindSchema, format: exportFormatSchema, ...rangeFields,
      personal: z.boolean(), rows: z.int(), digest: z.string(), by: idSchema, approvedBy: idSchema.optional(),
    })).max(200),
  }),
} as const;

export const recordsQueries = {
  seekersLedger: seekersLedgerQuery, jobsLedger: jobsLedgerQuery, hiresLedger: hiresLedgerQuery, catalogue: catalogueQuery, directory: directoryQuery, cityHalls: cityHallsQuery,
  reports: reportsQuery, figures: figuresQuery, evidence: evidenceQuery, trace: traceQuery, exportRecords: exportRecordsQuery, exports: exportsQuery, exportPiece: exportPieceQuery, journal: journalQuery, audit: auditQuery,
} as const;
export type RecordsQueryName = keyof typeof recordsQueries;
export type RecordsRequest<N extends RecordsQueryName> = z.infer<(typeof recordsQueries)[N]['request']>;
export type RecordsReply<N extends RecordsQueryName> = z.infer<(typeof recordsQueries)[N]['reply']>;
