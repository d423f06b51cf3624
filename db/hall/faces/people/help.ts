/* Help as staff see it: levels worked out when asked, never stored, never shown in the open. */
import type { Database } from 'better-sqlite3';
import { computedGroups, longWaiting, type HelpGroup } from '../../../domain/care/groups.ts';
import type { CityGroup } from '../../../domain/care/city-groups.ts';
import { helpLevel, helpLevelRule, validGrounds, type HelpGround, type HelpLevel } from '../../../domain/care/level.ts';
import type { RecordHelpVisit } from '../../../domain/care/commands.ts';
import type { AgeBand } from '../../../domain/people/commands.ts';
import { localDay } from '../../../domain/queue/business-day.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { groundsAt, noteAt, parseGrounds } from '../../subjects/people/care.ts';
import { sealedAt } from '../../subjects/people/profiles.ts';
import { personsRecords } from '../../subjects/people/person-sql.ts';
import type { PeopleStore } from '../../subjects/people/record.ts';

export interface HelpStanding { readonly level: HelpLevel; readonly rule: string; readonly verified: readonly HelpGround[]; readonly computed: readonly HelpGroup[]; readonly caseId: string | undefined }
export interface HelpVisit { readonly helpVisitId: string; readonly kind: RecordHelpVisit['kind']; readonly on: string; readonly note: string | undefined; readonly by: string; readonly at: number }
export interface HelpCase { readonly caseId: string; readonly workerId: string; readonly openedAt: number; readonly changedAt: number; readonly closedAt: number | undefined; readonly outcome: string | undefined; readonly grounds: readonly HelpGround[]; readonly visits: readonly HelpVisit[] }

interface CaseRow { case_id: string; worker_id: string; grounds_sealed: Buffer; opened_at: number; changed_at: number; closed_at: number | null; outcome: string | null }
interface VisitRow { help_visit_id: string; kind: RecordHelpVisit['kind']; on_day: string; note_sealed: Buffer | null; by_staff: string; at: number }

const dayMs = 24 * 3_600_000;

export function openHelp(sql: Database, cipher: FieldCipher, people: PeopleStore, cityGroups: () => readonly CityGroup[]) {
  const person = sql.prepare<[string], { sex: 'male' | 'female' | null; birth_sealed: Buffer | null; age_band: AgeBand | null }>('SELECT sex, birth_sealed, age_band FROM worker WHERE worker_id = ? AND erased_at IS NULL');
  const waited = sql.prepare<[{ id: string; since: string }], { days: number }>(`SELECT count(DISTINCT day) AS days FROM visit WHERE worker_id IN ${personsRecords('@id')} AND day >= @since
    AND NOT EXISTS (SELECT 1 FROM hire WHERE +hire.day = visit.day AND hire.worker_id IN ${personsRecords('@id')})`);
  const byId = sql.prepare<[string], CaseRow>('SELECT * FROM help_case WHERE case_id = ?');
  const open = sql.prepare<[number], CaseRow>('SELECT * FROM help_case WHERE closed_at IS NULL ORDER BY opened_at LIMIT ?');
  const visits = sql.prepare<[string], VisitRow>('SELECT help_visit_id, kind, on_day, note_sealed, by_staff, at FROM help_visit WHERE case_id = ? ORDER BY on_day, at');
  const groundsOf = (row: CaseRow): HelpGround[] => parseGrounds(cipher.open(row.grounds_sealed, groundsAt(row.case_id)).reveal());
  const helpCase = (row: CaseRow): HelpCase => ({
    caseId: row.case_id, workerId: row.worker_id, openedAt: row.opened_at, changedAt: row.changed_at, closedAt: row.closed_at ?? undefined, outcome: row.outcome ?? undefined, grounds: groundsOf(row),
    visits: visits.all(row.case_id).map((one) => ({
      helpVisitId: one.help_visit_id, kind: one.kind, on: one.on_day, by: one.by_staff, at: one.at,
      note: one.note_sealed === null ? undefined : cipher.open(one.note_sealed, noteAt(one.help_visit_id)).reveal(),
    })),
  });
  return {
    /** Undefined when there is no such person. */
    helpStanding(workerId: string, now: Instant): HelpStanding | undefined {
      const id = people.view.worker(workerId)?.workerId;
      const row = id === undefined ? undefined : person.get(id);
      if (id === undefined || row === undefined || row.sex === null) return undefined;
      const today = localDay(now);
      const caseId = people.view.openHelpCaseOf(id)?.caseId;
      const kept = caseId === undefined ? undefined : byId.get(caseId);
      const grounds = kept === undefined ? [] : groundsOf(kept);
      const computed = computedGroups({
        sex: row.sex, birth: row.birth_sealed === null ? undefined : cipher.open(row.birth_sealed, sealedAt(id, 'birth')).reveal(), ageBand: row.age_band ?? undefined,
        daysWithoutHire: waited.get({ id, since: localDay(now - longWaiting.withinDays * dayMs) })?.days ?? 0,
      }, now);
      return { level: helpLevel(grounds, computed, today, cityGroups()), rule: helpLevelRule, verified: validGrounds(grounds, today), computed, caseId };
    },
    helpCase(caseId: string): HelpCase | undefined {
      const row = byId.get(caseId);
      return row && helpCase(row);
    },
    /** Oldest first. */
    openHelpCases: (limit: number): HelpCase[] => open.all(limit).map(helpCase),
  };
}
