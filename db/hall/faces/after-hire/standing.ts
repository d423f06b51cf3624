/* The record of a worker or an employer as it is told: entries with what they are about, the stop, the way back; and the appeals to be decided. */
import type { Database } from 'better-sqlite3';
import type { OpenAppeal, StandingEntry, StandingRecord } from '../../../domain/standing/asked.ts';
import type { PointsRemoved } from '../../../domain/standing/facts.ts';
import { fadedBefore, fadesAt, gradeOf, standingRules, type StandingCause, type StandingSide } from '../../../domain/standing/rules.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import type { Subjects } from '../../record.ts';
import { recordsBeside } from '../../subjects/people/person-sql.ts';

interface Found {
  points_id: string; side: StandingSide; who: string; cause: StandingCause; points: number; at: number; removed_at: number | null; removed_why: PointsRemoved['why'] | null;
  slip: string | null; slip_day: string | null; job: string | null; job_day: string | null; dispute: string | null; dispute_day: string | null; ticket: string | null; ticket_day: string | null;
  appeal_id: string | null; appeal_at: number | null; decided_at: number | null; upheld: 0 | 1 | null;
}
interface AppealFound extends Found { appeal_id: string; appeal_at: number; by: string; statement_sealed: Buffer | null }
const columns = `p.points_id, p.side, p.who, p.cause, p.points, p.at, p.removed_at, p.removed_why, hire.number AS slip, hire.day AS slip_day, job.number AS job, job.day AS job_day,
  dispute.number AS dispute, dispute.day AS dispute_day, ticket.number AS ticket, ticket.day AS ticket_day, appeal.appeal_id, appeal.at AS appeal_at, appeal.decided_at, appeal.upheld`;
const join = `LEFT JOIN hire ON hire.hire_id = p.hire_id LEFT JOIN job ON job.job_id = p.job_id LEFT JOIN dispute ON dispute.dispute_id = p.dispute_id
  LEFT JOIN call ON call.call_id = p.call_id LEFT JOIN ticket ON ticket.ticket_id = call.ticket_id`;
/** Entries told of one record; the newest ones. */
const entriesLimit = 100;

export function openStandingFace(sql: Database, { people, employers, hiring }: Subjects, cipher: FieldCipher) {
  const entriesOf = (side: StandingSide) => sql.prepare<[{ who: string; limit: number }], Found>(`SELECT ${columns} FROM standing_points AS p ${join} LEFT JOIN appeal ON appeal.points_id = p.points_id
    WHERE p.side = '${side}' AND p.who ${side === 'worker' ? `IN ${recordsBeside('@who')}` : '= @who'} ORDER BY p.at DESC, p.points_id DESC LIMIT @limit`);
  const entries = { worker: entriesOf('worker'), employer: entriesOf('employer') };
  const appeals = sql.prepare<[number], AppealFound>(`SELECT ${columns}, appeal.by, appeal.statement_sealed FROM appeal INDEXED BY appeal_open JOIN standing_points AS p ON p.points_id = appeal.points_id ${join}
    WHERE appeal.decided_at IS NULL AND appeal.at > 0 ORDER BY appeal.at LIMIT ?`);
  const nameOf = (side: StandingSide, who: string): string => (side === 'worker' ? people.nameOf(who)?.short() : employers.nameOf(who)?.reveal()) ?? '';

  /** What a record looks like at `now`; an empty one is a good one. */
  function standingOf(side: StandingSide, who: string, now: Instant): StandingRecord {
    const told = entries[side].all({ who, limit: entriesLimit }).map((found) => entry(found, now));
    const counting = hiring.standing.view.pointsOf(side, who, fadedBefore(now));
    const points = counting.reduce((sum, one) => sum + one.points, 0);
    const [oldest, newest] = [counting.at(0), counting.at(-1)];
    const stoppedUntil = hiring.standing.view.stoppedUntil(side, who) ?? 0;
    return {
      points, grade: gradeOf(points), ...(stoppedUntil > now ? { stoppedUntil } : {}), entries: told,
      wayBack: {
        cleanHires: hiring.standing.view.cleanHiresOf(side, who), needed: standingRules.cleanHires,
        ...(oldest === undefined || newest === undefined ? {} : { nextFadesAt: fadesAt(oldest.at), clearAt: fadesAt(newest.at) }),
      },
    };
  }
  return {
    standingOf,
    /** Of the employers that this person may post for. */
    employerRecordsOf: (idNumber: string, now: Instant): (StandingRecord & { employerId: string; name: string })[] =>
      employers.view.employersOf(idNumber).map(({ employerId }) => ({ ...standingOf('employer', employerId, now), employerId, name: nameOf('employer', employerId) })),
    /** Undecided ones, oldest first. */
    appeals: (now: Instant, limit: number): OpenAppeal[] => appeals.all(limit).map((found) => ({
      appealId: found.appeal_id, at: found.appeal_at, by: found.by, side: found.side, who: found.who, name: nameOf(found.side, found.who), entry: entry(found, now),
      ...(found.statement_sealed === null ? {} : { statement: cipher.open(found.statement_sealed, `appeal|${found.appeal_id}|statement`).reveal() }),
    })),
  };
}

function entry(found: Found, now: Instant): StandingEntry {
  const counts = found.removed_at === null && found.at >= fadedBefore(now);
  const { removed_at: removedAt, removed_why: why, appeal_id: appealId, appeal_at: appealAt, decided_at: decidedAt } = found;
  return {
    pointsId: found.points_id, cause: found.cause, points: found.points, at: found.at, counts, fadesAt: fadesAt(found.at), ...aboutOf(found),
    ...(removedAt === null || why === null ? {} : { removed: { at: removedAt, why } }),
    ...(counts && appealId === null ? { appealUntil: fadesAt(found.at) } : {}),
    ...(appealId === null || appealAt === null ? {} : { appeal: { appealId, at: appealAt, ...(decidedAt === null ? {} : { decidedAt, upheld: found.upheld === 1 }) } }),
  };
}

function aboutOf(found: Found): Pick<StandingEntry, 'about'> {
  const papers = [['dispute', found.dispute, found.dispute_day], ['hireSlip', found.slip, found.slip_day], ['jobSlip', found.job, found.job_day], ['queueTicket', found.ticket, found.ticket_day]] as const;
  for (const [kind, number, businessDay] of papers) if (number !== null && businessDay !== null) return { about: { kind, number, businessDay } };
  return {};
}
