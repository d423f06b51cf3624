/* For the access copy: a person's points, what windows noted, and what was said at the rights window and in appeals, by the person and about it. */
import type { Database } from 'better-sqlite3';
import { accessWords, plain, pointsWords, type AccessEntry } from '../../../domain/people/data/access-copy.ts';
import type { StandingCause } from '../../../domain/standing/rules.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

export function openOwnWords(sql: Database, cipher: FieldCipher) {
  const notes = sql.prepare<[string], { note_id: string; text_sealed: Buffer; at: number }>('SELECT note_id, text_sealed, ticket_note.at FROM visit JOIN ticket USING (visit_id) JOIN ticket_note USING (ticket_id) JOIN note USING (note_id) WHERE worker_id = ? ORDER BY ticket_note.at');
  const points = sql.prepare<[string], { cause: StandingCause; points: number; at: number; removed_at: number | null }>("SELECT cause, points, at, removed_at FROM standing_points WHERE side = 'worker' AND who = ? ORDER BY at");
  const disputes = sql.prepare<[string], { dispute_id: string; number: string; statement_sealed: Buffer | null; opened_at: number; closed_at: number | null }>(
    'SELECT dispute_id, number, statement_sealed, opened_at, closed_at FROM dispute WHERE worker_id = ? ORDER BY opened_at');
  const mediation = sql.prepare<[string], { mediation_id: string; note_sealed: Buffer; at: number }>('SELECT mediation_id, note_sealed, at FROM mediation WHERE dispute_id = ? AND note_sealed IS NOT NULL ORDER BY at');
  const appeals = sql.prepare<[string], { appeal_id: string; statement_sealed: Buffer; at: number }>(
    "SELECT appeal_id, statement_sealed, appeal.at FROM standing_points AS p JOIN appeal USING (points_id) WHERE side = 'worker' AND who = ? AND statement_sealed IS NOT NULL ORDER BY appeal.at");
  const until = (at: number | null): { until?: number } => (at === null ? {} : { until: at });

  return (workerId: string): AccessEntry[] => [
    ...notes.all(workerId).map((one): AccessEntry => ({ section: 'notes', what: accessWords.note, value: plain(cipher.open(one.text_sealed, `note|${one.note_id}|text`).reveal()), from: one.at })),
    ...points.all(workerId).map((one): AccessEntry => {
      const { zh, en } = pointsWords[one.cause] ?? plain(one.cause);
      return { section: 'work', what: accessWords.points, value: { zh: `${zh}，${one.points} 分`, en: `${en}, ${one.points}` }, from: one.at, ...until(one.removed_at) };
    }),
    ...disputes.all(workerId).flatMap((one): AccessEntry[] => {
      const said = one.statement_sealed === null ? '' : ` ${cipher.open(one.statement_sealed, `dispute|${one.dispute_id}|statement`).reveal()}`;
      return [
        { section: 'notes', what: accessWords.dispute, value: plain(`${one.number}${said}`), from: one.opened_at, ...until(one.closed_at) },
        ...mediation.all(one.dispute_id).map((note): AccessEntry => ({ section: 'notes', what: accessWords.note, value: plain(cipher.open(note.note_sealed, `mediation|${note.mediation_id}|note`).reveal()), from: note.at })),
      ];
    }),
    ...appeals.all(workerId).map((one): AccessEntry => ({ section: 'notes', what: accessWords.appeal, value: plain(cipher.open(one.statement_sealed, `appeal|${one.appeal_id}|statement`).reveal()), from: one.at })),
  ];
}
