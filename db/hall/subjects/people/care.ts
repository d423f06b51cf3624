/* Help cases and their visits in SQLite. Grounds and notes are sealed; no column tells a group or a level. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { FactOf } from '../../../domain/fact.ts';
import { helpGroundSchema, type HelpGround } from '../../../domain/care/level.ts';
import type { CareView, HelpCaseRecord, HelpCaseRow, HelpVisitRecord } from '../../../domain/care/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { recordsBeside } from './person-sql.ts';

const groundsSchema = z.array(helpGroundSchema);
export const groundsAt = (caseId: string): string => `help_case|${caseId}|grounds`;
export const noteAt = (helpVisitId: string): string => `help_visit|${helpVisitId}|note`;
/** What a sealed list of grounds said, as it was written. */
export const parseGrounds = (text: string): HelpGround[] => groundsSchema.parse(JSON.parse(text));

export function openCare(sql: Database, cipher: FieldCipher) {
  const byId = sql.prepare<[string], { case_id: string; closed_at: number | null }>('SELECT case_id, closed_at FROM help_case WHERE case_id = ?');
  const openOf = sql.prepare<[{ id: string }], { case_id: string; closed_at: number | null }>(`SELECT case_id, closed_at FROM help_case WHERE closed_at IS NULL AND worker_id IN ${recordsBeside('@id')} ORDER BY opened_at LIMIT 1`);
  const insert = sql.prepare('INSERT INTO help_case (case_id, worker_id, grounds_sealed, opened_at, changed_at) VALUES (?, ?, ?, ?, ?)');
  const update = sql.prepare('UPDATE help_case SET grounds_sealed = ?, changed_at = ? WHERE case_id = ?');
  const close = sql.prepare('UPDATE help_case SET closed_at = ?, outcome = ? WHERE case_id = ?');
  const insertVisit = sql.prepare('INSERT INTO help_visit (help_visit_id, case_id, kind, on_day, note_sealed, by_staff, at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const row = (found: { case_id: string; closed_at: number | null } | undefined): HelpCaseRow | undefined => found && { caseId: found.case_id, open: found.closed_at === null };
  const seal = (caseId: string, grounds: readonly HelpGround[]): Buffer => cipher.seal(JSON.stringify(grounds), groundsAt(caseId));
  const view: CareView = { helpCase: (caseId) => row(byId.get(caseId)), openHelpCaseOf: (workerId) => row(openOf.get({ id: workerId })) };
  return {
    view,
    opened(fact: FactOf<'helpCaseOpened'>, record: HelpCaseRecord, now: Instant): void {
      if (record.workerId === undefined) throw new Error('a new help case is of somebody');
      insert.run(fact.caseId, record.workerId, seal(fact.caseId, record.grounds), now, now);
    },
    updated: (fact: FactOf<'helpCaseUpdated'>, record: HelpCaseRecord, now: Instant) => update.run(seal(fact.caseId, record.grounds), now, fact.caseId),
    visited: (fact: FactOf<'helpVisitRecorded'>, { kind, on, note }: HelpVisitRecord, now: Instant) =>
      insertVisit.run(fact.helpVisitId, fact.caseId, kind, on, note === undefined ? null : cipher.seal(note, noteAt(fact.helpVisitId)), fact.by, now),
    closed: (fact: FactOf<'helpCaseClosed'>, now: Instant) => close.run(now, fact.outcome, fact.caseId),
  };
}
