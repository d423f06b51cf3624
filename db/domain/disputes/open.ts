/* A dispute begins: at the rights window, or by the worker's own no in the evening. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { hiringRulesOf } from '../hiring/rules.ts';
import { agreedSum } from '../hiring/spans.ts';
import type { HireRow } from '../hiring/view.ts';
import { theDay } from '../queue/day.ts';
import { issueServiceTicket } from '../queue/issue-ticket.ts';
import { localDay } from '../queue/business-day.ts';
import type { PrintTarget } from '../printing/print-job.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { dayAfter } from '../records/period.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { BusinessDay } from '../scalars.ts';
import type { Decision, HallView } from '../view.ts';
import type { OpenDispute } from './commands.ts';
import { evidenceSchema } from './commands.ts';
import type { DisputeOpened } from './facts.ts';
import { disputeRules, disputeRulesVersion, workingDaysAfter, type DisputeKind } from './kinds.ts';

type About = Partial<Pick<DisputeOpened, 'hireId' | 'jobId' | 'employerId' | 'workerId' | 'ticketId' | 'sinceDay' | 'owedFen'>>;

/** Refuses `hireUnknown`, `jobUnknown`, `employerUnknown`, `workerUnknown`, `disputeIsOpen` (about this hire), `dateImpossible` (a day that has not come), `notYourRole`. */
export function decideOpenDispute(view: HallView, command: OpenDispute, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const today = localDay(context.now);
  if (command.sinceDay !== undefined && command.sinceDay > today) return refuse('dateImpossible', 'sinceDay');
  const ahead = command.evidence.findIndex((one) => one.businessDay > today);
  if (ahead >= 0) return refuse('dateImpossible', `evidence.${ahead}.businessDay`);
  const about = whatAbout(view, command, today);
  if (!about.ok) return about;
  const opened = disputeFact(view, context, command.kind, about.value, command.evidence);
  return ok({
    facts: [opened, ...queuePrint(view, context, { kind: 'disputeCopy', id: opened.disputeId }, command.printer)],
    records: command.statement === undefined ? [] : [{ table: 'dispute', disputeId: opened.disputeId, statement: command.statement }],
  });
}

/** The worker says that no money came: the facts the wage-arrears lines ask for come from the hire itself. Nothing when a dispute about it is open. Who is away gets no number for the rights window. */
export function openDisputeOf(view: HallView, context: Context, hire: HireRow, { printer, away }: { readonly printer?: PrintTarget | undefined; readonly away?: true }): Fact[] {
  if (view.openDisputeOf(hire.hireId) !== undefined) return [];
  const service = away === true ? undefined : context.settings.services.find((one) => one.code === hiringRulesOf(context.settings).rightsService);
  const ticket = service === undefined ? [] : issueServiceTicket(view, context, service, printer);
  const issued = ticket.find((fact) => fact.type === 'ticketIssued');
  const opened = disputeFact(view, context, 'wageArrears', { ...aboutHire(view, hire, localDay(context.now)), ...(issued === undefined ? {} : { ticketId: issued.ticketId }) }, []);
  return [...ticket, opened, ...queuePrint(view, context, { kind: 'disputeCopy', id: opened.disputeId }, printer)];
}

/** Owed since the last day on which the pay was in time, or since today when somebody complains before; and as much as the agreement says for the whole work. */
function aboutHire(view: HallView, hire: HireRow, today: BusinessDay): About {
  const due = localDay(hire.settleBy);
  const terms = view.job(hire.jobId)?.terms;
  const owedFen = terms === undefined ? undefined : agreedSum(hire.agreedPay, terms);
  return {
    hireId: hire.hireId, jobId: hire.jobId, employerId: hire.employerId, workerId: hire.workerId, sinceDay: due < today ? due : today,
    ...(owedFen === undefined ? {} : { owedFen }),
  };
}

function whatAbout(view: HallView, command: OpenDispute, today: BusinessDay): Result<About> {
  const given = { ...(command.sinceDay === undefined ? {} : { sinceDay: command.sinceDay }), ...(command.owedFen === undefined ? {} : { owedFen: command.owedFen }) };
  const worker = command.card === undefined ? undefined : view.workerByNumber(command.card.number);
  if (command.card !== undefined && worker === undefined) return refuse('workerUnknown', 'card');
  const complainer = worker === undefined ? {} : { workerId: worker.workerId };
  if (command.hireId !== undefined) {
    const hire = view.hire(command.hireId);
    if (hire === undefined) return refuse('hireUnknown', 'hireId');
    return view.openDisputeOf(hire.hireId) === undefined ? ok({ ...aboutHire(view, hire, today), ...complainer, ...given }) : refuse('disputeIsOpen', 'hireId');
  }
  if (command.jobId !== undefined) {
    const job = view.job(command.jobId);
    return job === undefined ? refuse('jobUnknown', 'jobId') : ok({ jobId: job.jobId, employerId: job.employerId, ...complainer, ...given });
  }
  if (command.employerId !== undefined && view.employer(command.employerId) === undefined) return refuse('employerUnknown', 'employerId');
  return ok({ ...(command.employerId === undefined ? {} : { employerId: command.employerId }), ...complainer, ...given });
}

function disputeFact(view: HallView, context: Context, kind: DisputeKind, about: About, evidence: OpenDispute['evidence']): DisputeOpened {
  const day = theDay(view);
  const rule = disputeRules[kind];
  const hire = about.hireId === undefined ? undefined : view.hire(about.hireId);
  const slip = hire === undefined ? [] : [evidenceSchema.parse({ kind: 'hireSlip', businessDay: hire.businessDay, number: hire.number })];
  const others = evidence.filter((one) => !slip.some((own) => own.kind === one.kind && own.number === one.number && own.businessDay === one.businessDay));
  return {
    type: 'disputeOpened', disputeId: context.newId(), number: `W${day.slice(2).replaceAll('-', '')}-${String(view.disputesOn(day) + 1).padStart(2, '0')}`,
    businessDay: day, kind, ...about, evidence: [...slip, ...others], rules: disputeRulesVersion,
    answerBy: workingDaysAfter(localDay(context.now), rule.answerWorkingDays), mediateBy: dayAfter(localDay(context.now), rule.mediateDays),
  };
}
