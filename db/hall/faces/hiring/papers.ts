/* The papers of a hire and of a dispute, put together when they are printed: slip, agreement, promise, intake copy. */
import type { Database } from 'better-sqlite3';
import { evidenceSchema } from '../../../domain/disputes/commands.ts';
import { disputeKinds } from '../../../domain/disputes/kinds.ts';
import type { EmployerKind } from '../../../domain/employers/commands.ts';
import type { HallSettings } from '../../../domain/hall/settings.ts';
import { isLive, type HireState } from '../../../domain/hiring/states/hire.ts';
import { templateOn } from '../../../domain/hiring/templates/current.ts';
import type { Template } from '../../../domain/hiring/templates/template.ts';
import { payUnitSchema, settlementSchema } from '../../../domain/jobs/pay.ts';
import type { JobTerms } from '../../../domain/jobs/terms.ts';
import { pastRetirement } from '../../../domain/law/retirement.ts';
import type { Paper } from '../../../domain/printing/paper.ts';
import type { Subject } from '../../../domain/printing/print-job.ts';
import { slipPage, type SlipSide } from '../../../domain/slips/words.ts';
import type { Subjects } from '../../record.ts';
import { termsFrom } from '../../kept-terms.ts';

interface HireFound {
  number: string; day: string; state: HireState; job_number: string; queue_number: string; worker_id: string; employer_id: string; kind: EmployerKind; terms: string;
  amount_fen: number; unit: string; settlement: string; at: number; starts_at: number;
}
interface JobFound { number: string; day: string; employer_id: string; terms: string; posted_at: number }
interface DisputeFound {
  number: string; kind: string; hire_id: string | null; job_id: string | null; employer_id: string | null; worker_id: string | null; since_day: string | null; owed_fen: number | null;
  evidence: string; answer_by: string; mediate_by: string; opened_at: number;
}
type Head = Pick<Paper, 'hallName' | 'hotline'>;

