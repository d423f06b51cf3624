/* What answering a question needs: the hall's memory, its settings and clock, and the line that says who opened what. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Devices } from '../devices.ts';
import type { Echoes } from '../faces/echoes.ts';
import type { ExportParts } from '../records/export.ts';
import type { Enrolment } from '../trust/enrolment.ts';
import type { Pairing } from '../trust/pairing.ts';
import type { Updates } from '../updates/updates.ts';

/** Leaves a line that personal data was opened: which question, by whom, why; never about whom. */
export type ReadNote = (query: string, reader: Actor, reason?: string) => void;
/** What only the connections know of the boards. */
export interface BoardsSeen { readonly devices: Pick<Devices, 'all'>; readonly echoes: Pick<Echoes, 'ofBoard'> }
/** Undefined where the hall speaks over plain http alone. */
export type NetworkParts = { readonly enrolment: Enrolment; readonly pairing: Pairing; readonly updates: Pick<Updates, 'seen' | 'stop'> } | undefined;
export interface QueryParts extends ExportParts { readonly read: ReadNote; readonly boards: BoardsSeen; readonly network: NetworkParts }
