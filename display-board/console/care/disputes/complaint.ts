/* A complaint as it is told at the window, and the command that opens the dispute: the paper says most of it by itself. */
import type { Evidence, OpenDispute } from '@kuaizhao/db/domain/disputes/commands.ts';
import { toldByNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { DraftCommand } from '../../parts/form/wrongs.ts';
import { plainNumber } from '../../register/worker/told.ts';

const fenPerYuan = 100;

export interface Complaint {
  readonly kind: OpenDispute['kind'];
  /** on the paper that the person holds, and its day */
  readonly paper: string;
  readonly day: string;
  readonly name: string;
  readonly number: string;
  readonly since: string;
  readonly owedYuan: number | null;
  readonly statement: string;
}
export const noComplaint: Complaint = { kind: 'wageArrears', paper: '', day: '', name: '', number: '', since: '', owedYuan: null, statement: '' };

export type About = QueryReply<'paperNumber'>['about'];

/** The hire says worker, employer and job by itself; a posting says employer and job. The paper is evidence as well. */
export function opening(complaint: Complaint, about: About | undefined, today: string): DraftCommand & { readonly type: 'openDispute' } {
  const subject = about === undefined || about.kind === 'none' || about.kind === 'ticket' ? {} : about.kind === 'hire' ? { hireId: about.hireId } : { jobId: about.jobId };
  const kindOf = { hire: 'hireSlip', job: 'jobSlip', ticket: 'queueTicket' } as const;
  const evidence: Evidence[] = about === undefined || about.kind === 'none' ? [] : [{ kind: kindOf[about.kind], businessDay: complaint.day === '' ? today : complaint.day, number: plainNumber(complaint.paper) }];
  const number = plainNumber(complaint.number);
  const card = number === '' && complaint.name.trim() === '' ? undefined : { layout: 'resident', name: complaint.name, number, ...toldByNumber(number) };
  return {
    type: 'openDispute', kind: complaint.kind, ...subject, card, sinceDay: complaint.since === '' ? undefined : complaint.since, owedFen: complaint.owedYuan === null ? undefined : Math.round(complaint.owedYuan * fenPerYuan),
    evidence, statement: complaint.statement.trim() === '' ? undefined : complaint.statement,
  };
}
