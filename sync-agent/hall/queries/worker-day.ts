/* A worker's questions at a kiosk, answered: the day, the open jobs, what there is to read. */
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import { hiringRulesOf } from '@kuaizhao/db/domain/hiring/rules.ts';
import type { WorkerRow } from '@kuaizhao/db/domain/people/view.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ok, refuse } from '@kuaizhao/db/domain/result.ts';
import { appointmentsTold, type MyDay, type workerDayQueries } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

/** Offers that are looked through for such that can still be answered. */
const offersSeen = 20;

export function workerDayAnswers({ db, now, settings }: QueryParts): AnswersTo<typeof workerDayQueries> {
  const { view, faces } = db;
  const rules = hiringRulesOf(settings);
  const kmTo = new Map((settings.workPlaceKm ?? []).map(({ place, km }) => [place, km]));

  function ticketOf(ticketId: string): Pick<MyDay, 'ticket'> {
    const ticket = view.ticket(ticketId);
    if (ticket === undefined) return {};
    const { number, state } = ticket;
    return { ticket: { ticketId, number, state, ...(state === 'waiting' ? faces.queue.waitOf(ticketId, now()) : { ahead: 0 }) } };
  }
  function calledOf(worker: WorkerRow): Pick<MyDay, 'called'> {
    const called = faces.hiring.callsOf(worker.workerId, rules).find((call) => call.state === 'called' || call.state === 'talking');
    if (called === undefined) return {};
    return { called: { ...called, table: settings.tables.find((table) => table.id === called.tableId)?.label ?? called.tableId } };
  }
  return {
    myDay({ card }) {
      const worker = view.workerByNumber(card.number);
      if (worker === undefined) return refuse('workerUnknown', 'card');
      const { workerId, trades } = worker;
      const visit = view.visitOf(workerId);
      return ok({
        ...(visit === undefined ? {} : ticketOf(visit.ticketId)), ...calledOf(worker), trades: [...trades],
        toConfirm: faces.hiring.hiresOf(workerId, now()).filter((hire) => hire.confirmable.length > 0).length,
        offers: visit === undefined ? 0 : faces.referrals.ofTicket(visit.ticketId, now(), offersSeen).filter((one) => one.state === 'offered').length,
        restate: visit !== undefined && view.askedToRestate(visit.ticketId),
        crew: visit === undefined ? [] : faces.people.crewOfVisit(visit.visitId),
        appointments: faces.appointments.ofWorker(workerId, businessDayAt(now()), appointmentsTold),
        consents: [...new Set(view.consentsOf(workerId).map((one) => one.purpose))],
        merged: view.recordsOf(workerId).length - 1,
      });
    },
    serviceWaits: () => ok({ services: settings.services.map(({ code }) => ({ service: code, ...faces.queue.waitFor(code, now()) })) }),
    openJobs: ({ trades, when, near, limit }) => ok(faces.jobs.openJobs({ trades, when, near, limit, kmTo }, now())),
    leaflets: () => ok({ leaflets: leafletsOf(settings, faces.city.sheets(businessDayAt(now()))).map((one) => ({ ...one, lines: [...one.lines] })) }),
  };
}
