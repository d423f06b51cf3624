/* A complaint as it is told at the window, and the command that opens the dispute: the paper says most of it by itself. */
import type { Evidence, OpenDispute } from '@kuaizhao/db/domain/disputes/commands.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { fenOf } from '../../../kit/pay.ts';
import { plainNumber } from '../../parts/form/typed.ts';
import type { DraftCommand } from '../../parts/form/wrongs.ts';
import { orAbsent } from '../../parts/form/written.tsx';
import { cardOf, noCard, type TypedCard } from '../../parts/people/typed-card.ts';

export interface Complaint extends TypedCard {
  readonly kind: OpenDispute['kind'];
  /** on the paper that the person holds, and its day */
  readonly paper: string;
  readonly day: string;
  readonly since: string;
  readonly owedYuan: number | null;
  readonly statement: string;
}
export const noComplaint: Complaint = { kind: 'wageArrears', paper: '', day: '', ...noCard, since: '', owedYuan: null, statement: '' };

export type About = QueryReply<'paperNumber'>['about'];

/** The hire says worker, employer and job by itself; a posting says employer and job. The paper is evidence as well. */
export function opening(complaint: Complaint, about: About | undefined, today: string): DraftCommand & { readonly type: 'openDispute' } {
  const subject = about === undefined || about.kind === 'none' || about.kind === 'ticket' ? {} : about.kind === 'hire' ? { hireId: about.hireId } : { jobId: about.jobId };
  const kindOf = { hire: 'hireSlip', job: 'jobSlip', ticket: 'queueTicket' } as const;
  const evidence: Evidence[] = about === undefined || about.kind === 'none' ? [] : [{ kind: kindOf[about.kind], businessDay: complaint.day === '' ? today : complaint.day, number: plainNumber(complaint.paper) }];
  // The slip says who complains; what was typed before its number was, is not asked any more and not sent.
  const card = about?.kind === 'hire' || (plainNumber(complaint.number) === '' && complaint.name.trim() === '') ? undefined : cardOf(complaint);
  return {
    type: 'openDispute', kind: complaint.kind, ...subject, card, sinceDay: orAbsent(complaint.since), owedFen: complaint.owedYuan === null ? undefined : fenOf(complaint.owedYuan),
    evidence, statement: orAbsent(complaint.statement),
  };
}
