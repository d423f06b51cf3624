/* Acts that can be taken back: every row an act touches is remembered as it was, and undoing puts it back to the letter. */
import type { Database, Statement } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { StepRow, TicketState } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { holdOf, today } from './rows.ts';

export type Kind = 'ticket' | 'call' | 'window' | 'priority' | 'note';
export type Steps = ReturnType<typeof openSteps>;

/** What an act may change of each kind; everything else of a row is as it was issued. */
const tables: readonly { readonly kind: Kind; readonly table: string; readonly key: string; readonly columns: readonly string[] }[] = [
  { kind: 'ticket', table: 'ticket', key: 'ticket_id = ?', columns: ['state', 'queue', 'later_queues', 'rank', 'back', 'own_rank', 'hold', 'priority', 'no_shows', 'transfers', 'returns', 'missed_at', 'closed_from', 'step'] },
  { kind: 'call', table: 'call', key: 'call_id = ?', columns: ['state', 'times', 'last_at', 'begun_at', 'result', 'step'] },
  { kind: 'window', table: 'window_day', key: `day = ${today} AND window_id = ?`, columns: ['profile', 'turn_priority', 'turn_normal', 'passed', 'help', 'help_at', 'step'] },
];

/** Without `read` a kind only comes and goes; without `remove` it never goes: a number that was issued stays issued. */
interface Image { readonly read?: Statement<[string], { image: string }>; readonly restore?: Statement<[{ id: string; image: string }]>; readonly remove?: Statement<[string]> }

export function openSteps(sql: Database) {
  const images = imagesOf(sql);
  const insertStep = sql.prepare('INSERT INTO queue_step (step, act, by_staff, window_id, at) VALUES (?, ?, ?, ?, ?)');
  const insertRow = sql.prepare('INSERT OR IGNORE INTO queue_step_row (step, kind, id, before) VALUES (?, ?, ?, ?)');
  const rowsOf = sql.prepare<[string], { kind: Kind; id: string; before: string | null }>(`SELECT kind, id, before FROM queue_step_row WHERE step = ? ORDER BY kind, id`);
  const dropText = sql.prepare('DELETE FROM note WHERE note_id = ?');
  const dropRows = sql.prepare('DELETE FROM queue_step_row WHERE step = ?');
  const dropStep = sql.prepare('DELETE FROM queue_step WHERE step = ?');
  return {
    view: { step: stepView(sql) },
    taken: (fact: FactOf<'stepTaken'>, now: Instant) => insertStep.run(fact.step, fact.act, fact.by, fact.windowId ?? null, now),
    /** Before a row is changed: how it was. Nothing without a step; the first image in a step counts. */
    remember(step: string | undefined, kind: Kind, id: string): void {
      if (step !== undefined) insertRow.run(step, kind, id, images[kind].read?.get(id)?.image ?? null);
    },
    undone({ of }: FactOf<'queueUndone'>): void {
      for (const { kind, id, before } of rowsOf.all(of)) {
        if (kind === 'note') dropText.run(id);
        if (before === null) removeOf(images, kind).run(id);
        else images[kind].restore?.run({ id, image: before });
      }
      dropRows.run(of);
      dropStep.run(of);
    },
    /** A new day begins: what was done on the last one stays, and why somebody was in the priority class is nobody's business any more. */
    forget(): void {
      sql.exec('DELETE FROM queue_step_row; DELETE FROM queue_step; DELETE FROM ticket_priority');
    },
  };
}

function imagesOf(sql: Database): Record<Kind, Image> {
  const built = Object.fromEntries(tables.map(({ kind, table, key, columns }) => [kind, {
    read: sql.prepare<[string], { image: string }>(`SELECT json_object(${columns.map((column) => `'${column}', ${column}`).join(', ')}) AS image FROM ${table} WHERE ${key}`),
    restore: sql.prepare<[{ id: string; image: string }]>(`UPDATE ${table} SET ${columns.map((column) => `${column} = json_extract(@image, '$.${column}')`).join(', ')} WHERE ${key.replace('?', '@id')}`),
    ...(kind === 'ticket' ? {} : { remove: sql.prepare<[string]>(`DELETE FROM ${table} WHERE ${key}`) }),
  }])) as Record<'ticket' | 'call' | 'window', Image>;
  return {
    ...built,
    priority: {
      read: sql.prepare("SELECT json_object('reasons', hex(reasons_sealed)) AS image FROM ticket_priority WHERE ticket_id = ?"),
      restore: sql.prepare("INSERT INTO ticket_priority (ticket_id, reasons_sealed) VALUES (@id, unhex(json_extract(@image, '$.reasons'))) ON CONFLICT DO UPDATE SET reasons_sealed = excluded.reasons_sealed"),
      remove: sql.prepare('DELETE FROM ticket_priority WHERE ticket_id = ?'),
    },
    note: { remove: sql.prepare('DELETE FROM ticket_note WHERE note_id = ?') },
  };
}

function removeOf(images: Readonly<Record<Kind, Image>>, kind: Kind): Statement<[string]> {
  const { remove } = images[kind];
  if (remove === undefined) throw new Error(`a ${kind} is never taken back out of its table`);
  return remove;
}

function stepView(sql: Database): (of: string) => StepRow | undefined {
  const find = sql.prepare<[string], { act: string; by_staff: string; window_id: string | null; at: number }>('SELECT act, by_staff, window_id, at FROM queue_step WHERE step = ?');
  // A row that has been touched since carries another act, or none, or is gone.
  const changed = sql.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM queue_step_row AS remembered WHERE step = ? AND kind IN ('ticket', 'call', 'window') AND coalesce(CASE kind
      WHEN 'ticket' THEN (SELECT step FROM ticket WHERE ticket_id = id) WHEN 'call' THEN (SELECT step FROM call WHERE call_id = id)
      ELSE (SELECT step FROM window_day WHERE day = ${today} AND window_id = id) END, '') <> remembered.step`);
  const tickets = sql.prepare<[string], { ticket_id: string; state: TicketState; hold: string }>("SELECT id AS ticket_id, json_extract(before, '$.state') AS state, json_extract(before, '$.hold') AS hold FROM queue_step_row WHERE step = ? AND kind = 'ticket' AND before IS NOT NULL");
  const callsGone = sql.prepare<[string], { id: string }>("SELECT id FROM queue_step_row WHERE step = ? AND kind = 'call' AND before IS NULL");
  return (of) => {
    const row = find.get(of);
    return row && {
      step: of, act: row.act, by: row.by_staff, windowId: row.window_id ?? undefined, at: row.at, last: changed.get(of)?.n === 0,
      tickets: tickets.all(of).map((one) => ({ ticketId: one.ticket_id, state: one.state, hold: holdOf(one.hold) })),
      callsGone: callsGone.all(of).map((one) => one.id),
    };
  };
}
