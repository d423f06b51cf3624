/* Counts and lists without persons: shifts, opinions, training wished for, crews, the last clearing. */
import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import type { opinionReasonSchema } from '../../../domain/opinions/commands.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { opinionTextAt } from '../../subjects/people/opinions.ts';

type ShiftEnd = 'ended' | 'moved' | 'forgotten';
type OpinionReason = z.infer<typeof opinionReasonSchema>;
export interface Shift { readonly shiftId: string; readonly staffId: string; readonly place: { readonly kind: 'window' | 'table'; readonly id: string }; readonly startedAt: number; readonly endedAt: number | undefined; readonly how: ShiftEnd | undefined }
export interface OpinionTotals { readonly from: string; readonly to: string; readonly byStars: { readonly stars: number; readonly count: number }[]; readonly byReason: { readonly reason: OpinionReason; readonly count: number }[]; readonly texts: { readonly opinionId: string; readonly day: string; readonly stars: number; readonly text: string }[] }
export interface CrewShown { readonly crewId: string; readonly numbers: readonly string[] }

interface ShiftFound { shift_id: string; staff_id: string; place_kind: 'window' | 'table'; place_id: string; started_at: number; ended_at: number | null; ended_how: ShiftEnd | null }

export function openDesk(sql: Database, cipher: FieldCipher) {
  const shifts = sql.prepare<[string], ShiftFound>('SELECT shift_id, staff_id, place_kind, place_id, started_at, ended_at, ended_how FROM shift WHERE day = ? ORDER BY started_at, shift_id');
  const stars = sql.prepare<[string, string], { stars: number; count: number }>('SELECT stars, count(*) AS count FROM opinion WHERE day BETWEEN ? AND ? GROUP BY stars ORDER BY stars');
  const reasons = sql.prepare<[string, string], { reason: OpinionReason; count: number }>(`SELECT value AS reason, count(*) AS count FROM opinion, json_each('["' || replace(reasons, ',', '","') || '"]')
    WHERE day BETWEEN ? AND ? AND reasons <> '' GROUP BY value ORDER BY count DESC, value`);
  const texts = sql.prepare<[string, string, number], { opinion_id: string; day: string; stars: number; text_sealed: Buffer }>('SELECT opinion_id, day, stars, text_sealed FROM opinion WHERE day BETWEEN ? AND ? AND text_sealed IS NOT NULL ORDER BY at DESC LIMIT ?');
  const training = sql.prepare<[], { trade: string; count: number }>('SELECT trade, count(*) AS count FROM training_wish GROUP BY trade ORDER BY count DESC, trade');
  const crews = sql.prepare<[], { crew_id: string; numbers: string }>(`SELECT crew_id, group_concat((SELECT number FROM ticket WHERE ticket.visit_id = crew_member.visit_id ORDER BY place_in_day DESC LIMIT 1), ' ' ORDER BY place) AS numbers
    FROM crew JOIN crew_member USING (crew_id) WHERE day = (SELECT max(day) FROM business_day) AND dissolved_at IS NULL AND left_at IS NULL GROUP BY crew_id ORDER BY crew_id`);
  const crewNumbers = sql.prepare<[string], { number: string }>(`SELECT (SELECT number FROM ticket WHERE ticket.visit_id = mate.visit_id ORDER BY place_in_day DESC LIMIT 1) AS number
    FROM crew_member AS own JOIN crew USING (crew_id) JOIN crew_member AS mate USING (crew_id) WHERE own.visit_id = ? AND own.left_at IS NULL AND dissolved_at IS NULL AND mate.left_at IS NULL ORDER BY mate.place`);
  const lastClearing = sql.prepare<[], { day: string; at: number; counts: string }>('SELECT day, at, counts FROM retention_run ORDER BY run DESC LIMIT 1');
  return {
    shiftsOf: (day: string): Shift[] => shifts.all(day).map((row) => ({
      shiftId: row.shift_id, staffId: row.staff_id, place: { kind: row.place_kind, id: row.place_id }, startedAt: row.started_at, endedAt: row.ended_at ?? undefined, how: row.ended_how ?? undefined,
    })),
    /** Both days included; `texts`: so many of the newest words. */
    opinions: (from: string, to: string, textLimit: number): OpinionTotals => ({
      from, to, byStars: stars.all(from, to), byReason: reasons.all(from, to),
      texts: texts.all(from, to, textLimit).map((row) => ({ opinionId: row.opinion_id, day: row.day, stars: row.stars, text: cipher.open(row.text_sealed, opinionTextAt(row.opinion_id)).reveal() })),
    }),
    /** How many people want to learn each trade. */
    trainingDemand: (): { readonly trade: string; readonly count: number }[] => training.all(),
    /** Crews of the open day, by the numbers on their tickets. */
    crewsToday: (): CrewShown[] => crews.all().map((row) => ({ crewId: row.crew_id, numbers: row.numbers.split(' ') })),
    /** The numbers that go together with this visit, its own among them; none for somebody who goes alone. */
    crewOfVisit: (visitId: string): string[] => crewNumbers.all(visitId).map((row) => row.number),
    lastClearing(): { readonly day: string; readonly at: number; readonly counts: unknown } | undefined {
      const row = lastClearing.get();
      return row && { day: row.day, at: row.at, counts: JSON.parse(row.counts) as unknown };
    },
  };
}
