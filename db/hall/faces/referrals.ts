/* Work in other halls as people and hosts are shown it. */
import type { Database } from 'better-sqlite3';
import { fitPartsSchema, type FitParts } from '../../domain/matching/pairs/reasons.ts';
import { jobElsewhereSchema, type JobElsewhere, type OtherHall } from '../../domain/referrals/commands.ts';
import type { ReferralState } from '../../domain/referrals/view.ts';
import { dayBeginsMs, dayStart } from '../../domain/queue/business-day.ts';
import type { BusinessDay, Instant } from '../../domain/scalars.ts';

interface Times { readonly offeredAt: Instant; readonly expiresAt: Instant; readonly heldUntil?: Instant }
interface Going extends Times { readonly referralId: string; readonly number: string; readonly hall: OtherHall; readonly job: JobElsewhere; readonly fit: FitParts; readonly state: ReferralState }
interface Coming extends Times {
  readonly referralId: string; readonly jobId: string; readonly jobNumber: string; readonly hall: OtherHall; readonly theirNumber: string; readonly metNumber?: string; readonly hired: boolean; readonly fit: FitParts; readonly state: ReferralState;
}
interface Found { referral_id: string; hall_id: string; hall_name: string; km: number | null; fit: string; state: ReferralState; offered_at: number; expires_at: number; held_until: number | null }
interface GoingRow extends Found { number: string; job_there: string }
interface ComingRow extends Found { job_id: string; job_number: string; their_number: string; met_number: string | null; met_state: string | null }

const shared = 'referral_id, hall_id, hall_name, km, fit, referral.state AS state, offered_at, expires_at, held_until';
/** Of the open day; and of the hours before somebody began it, which the day before has in its books. */
const today = 'referral.day IN (@day, @before) AND (referral.day = @day OR offered_at >= @from)';
interface Today { readonly day: BusinessDay; readonly before: BusinessDay; readonly from: Instant; readonly limit: number }
const order = "ORDER BY referral.state IN ('offered', 'confirmed') DESC, offered_at DESC, referral_id";

export function openReferralsFace(sql: Database) {
  const ofTicket = sql.prepare<[string, number], GoingRow>(`SELECT ${shared}, ticket.number, job_there FROM referral JOIN ticket USING (ticket_id) WHERE referral.ticket_id = ? AND side = 'worker' ${order} LIMIT ?`);
  const going = sql.prepare<[Today], GoingRow>(`SELECT ${shared}, ticket.number, job_there FROM referral JOIN ticket USING (ticket_id) WHERE side = 'worker' AND ${today} ${order} LIMIT @limit`);
  const coming = sql.prepare<[Today & { jobId: string | null }], ComingRow>(`SELECT ${shared}, job_id, job.number AS job_number, their_number, met.number AS met_number, met.state AS met_state FROM referral JOIN job USING (job_id)
    LEFT JOIN ticket AS met ON met.ticket_id = met_ticket_id WHERE side = 'job' AND ${today} AND (@jobId IS NULL OR job_id = @jobId) ${order} LIMIT @limit`);
  const openDay = sql.prepare<[], { day: BusinessDay | null }>('SELECT max(day) AS day FROM business_day');
  const dayBefore = sql.prepare<[BusinessDay], { day: BusinessDay | null }>('SELECT max(day) AS day FROM business_day WHERE day < ?');
  const ended = sql.prepare<[Instant, number], { referral_id: string }>("SELECT referral_id FROM referral INDEXED BY referral_settled WHERE settled_at >= ? AND state IN ('declined', 'expired', 'placeTaken') ORDER BY settled_at DESC LIMIT ?");
  return {
    /** Those that came to nothing, the latest first. */
    endedSince: (since: Instant, limit: number): string[] => ended.all(since, limit).map((row) => row.referral_id),
    /** The newest first. */
    ofTicket: (ticketId: string, now: Instant, limit: number): Going[] => ofTicket.all(ticketId, limit).map((row) => goingOf(row, now)),
    today(jobId: string | undefined, now: Instant, limit: number): { readonly going: Going[]; readonly expected: Coming[] } {
      const day = openDay.get()?.day ?? undefined;
      if (day === undefined) return { going: [], expected: [] };
      const asked = { day, before: dayBefore.get(day)?.day ?? day, from: dayStart(day) + dayBeginsMs, limit };
      return {
        going: jobId === undefined ? going.all(asked).map((row) => goingOf(row, now)) : [],
        expected: coming.all({ ...asked, jobId: jobId ?? null }).map((row) => ({
          ...sharedOf(row, now), jobId: row.job_id, jobNumber: row.job_number, theirNumber: row.their_number, ...(row.met_number === null ? {} : { metNumber: row.met_number }), hired: row.met_state === 'served',
        })),
      };
    },
  };
}

const goingOf = (row: GoingRow, now: Instant): Going => ({ ...sharedOf(row, now), number: row.number, job: jobElsewhereSchema.parse(JSON.parse(row.job_there)) });

function sharedOf({ referral_id: referralId, hall_id: hallId, hall_name: name, km, fit, state, offered_at: offeredAt, expires_at: expiresAt, held_until: heldUntil }: Found, now: Instant) {
  const over = (state === 'offered' && expiresAt <= now) || (state === 'confirmed' && (heldUntil ?? 0) <= now);
  return {
    referralId, hall: { hallId, name, ...(km === null ? {} : { km }) }, fit: fitPartsSchema.parse(JSON.parse(fit)), state: over ? 'expired' as const : state, offeredAt, expiresAt, ...(heldUntil === null ? {} : { heldUntil }),
  };
}
