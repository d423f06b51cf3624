/* The daily clearing in SQLite: what it counts it also deletes, by the same words. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { RetentionView } from '../../../domain/records/retention-facts.ts';
import type { ClearedKind } from '../../../domain/records/retention.ts';
import { localDay } from '../../../domain/queue/business-day.ts';
import type { Instant } from '../../../domain/scalars.ts';

/** Which rows of each kind lie before `?`, and what happens to them. Help visits go with their case, before it. */
const over: { readonly [K in Exclude<ClearedKind, 'workers'>]: { readonly table: string; readonly where: string; readonly first?: string; readonly instead?: string } } = {
  pastProfiles: { table: 'profile_past', where: 'until_at < ?' },
  endedConsents: { table: 'consent', where: 'ended_at IS NOT NULL AND ended_at < ?' },
  closedHelpCases: { table: 'help_case', where: 'closed_at IS NOT NULL AND closed_at < ?', first: 'DELETE FROM help_visit WHERE case_id IN (SELECT case_id FROM help_case WHERE closed_at IS NOT NULL AND closed_at < ?)' },
  opinionTexts: { table: 'opinion', where: 'text_sealed IS NOT NULL AND at < ?', instead: 'UPDATE opinion SET text_sealed = NULL' },
  trainingWishes: { table: 'training_wish', where: 'at < ?' },
  answers: { table: 'answer', where: 'at < ?' },
  ticketNotes: { table: 'ticket_note', where: 'at < ?' },
  priorityReasons: { table: 'ticket_priority', where: '(SELECT at FROM ticket WHERE ticket.ticket_id = ticket_priority.ticket_id) < ?' },
  deskNotes: { table: 'note', where: 'at < ?' },
  slipPages: { table: 'slip_page', where: 'at < ?' },
  slipMarks: { table: 'slip_mark', where: "at < ? AND mark_id NOT IN (SELECT key FROM city_row WHERE feed >= 'slips:' AND feed < 'slips;')" },
  rightReceipts: { table: 'right_receipt', where: 'at < ?' },
  shifts: { table: 'shift', where: 'ended_at IS NOT NULL AND ended_at < ?' },
};
const kinds = Object.keys(over) as (keyof typeof over)[];

export function openRetention(sql: Database) {
  const seenSince = `EXISTS (SELECT 1 FROM visit JOIN worker AS record USING (worker_id) WHERE (record.worker_id = person.worker_id OR record.merged_into = person.worker_id) AND visit.day >= @day)`;
  const notSeen = sql.prepare<[{ before: Instant; day: string; limit: number }], { worker_id: string }>(`SELECT worker_id FROM worker AS person WHERE erased_at IS NULL AND merged_into IS NULL AND registered_at < @before
    AND NOT ${seenSince}
    AND NOT EXISTS (SELECT 1 FROM help_case JOIN worker AS record USING (worker_id) WHERE closed_at IS NULL AND (record.worker_id = person.worker_id OR record.merged_into = person.worker_id))
    ORDER BY registered_at, worker_id LIMIT @limit`);
  const statements = kinds.map((kind) => {
    const { table, where, first, instead } = over[kind];
    return {
      kind, count: sql.prepare<[Instant], { n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`),
      clear: [...(first === undefined ? [] : [first]), `${instead ?? `DELETE FROM ${table}`} WHERE ${where}`].map((text) => sql.prepare<[Instant]>(text)),
    };
  });
  const last = sql.prepare<[], { day: string; more: 0 | 1 }>('SELECT day, more FROM retention_run ORDER BY run DESC LIMIT 1');
  const insert = sql.prepare('INSERT INTO retention_run (day, at, more, counts) VALUES (?, ?, ?, ?)');
  const view: RetentionView = {
    workersNotSeenSince: (before, limit) => notSeen.all({ before, day: localDay(before), limit }).map((row) => row.worker_id),
    overTime: (cutoffs) => Object.fromEntries(statements.map(({ kind, count }) => [kind, count.get(cutoffs[kind])?.n ?? 0])) as ReturnType<RetentionView['overTime']>,
    lastRetention() {
      const found = last.get();
      return found && { businessDay: found.day, more: found.more === 1 };
    },
  };
  return {
    view,
    ran(fact: FactOf<'retentionRan'>, now: Instant): void {
      for (const { kind, clear } of statements) {
        const cutoff = fact.cutoffs[kind];
        // An older program did not clear this kind.
        if (cutoff !== undefined) for (const statement of clear) statement.run(cutoff);
      }
      insert.run(fact.businessDay, now, fact.more ? 1 : 0, JSON.stringify(fact.counts));
    },
  };
}
