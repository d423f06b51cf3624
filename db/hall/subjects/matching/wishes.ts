/* Wishes, shown papers and jobs asked for by name in SQLite. They are of a record: whoever stands for a merged person is asked with all records. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { WishesView } from '../../../domain/people/wishes/view.ts';
import { heldCertificateSchema, wishesSchema, type HeldCertificate } from '../../../domain/people/wishes/wishes.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { recordsBeside } from '../people/person-sql.ts';

export function openWishes(sql: Database) {
  const wishes = sql.prepare<[{ id: string }], { wishes: string }>(`SELECT wishes FROM worker_wish WHERE worker_id IN ${recordsBeside('@id')} ORDER BY at DESC, worker_id LIMIT 1`);
  const held = sql.prepare<[{ id: string }], { certificate: string; until: string }>(`SELECT certificate, max(until_day) AS until FROM worker_certificate WHERE worker_id IN ${recordsBeside('@id')} GROUP BY certificate ORDER BY certificate`);
  const applied = sql.prepare<[string], { job_id: string }>('SELECT job_id FROM job_application WHERE ticket_id = ? ORDER BY at, job_id');
  // A decline that the person spoke, after the terms were last said or asked for.
  const declines = sql.prepare<[{ ticketId: string }], { n: number }>(`SELECT count(*) AS n FROM call JOIN talk USING (call_id) WHERE call.ticket_id = @ticketId AND talk.state = 'refused' AND talk.refused_by = 'worker'
    AND talk.at > coalesce((SELECT max(at) FROM restate WHERE restate.ticket_id = @ticketId), 0)`);
  const lastSaid = sql.prepare<[string], { asked: 0 | 1 }>('SELECT asked FROM restate WHERE ticket_id = ? ORDER BY at DESC, restate DESC LIMIT 1');
  const put = sql.prepare('INSERT INTO worker_wish (worker_id, wishes, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET wishes = excluded.wishes, at = excluded.at');
  const show = sql.prepare('INSERT INTO worker_certificate (worker_id, certificate, until_day, by_staff, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET until_day = excluded.until_day, by_staff = excluded.by_staff, at = excluded.at');
  const apply = sql.prepare('INSERT INTO job_application (job_id, ticket_id, at) VALUES (?, ?, ?)');
  const restate = sql.prepare('INSERT INTO restate (ticket_id, asked, at) VALUES (?, ?, ?)');
  const waitingOf = sql.prepare<[{ id: string }], { ticket_id: string }>(`SELECT ticket_id FROM ticket JOIN visit USING (visit_id) WHERE visit.worker_id IN ${recordsBeside('@id')} AND visit.day = (SELECT max(day) FROM business_day)`);
  const view: WishesView = {
    wishesOf(workerId) {
      const found = wishes.get({ id: workerId });
      return found === undefined ? {} : wishesSchema.parse(JSON.parse(found.wishes));
    },
    certificatesOf: (workerId): HeldCertificate[] => held.all({ id: workerId }).map((row) => heldCertificateSchema.parse(row)),
    appliedFor: (ticketId) => applied.all(ticketId).map((row) => row.job_id),
    askedToRestate: (ticketId) => lastSaid.get(ticketId)?.asked === 1,
    declinesOf: (ticketId) => declines.get({ ticketId })?.n ?? 0,
  };
  return {
    view,
    set(fact: FactOf<'wishesSet'>, now: Instant): void {
      put.run(fact.workerId, JSON.stringify(fact.wishes), now);
      for (const { ticket_id: ticketId } of waitingOf.all({ id: fact.workerId })) restate.run(ticketId, 0, now);
    },
    shown: (fact: FactOf<'certificateShown'>, now: Instant) => show.run(fact.workerId, fact.held.certificate, fact.held.until, fact.by, now),
    applied: (fact: FactOf<'jobAppliedFor'>, now: Instant) => apply.run(fact.jobId, fact.ticketId, now),
    restateAsked: (fact: FactOf<'restateAsked'>, now: Instant) => restate.run(fact.ticketId, 1, now),
  };
}
