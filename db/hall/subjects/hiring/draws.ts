/* Draws and their lots in SQLite. */
import type { Database } from 'better-sqlite3';
import type { DrawsView } from '../../../domain/draws/view.ts';
import type { FactOf } from '../../../domain/fact.ts';
import { workService } from '../../../domain/queue/facts.ts';
import type { QueueView } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { serialOf } from '../../../domain/queue/number.ts';
import { notParted } from '../queue/rows.ts';

const today = '(SELECT max(day) FROM business_day)';
interface Found { draw_id: string; job_id: string; numbers: string; list_hash: string; after_order: number; opened_at: number; drawn_at: number | null }

export function openDraws(sql: Database, queue: QueueView) {
  const newest = sql.prepare<[string], Found>('SELECT draw_id, job_id, numbers, list_hash, after_order, opened_at, drawn_at FROM draw WHERE job_id = ? ORDER BY opened_at DESC, draw_id DESC LIMIT 1');
  const lots = sql.prepare<[string, string, number], { ticket_id: string }>(`SELECT lot.ticket_id FROM lot JOIN ticket USING (ticket_id) WHERE lot.draw_id = ? AND ticket.state = 'waiting'
    AND ${notParted('lot.ticket_id')} ORDER BY lot.lot LIMIT ?`);
  const issued = sql.prepare<[number, Instant, number], { ticket_id: string }>(`SELECT ticket_id FROM ticket WHERE day = ${today} AND place_in_day > ? AND at < ? ORDER BY place_in_day LIMIT ?`);
  const insert = sql.prepare('INSERT INTO draw (draw_id, job_id, numbers, list_hash, after_order, opened_at) VALUES (?, ?, ?, ?, ?, ?)');
  const finish = sql.prepare('UPDATE draw SET draw_values = ?, seed = ?, drawn_at = ? WHERE draw_id = ?');
  const insertLot = sql.prepare(`INSERT INTO lot (draw_id, lot, ticket_id) SELECT ?, ?, ticket_id FROM ticket WHERE day = ${today} AND service = '${workService}' AND serial = ? AND number = ?`);
  const view: DrawsView = {
    draw(jobId) {
      const found = newest.get(jobId);
      return found && {
        drawId: found.draw_id, jobId: found.job_id, numbers: found.numbers.split(','), listHash: found.list_hash, afterOrder: found.after_order,
        openedAt: found.opened_at, drawnAt: found.drawn_at ?? undefined,
      };
    },
    waitingLots(jobId, limit) {
      const draw = newest.get(jobId);
      return draw === undefined ? [] : lots.all(draw.draw_id, jobId, limit).map((row) => queue.ticket(row.ticket_id)).filter((row) => row !== undefined);
    },
    issuedAfter: (order, until, limit) => issued.all(order, until, limit).map((row) => row.ticket_id),
  };
  return {
    view,
    opened: (fact: FactOf<'drawOpened'>, now: Instant) => insert.run(fact.drawId, fact.jobId, fact.numbers.join(','), fact.listHash, fact.afterOrder, now),
    drawn(fact: FactOf<'lotsDrawn'>, now: Instant): void {
      finish.run(fact.values.join(','), fact.seed, now, fact.drawId);
      for (const [index, number] of fact.numbers.entries()) insertLot.run(fact.drawId, index + 1, serialOf(number), number);
    },
  };
}
