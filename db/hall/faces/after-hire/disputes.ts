/* Disputes as the desk works on them: what is late first, and one with everything that mediation and the wage-arrears lines need. */
import type { Database } from 'better-sqlite3';
import type { AskedDispute, DisputeDetail } from '../../../domain/disputes/asked.ts';
import { evidenceSchema, mediationStepSchema } from '../../../domain/disputes/commands.ts';
import { disputeRules, type DisputeKind } from '../../../domain/disputes/kinds.ts';
import type { EmployerKind } from '../../../domain/employers/documents.ts';
import { localDay } from '../../../domain/queue/business-day.ts';
import type { BusinessDay, Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import type { Subjects } from '../../record.ts';
import { disputeBriefOf, hireColumns, hireFieldsOf, type FoundDispute, type FoundHire } from '../hiring/hire-rows.ts';
import { termsFrom } from '../../kept-terms.ts';

interface Found extends FoundDispute {
  kind: DisputeKind; day: string; employer_id: string | null; worker_id: string | null; hire_id: string | null; job_id: string | null; job_number: string | null; slip_number: string | null;
  ticket_number: string | null; owed_fen: number | null; answered: 0 | 1; since_day: string | null; evidence: string; rules: string; closed_at: number | null;
}
const select = `SELECT dispute.dispute_id, dispute.number, dispute.state, dispute.opened_at, dispute.answer_by, dispute.mediate_by, dispute.transferred_to, dispute.outcome, dispute.kind, dispute.day, dispute.employer_id,
  dispute.worker_id, dispute.hire_id, dispute.job_id, job.number AS job_number, hire.number AS slip_number, ticket.number AS ticket_number, dispute.owed_fen, dispute.since_day, dispute.evidence, dispute.rules, dispute.closed_at,
  dispute.transferred_to IS NOT NULL OR EXISTS (SELECT 1 FROM mediation WHERE mediation.dispute_id = dispute.dispute_id) AS answered`;
const join = 'LEFT JOIN job ON job.job_id = dispute.job_id LEFT JOIN hire ON hire.hire_id = dispute.hire_id LEFT JOIN ticket ON ticket.ticket_id = dispute.ticket_id';
/** Not closed; what another body decides is late for nobody here. */
const late = `dispute.state = 'open' AND (dispute.mediate_by < @today OR (dispute.answer_by < @today AND NOT EXISTS (SELECT 1 FROM mediation WHERE mediation.dispute_id = dispute.dispute_id)))`;
const stepsLimit = 200;

export function openDisputesFace(sql: Database, { people, employers, hiring }: Subjects, cipher: FieldCipher) {
  const open = sql.prepare<[{ today: BusinessDay; limit: number }], Found>(`${select} FROM dispute INDEXED BY dispute_open ${join} WHERE dispute.state <> 'closed' AND dispute.mediate_by > ''
    ORDER BY ${late} DESC, dispute.mediate_by, dispute.opened_at, dispute.number LIMIT @limit`);
  const counts = sql.prepare<[{ today: BusinessDay }], { open: number; late: number }>(`SELECT count(*) AS open, coalesce(sum(${late}), 0) AS late FROM dispute INDEXED BY dispute_open WHERE dispute.state <> 'closed' AND dispute.mediate_by > ''`);
  const byId = sql.prepare<[string], Found>(`${select} FROM dispute ${join} WHERE dispute.dispute_id = ?`);
  const hire = sql.prepare<[string], FoundHire>(`SELECT ${hireColumns} FROM hire WHERE hire_id = ?`);
  const job = sql.prepare<[string], { number: string; terms: string; real_employer_id: string | null }>('SELECT number, terms, real_employer_id FROM job WHERE job_id = ?');
  const employer = sql.prepare<[string], { kind: EmployerKind; credit_code: string | null }>('SELECT kind, credit_code FROM employer WHERE employer_id = ?');
  const steps = sql.prepare<[string, number], { mediation_id: string; step: string; note_sealed: Buffer | null; by: string; at: number }>('SELECT mediation_id, step, note_sealed, by, at FROM mediation WHERE dispute_id = ? ORDER BY at, mediation_id LIMIT ?');

  const nameOf = (employerId: string): string => employers.nameOf(employerId)?.reveal() ?? '';
  function row(found: Found, today: BusinessDay): AskedDispute {
    const complainer = found.worker_id === null ? undefined : people.nameOf(found.worker_id)?.short();
    const answered = found.answered === 1;
    return {
      ...disputeBriefOf(found), kind: found.kind, businessDay: found.day,
      ...(found.employer_id === null ? {} : { employerName: nameOf(found.employer_id) }), ...(found.job_number === null ? {} : { jobNumber: found.job_number }),
      ...(found.slip_number === null ? {} : { slipNumber: found.slip_number }), ...(complainer === undefined ? {} : { complainer }), ...(found.owed_fen === null ? {} : { owedFen: found.owed_fen }),
      ...(found.ticket_number === null ? {} : { ticketNumber: found.ticket_number }), answered,
      late: found.state !== 'open' ? [] : [...(!answered && found.answer_by < today ? ['answer' as const] : []), ...(found.mediate_by < today ? ['mediation' as const] : [])],
    };
  }
  function aboutJob(jobId: string | null): Pick<DisputeDetail, 'job' | 'realEmployer'> {
    const found = jobId === null ? undefined : job.get(jobId);
    if (found === undefined || jobId === null) return {};
    const { trade, place, startAt } = termsFrom(found.terms);
    const real = found.real_employer_id;
    return { job: { jobId, number: found.number, trade, place, startAt }, ...(real === null ? {} : { realEmployer: { employerId: real, name: nameOf(real) } }) };
  }
  function aboutEmployer(employerId: string | null): Pick<DisputeDetail, 'employer'> {
    const found = employerId === null ? undefined : employer.get(employerId);
    if (found === undefined || employerId === null) return {};
    return { employer: { employerId, name: nameOf(employerId), kind: found.kind, ...(found.credit_code === null ? {} : { creditCode: found.credit_code }) } };
  }
  return {
    disputes(now: Instant, limit: number): { open: number; late: number; disputes: AskedDispute[] } {
      const today = localDay(now);
      const { open: all = 0, late: lates = 0 } = counts.get({ today }) ?? {};
      return { open: all, late: lates, disputes: open.all({ today, limit }).map((found) => row(found, today)) };
    },
    /** With every word that was said: for those who mediate. */
    dispute(disputeId: string, now: Instant): DisputeDetail | undefined {
      const found = byId.get(disputeId);
      if (found === undefined) return undefined;
      const slip = found.hire_id === null ? undefined : hire.get(found.hire_id);
      const said = hiring.disputes.statementOf(disputeId)?.reveal();
      const { onwardTo, bases } = disputeRules[found.kind];
      return {
        ...row(found, localDay(now)), ...aboutJob(found.job_id), ...aboutEmployer(found.employer_id), ...(slip === undefined ? {} : { hire: disputedHire(slip) }),
        ...(found.worker_id === null ? {} : { workerId: found.worker_id }), ...(found.since_day === null ? {} : { sinceDay: found.since_day }),
        evidence: evidenceSchema.array().parse(JSON.parse(found.evidence)), ...(said === undefined ? {} : { statement: said }),
        steps: steps.all(disputeId, stepsLimit).map((one) => ({
          mediationId: one.mediation_id, step: mediationStepSchema.parse(one.step), at: one.at, by: one.by,
          ...(one.note_sealed === null ? {} : { note: cipher.open(one.note_sealed, `mediation|${one.mediation_id}|note`).reveal() }),
        })),
        ...(found.closed_at === null ? {} : { closedAt: found.closed_at }), rules: found.rules, onwardTo: [...onwardTo], bases: bases.map(({ law, article }) => ({ law, article })),
      };
    },
  };
}

function disputedHire(found: FoundHire): NonNullable<DisputeDetail['hire']> {
  const { at: _agreedAt, ...fields } = hireFieldsOf(found);
  return fields;
}
