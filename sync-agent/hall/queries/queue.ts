/* Questions about queues, answered: numbers, never names. */
import { ok } from '@kuaizhao/db/domain/result.ts';
import type { queueQueries } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

export function queueAnswers({ db, settings, now }: QueryParts): AnswersTo<typeof queueQueries> {
  const { queue, appointments } = db.faces;
  return {
    wait: (asked) => ok('ticketId' in asked ? queue.waitOf(asked.ticketId, now()) : queue.waitFor(asked.service, now())),
    queue: ({ service, after, limit }) => ok(queue.waiting(service, after, limit)),
    ticket: (asked) => ok({ ticket: queue.story(asked) }),
    slots: ({ service, day }) => ok({ slots: appointments.slots(settings, service, day, now()) }),
    appointments: ({ day, service }) => ok({ appointments: appointments.ofDay(day, service) }),
    ticketNotes: ({ ticketId }) => ok({ notes: queue.notes(ticketId) }),
  };
}
