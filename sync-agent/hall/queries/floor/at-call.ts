/* What windows and tables ask while somebody stands there, answered. Whoever opens a person's records leaves a line; before the call nothing is told. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import type { CallRow } from '@kuaizhao/db/domain/queue/view.ts';
import { ok, refuse } from '@kuaizhao/db/domain/result.ts';
import { recordsTold, type floorQueries } from '@kuaizhao/sync-agent/contract/queries/floor/at-call.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { AnswersTo } from '../desk.ts';
import type { QueryParts } from '../parts.ts';

export function floorAnswers(parts: QueryParts): AnswersTo<typeof floorQueries> {
  const { db, now, read, settings } = parts;
  return {
    atCall({ callId }, reader) {
      const call = db.view.call(callId);
      if (call === undefined) return refuse('callUnknown', 'callId');
      if (!call.open) return refuse('callNotOpen', 'callId');
      if (!maySee(parts, call, reader)) return refuse('windowNotYours', 'callId');
      const { ticket } = call;
      read('atCall', reader);
      return ok({ ticketId: ticket.ticketId, number: ticket.number, service: ticket.queue, ...personAt(parts, ticket.workerId, reader) });
    },
    windowRules() {
      const { results, profiles } = rulesOn(settings.queueRules, businessDayAt(now()));
      return ok({ results: results.map(({ code, label }) => ({ code, label })), profiles: profiles.map(({ id, services }) => ({ id, services: [...services] })) });
    },
    employerJobs: ({ employerId, limit }) => (db.view.employer(employerId) === undefined ? refuse('employerUnknown', 'employerId') : ok({ jobs: db.faces.jobs.jobsOf(employerId, now(), limit) })),
    paperOf({ kind, id }) {
      const found = db.view.printJobOf({ kind, id });
      return ok({ paper: found === undefined ? null : { printJobId: found.printJobId, printer: found.printer, copy: found.copy, state: found.state } });
    },
  };
}

const roleOf = (reader: Actor): string => (reader.role === 'console' ? reader.staffRole : reader.role);

/** A clerk sees who stands at the own window, or at one where nobody has sat down. */
function maySee({ db }: QueryParts, { place }: CallRow, reader: Actor): boolean {
  if (reader.role !== 'console' || reader.staffRole !== 'clerk') return true;
  if (place.kind !== 'window') return false;
  const { staffId } = db.view.window(place.id);
  return staffId === undefined || staffId === reader.staffId;
}

function personAt({ db, now }: QueryParts, workerId: string | undefined, reader: Actor): Pick<QueryReply<'atCall'>, 'person'> {
  const found = workerId === undefined ? undefined : db.faces.people.foundById(workerId);
  if (workerId === undefined || found === undefined) return {};
  const { mergedInto: _merged, ...known } = found;
  const { appointments, people } = db.faces;
  return {
    person: {
      ...known,
      consents: db.view.consentsOf(workerId).slice(0, recordsTold).map(({ purpose, textVersion }) => ({ purpose, textVersion })),
      appointments: appointments.ofWorker(workerId, businessDayAt(now()), recordsTold), tickets: people.ticketsOf(workerId, recordsTold),
      ...(roleOf(reader) === 'host' ? {} : { disputes: people.disputesOf(workerId, recordsTold) }),
    },
  };
}
