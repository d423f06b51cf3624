/* The record of both sides in SQLite: entries, stops, appeals. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { StandingCause, StandingSide } from '../../../domain/standing/rules.ts';
import type { AppealRecord, AppealRow, PointsRow, StandingView } from '../../../domain/standing/view.ts';
import { recordsBeside } from '../people/person-sql.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

interface FoundPoints { points_id: string; side: StandingSide; who: string; cause: StandingCause; points: number; at: number; removed_at: number | null }
interface FoundAppeal { appeal_id: string; points_id: string; decided_at: number | null }
const pointsRow = (found: FoundPoints): PointsRow => ({
  pointsId: found.points_id, side: found.side, who: found.who, cause: found.cause, points: found.points, at: found.at, removed: found.removed_at !== null,
});
const appealRow = (found: FoundAppeal | undefined): AppealRow | undefined => found && { appealId: found.appeal_id, pointsId: found.points_id, decided: found.decided_at !== null };
const pointsColumns = 'points_id, side, who, cause, points, at, removed_at';

export function openStanding(sql: Database, cipher: FieldCipher) {
  return { view: standingView(sql), ...standingRecord(sql, cipher) };
}

function standingView(sql: Database): StandingView {
  // A person is all of their records; an employer is one.
  const whose = (side: StandingSide): string => (side === 'worker' ? `who IN ${recordsBeside('@who')}` : 'who = @who');
  const hireWhose = (side: StandingSide): string => (side === 'worker' ? `worker_id IN ${recordsBeside('@who')}` : 'employer_id = @who');
  const ofSide = <Row>(text: (side: StandingSide) => string) => ({ worker: sql.prepare<[object], Row>(text('worker')), employer: sql.prepare<[object], Row>(text('employer')) });
  const of = ofSide<FoundPoints>((side) => `SELECT ${pointsColumns} FROM standing_points WHERE side = '${side}' AND ${whose(side)} AND at >= @since AND removed_at IS NULL ORDER BY at, points_id`);
  const ofStep = sql.prepare<[string], FoundPoints>(`SELECT ${pointsColumns.replaceAll(/(\w+)/g, 'standing_points.$1')} FROM queue_step_row JOIN standing_points ON call_id = id
    WHERE queue_step_row.step = ? AND kind = 'call' AND cause = 'noShow' AND removed_at IS NULL`);
  const byId = sql.prepare<[string], FoundPoints>(`SELECT ${pointsColumns} FROM standing_points WHERE points_id = ?`);
  const stop = ofSide<{ until: number | null }>((side) => `SELECT max(until) AS until FROM standing_stop WHERE side = '${side}' AND ${whose(side)} AND lifted_at IS NULL`);
  // Since the last entry came or was worked off: whichever is later begins the count anew; what was appealed away or undone was never there. Pay that the worker denies is no clean end.
  const clean = ofSide<{ n: number }>((side) => `SELECT count(*) AS n FROM hire WHERE ${hireWhose(side)} AND state = 'paid' AND coalesce(said_paid, '') <> 'no'
    AND paid_at > coalesce((SELECT max(max(at, coalesce(removed_at, 0))) FROM standing_points WHERE side = '${side}' AND ${whose(side)} AND coalesce(removed_why, 'cleanHires') = 'cleanHires'), 0)`);
  const appeal = sql.prepare<[string], FoundAppeal>('SELECT appeal_id, points_id, decided_at FROM appeal WHERE appeal_id = ?');
  const appealOf = sql.prepare<[string], FoundAppeal>('SELECT appeal_id, points_id, decided_at FROM appeal WHERE points_id = ?');
  return {
    pointsOf: (side, who, from) => of[side].all({ who, since: from }).map(pointsRow),
    pointsOfStep: (step) => ofStep.all(step).map(pointsRow),
    pointsRow: (pointsId) => { const found = byId.get(pointsId); return found && pointsRow(found); },
    stoppedUntil: (side, who) => stop[side].get({ who })?.until ?? undefined,
    cleanHiresOf: (side, who) => clean[side].get({ who })?.n ?? 0,
    appeal: (appealId) => appealRow(appeal.get(appealId)),
    appealOf: (pointsId) => appealRow(appealOf.get(pointsId)),
  };
}

function standingRecord(sql: Database, cipher: FieldCipher) {
  const give = sql.prepare('INSERT INTO standing_points (points_id, side, who, cause, points, rules, call_id, hire_id, job_id, dispute_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = sql.prepare('UPDATE standing_points SET removed_at = ?, removed_why = ? WHERE points_id = ?');
  const stop = sql.prepare('INSERT INTO standing_stop (side, who, until, points, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET until = excluded.until, points = excluded.points, at = excluded.at, lifted_at = NULL');
  // A stop may have come to any record of the person.
  const lift = {
    worker: sql.prepare(`UPDATE standing_stop SET lifted_at = @now WHERE side = 'worker' AND who IN ${recordsBeside('@who')}`),
    employer: sql.prepare("UPDATE standing_stop SET lifted_at = @now WHERE side = 'employer' AND who = @who"),
  };
  const ask = sql.prepare('INSERT INTO appeal (appeal_id, points_id, statement_sealed, by, at) VALUES (?, ?, ?, ?, ?)');
  const decideIt = sql.prepare('UPDATE appeal SET upheld = ?, decided_by = ?, decided_at = ? WHERE appeal_id = ?');
  return {
    given: (fact: FactOf<'pointsGiven'>, now: Instant) => give.run(
      fact.pointsId, fact.side, fact.who, fact.cause, fact.points, fact.rules, fact.callId ?? null, fact.hireId ?? null, fact.jobId ?? null, fact.disputeId ?? null, now,
    ),
    removed: (fact: FactOf<'pointsRemoved'>, now: Instant) => remove.run(now, fact.why, fact.pointsId),
    /** Takes the place of every stop before it. */
    stopped(fact: FactOf<'standingStopped'>, now: Instant): void {
      lift[fact.side].run({ who: fact.who, now });
      stop.run(fact.side, fact.who, fact.until, fact.points, now);
    },
    lifted: (fact: FactOf<'stopLifted'>, now: Instant) => lift[fact.side].run({ who: fact.who, now }),
    appealed: (fact: FactOf<'appealMade'>, record: AppealRecord | undefined, now: Instant) =>
      ask.run(fact.appealId, fact.pointsId, record === undefined ? null : cipher.seal(record.statement, `appeal|${fact.appealId}|statement`), fact.by, now),
    appealDecided: (fact: FactOf<'appealDecided'>, now: Instant) => decideIt.run(fact.upheld ? 1 : 0, fact.by, now, fact.appealId),
  };
}
