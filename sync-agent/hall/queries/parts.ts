/* What answering a question needs: the hall's memory, its settings and clock, and the line that says who opened what. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { ExportParts } from '../records/export.ts';

/** Leaves a line that personal data was opened: which question, by whom, why; never about whom. */
export type ReadNote = (query: string, reader: Actor, reason?: string) => void;
export interface QueryParts extends ExportParts { readonly read: ReadNote }
