/* Questions about the plan, answered: by the card for oneself, by number for staff. */
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import type { TicketRow } from '@kuaizhao/db/domain/queue/view.ts';
import type { matchingQueries } from '@kuaizhao/sync-agent/contract/queries/hiring.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

type WhyNotAsked = Parameters<AnswersTo<typeof matchingQueries>['whyNot']>[0];

export function matchingAnswers({ db, now, settings }: QueryParts): AnswersTo<typeof matchingQueries> {
  const { view } = db;
  /** At a kiosk only a card speaks for somebody. */
  function ticketOf(asked: WhyNotAsked, atKiosk: boolean): Result<TicketRow> {
    if ('number' in asked) {
      const ticket = atKiosk ? undefined : view.workTicket(asked.number);
      return ticket === undefined ? refuse(atKiosk ? 'notYourRole' : 'ticketUnknown', 'number') : ok(ticket);
    }
    const worker = view.workerByNumber(asked.card.number);
    if (worker === undefined) return refuse('workerUnknown', 'card');
    const visit = view.visitOf(worker.workerId);
    const ticket = visit === undefined ? undefined : view.ticket(visit.ticketId);
    return ticket === undefined ? refuse('visitUnknown', 'card') : ok(ticket);
  }
  return {
    myWishes({ card }) {
      const worker = view.workerByNumber(card.number);
      if (worker === undefined) return refuse('workerUnknown', 'card');
      const { workerId } = worker;
      const ticketId = view.visitOf(workerId)?.ticketId;
      return ok({
        wishes: view.wishesOf(workerId), certificates: [...view.certificatesOf(workerId)], applied: ticketId === undefined ? [] : [...view.appliedFor(ticketId)], restate: ticketId !== undefined && view.askedToRestate(ticketId),
      });
    },
    whyNot(asked, reader) {
      if (view.job(asked.jobId) === undefined) return refuse('jobUnknown', 'jobId');
      const ticket = ticketOf(asked, reader.role === 'kiosk');
      return ticket.ok ? ok({ explanation: view.explained(ticket.value.ticketId, asked.jobId, { now: now(), next: true }) ?? null }) : ticket;
    },
    sessions() {
      const next = view.nextJob(now(), new Set());
      const job = next === undefined ? undefined : view.job(next.jobId);
      return ok({
        sessions: db.faces.hiring.sessions(), next: next === undefined || job === undefined ? null : { ...next, jobNumber: job.number },
        scarce: view.tablesScarce(now(), settings.tables.map((table) => table.id)),
      });
    },
  };
}

