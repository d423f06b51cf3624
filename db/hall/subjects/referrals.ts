/* Work in other halls in SQLite: offers to people of here, and places held here for people of there. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { ReferralRow, ReferralsView, ReferralState } from '../../domain/referrals/view.ts';
import type { Instant } from '../../domain/scalars.ts';

export type ReferralsStore = ReturnType<typeof openReferrals>;

interface Found {
  referral_id: string; side: 'worker' | 'job'; ticket_id: string | null; job_id: string | null; state: ReferralState; expires_at: number; held_until: number | null; last_moment: number | null; met_ticket_id: string | null;
}
const columns = 'referral_id, side, ticket_id, job_id, state, expires_at, held_until, last_moment, met_ticket_id';
/** Held at @now: confirmed, in time, and the person neither agreed nor parted from the job. */
const heldNow = `side = 'job' AND state = 'confirmed' AND job_id = @jobId AND held_until > @now
  AND NOT EXISTS (SELECT 1 FROM ticket WHERE ticket_id = met_ticket_id AND ticket.state IN ('served', 'closed'))
  AND NOT EXISTS (SELECT 1 FROM call WHERE call.ticket_id = met_ticket_id AND call.job_id = @jobId AND call.state = 'noAgreement')`;
const waitsNot = "(side = 'worker' AND NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.ticket_id = referral.ticket_id AND ticket.state = 'waiting'))";
const met = "EXISTS (SELECT 1 FROM ticket WHERE ticket.ticket_id = met_ticket_id AND ticket.state = 'served')";

export function openReferrals(sql: Database) {
  const one = sql.prepare<[string], Found>(`SELECT ${columns} FROM referral WHERE referral_id = ?`);
  const live = sql.prepare<[string], Found>(`SELECT ${columns} FROM referral WHERE ticket_id = ? AND side = 'worker' AND state IN ('offered', 'confirmed')`);
  const metBy = sql.prepare<[string], Found>(`SELECT ${columns} FROM referral WHERE met_ticket_id = ?`);
  const held = sql.prepare<[{ jobId: string; now: Instant }], { n: number }>(`SELECT count(*) AS n FROM referral INDEXED BY referral_held WHERE ${heldNow}`);
  const heldFor = sql.prepare<[{ jobId: string; ticketId: string; now: Instant }], { found: 1 }>(`SELECT 1 AS found FROM referral INDEXED BY referral_held WHERE met_ticket_id = @ticketId AND ${heldNow}`);
  const overdue = sql.prepare<[{ now: Instant; limit: number }], Found>(`SELECT ${columns} FROM referral INDEXED BY referral_live
    WHERE state IN ('offered', 'confirmed') AND ((CASE state WHEN 'offered' THEN expires_at ELSE held_until END <= @now AND NOT ${met}) OR ${waitsNot}) ORDER BY offered_at, referral_id LIMIT @limit`);
  const insert = sql.prepare(`INSERT INTO referral (referral_id, day, side, ticket_id, job_id, hall_id, hall_name, km, their_number, job_there, fit, last_moment, state, offered_at, expires_at)
    VALUES (@referralId, (SELECT max(day) FROM business_day), @side, @ticketId, @jobId, @hallId, @hallName, @km, @theirNumber, @job, @fit, @lastMoment, 'offered', @now, @expiresAt)`);
  const settle = sql.prepare('UPDATE referral SET state = ?, settled_at = ?, held_until = ? WHERE referral_id = ?');
  const went = sql.prepare("UPDATE referral SET state = 'went', settled_at = ? WHERE referral_id = ?");
  const meet = sql.prepare('UPDATE referral SET met_ticket_id = ? WHERE referral_id = ?');
  const view: ReferralsView = {
    referral: (referralId) => row(one.get(referralId)),
    liveReferralOf: (ticketId) => row(live.get(ticketId)),
    referralMetBy: (ticketId) => row(metBy.get(ticketId)),
    placesHeld: (jobId, now) => held.get({ jobId, now })?.n ?? 0,
    isHeldFor: (jobId, ticketId, now) => heldFor.get({ jobId, ticketId, now }) !== undefined,
    overdueReferrals: (now, limit) => overdue.all({ now, limit }).map(rowOf),
  };
  return {
    view,
    offered({ referralId, side, ticketId, jobId, hall, theirNumber, job, fit, expiresAt }: FactOf<'referralOffered'>, now: Instant): void {
      const lastMoment = job === undefined ? null : Math.min(job.leaveBy ?? job.validUntil, job.validUntil);
      insert.run({
        referralId, side, ticketId: ticketId ?? null, jobId: jobId ?? null, hallId: hall.hallId, hallName: hall.name, km: hall.km ?? null, theirNumber,
        job: job === undefined ? null : JSON.stringify(job), fit: JSON.stringify(fit), lastMoment, now, expiresAt,
      });
    },
    settled: (fact: FactOf<'referralSettled'>, now: Instant) => settle.run(fact.outcome, now, fact.heldUntil ?? null, fact.referralId),
    /** A no is settled by a fact of its own. */
    answered: (fact: FactOf<'referralAnswered'>, now: Instant) => (fact.answer === 'yes' ? went.run(now, fact.referralId) : undefined),
    met: (fact: FactOf<'referralMet'>) => meet.run(fact.ticketId, fact.referralId),
  };
}

const row = (found: Found | undefined): ReferralRow | undefined => found && rowOf(found);
const rowOf = (found: Found): ReferralRow => ({
  referralId: found.referral_id, side: found.side, ticketId: found.ticket_id ?? undefined, jobId: found.job_id ?? undefined, state: found.state, expiresAt: found.expires_at,
  heldUntil: found.held_until ?? undefined, lastMoment: found.last_moment ?? undefined, metTicketId: found.met_ticket_id ?? undefined,
});