/** The papers of these subjects; undefined for the others. Throws when the subject does not exist: a print job is born with what it shows. */
export function openHiringPapers(sql: Database, { people, employers, hiring }: Subjects, cityTemplates: () => readonly Template[]) {
  const hire = sql.prepare<[string], HireFound>(`SELECT hire.number, hire.day, hire.state, job.number AS job_number, ticket.number AS queue_number, hire.worker_id, hire.employer_id, employer.kind, job.terms,
    hire.amount_fen, hire.unit, hire.settlement, hire.at, hire.starts_at
    FROM hire JOIN job USING (job_id) JOIN employer ON employer.employer_id = hire.employer_id JOIN call USING (call_id) JOIN ticket USING (ticket_id) WHERE hire_id = ?`);
  const job = sql.prepare<[string], JobFound>('SELECT number, day, employer_id, terms, posted_at FROM job WHERE job_id = ?');
  const dispute = sql.prepare<[string], DisputeFound>('SELECT number, kind, hire_id, job_id, employer_id, worker_id, since_day, owed_fen, evidence, answer_by, mediate_by, opened_at FROM dispute WHERE dispute_id = ?');
  const employerKind = sql.prepare<[string], { kind: EmployerKind }>('SELECT kind FROM employer WHERE employer_id = ?');
  const employerName = (employerId: string): string => employers.nameOf(employerId)?.reveal() ?? '';
  const workerName = (workerId: string): string => people.nameOf(workerId)?.reveal() ?? '';

  /** The real employer, when a contractor or agency posted. */
  const realOf = (row: { employer_id: string; terms: string }): { realEmployerName?: string } => {
    const { onBehalfOf } = termsOf(row);
    return onBehalfOf === undefined || onBehalfOf === row.employer_id ? {} : { realEmployerName: employerName(onBehalfOf) };
  };
  /** Whether the worker is past the statutory age on the day the work begins. */
  function isRetired(workerId: string, startsAt: number): boolean {
    const born = people.bornOf(workerId);
    return born !== undefined && pastRetirement(born.birth.reveal(), born.sex, startsAt).notice;
  }
  function hireSlip(id: string, head: Head, settings: HallSettings): Paper {
    const row = must(hire.get(id));
    return {
      kind: 'hireSlip', ...head, at: row.at, number: row.number, jobNumber: row.job_number, queueNumber: row.queue_number,
      workerName: workerName(row.worker_id), employerName: employerName(row.employer_id), employerKind: row.kind, ...realOf(row), terms: termsOf(row), ...agreedOf(row),
      ...(isRetired(row.worker_id, row.starts_at) ? { retirementNotice: true as const } : {}), ...(isLive(row.state) ? pageOf(hiring.slips, settings, 'worker', id) : { void: true as const }),
    };
  }
  function agreement(id: string, head: Head): Paper {
    const row = must(hire.get(id));
    return {
      kind: 'agreement', ...head, at: row.at, number: row.number, jobNumber: row.job_number, ...wordsOf(templateOn('agreement', row.day, cityTemplates())),
      workerName: workerName(row.worker_id), employerName: employerName(row.employer_id), ...realOf(row), terms: termsOf(row), ...agreedOf(row),
    };
  }
  function promise(id: string, head: Head): Paper {
    const row = must(job.get(id));
    return { kind: 'promise', ...head, at: row.posted_at, number: row.number, ...wordsOf(templateOn('promise', row.day, cityTemplates())), employerName: employerName(row.employer_id), ...realOf(row), terms: termsOf(row) };
  }
  function disputeCopy(id: string, head: Head): Paper {
    const row = must(dispute.get(id));
    const about = row.hire_id === null ? undefined : hire.get(row.hire_id);
    const posting = row.job_id === null ? undefined : job.get(row.job_id);
    const terms = posting === undefined ? undefined : termsOf(posting);
    const said = hiring.disputes.statementOf(id)?.reveal();
    return {
      kind: 'disputeCopy', ...head, at: row.opened_at, number: row.number, disputeKind: kindOf(row.kind), answerBy: row.answer_by, mediateBy: row.mediate_by,
      evidence: evidenceSchema.array().parse(JSON.parse(row.evidence)),
      ...(row.worker_id === null ? {} : { complainer: workerName(row.worker_id) }),
      ...(row.employer_id === null ? {} : { employerName: employerName(row.employer_id), ...employerKind.get(row.employer_id) === undefined ? {} : { employerKind: must(employerKind.get(row.employer_id)).kind } }),
      ...(posting === undefined || terms === undefined ? {} : { jobNumber: posting.number, trade: terms.trade, place: terms.place, startAt: terms.startAt }),
      ...(about === undefined ? {} : agreedOf(about)),
      ...(row.since_day === null ? {} : { sinceDay: row.since_day }), ...(row.owed_fen === null ? {} : { owedFen: row.owed_fen }), ...(said === undefined ? {} : { statement: said }),
    };
  }
  return function paperOf(subject: Subject, settings: HallSettings): Paper | undefined {
    const head = { hallName: settings.name, hotline: settings.hotline };
    switch (subject.kind) {
      case 'hireSlip': return hireSlip(subject.id, head, settings);
      case 'agreement': return agreement(subject.id, head);
      case 'promise': return promise(subject.id, head);
      case 'disputeCopy': return disputeCopy(subject.id, head);
      case 'queueTicket': case 'jobSlip': case 'employerCopy': case 'drawSheet': case 'rules': case 'readiness': case 'leaflet': case 'catalogue': case 'erasureReceipt': case 'rightReceipt': return undefined;
    }
  };
}

/** Nothing where the hall's slips have no page, or this one was not opened: its code would lead nowhere. */
export const pageOf = ({ view, token }: Subjects['hiring']['slips'], { slipAddress }: HallSettings, side: SlipSide, about: string): { page?: string } =>
  (slipAddress === undefined || !view.slipPageOf(about) ? {} : { page: slipPage(slipAddress, token(side, about)) });

const termsOf = (row: { terms: string }): JobTerms => termsFrom(row.terms);
const agreedOf = (row: Pick<HireFound, 'amount_fen' | 'unit' | 'settlement'>) => ({
  agreedPay: { amountFen: row.amount_fen, unit: payUnitSchema.parse(row.unit) }, settlement: settlementSchema.parse(row.settlement),
});
const wordsOf = ({ version, title, paragraphs, signatures }: Template) => ({ version, title, paragraphs: [...paragraphs], signatures: [...signatures] });
const kindOf = (text: string) => must(disputeKinds.find((kind) => kind === text));

function must<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a print job is about something that does not exist');
  return row;
}
