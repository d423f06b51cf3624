/* A draw as it is published: the list and its hash before, the values, the seed and the lots after. */
import type { Database } from 'better-sqlite3';
import type { DrawSheet } from '../../../domain/hiring/asked.ts';

interface Found {
  draw_id: string; job_id: string; job_number: string; numbers: string; list_hash: string; after_order: number; opened_at: number; draw_values: string | null; seed: string | null; drawn_at: number | null;
}

export function openDrawSheet(sql: Database) {
  const newest = sql.prepare<[string], Found>(`SELECT draw_id, draw.job_id, job.number AS job_number, numbers, list_hash, after_order, opened_at, draw_values, seed, drawn_at
    FROM draw JOIN job ON job.job_id = draw.job_id WHERE draw.job_id = ? ORDER BY opened_at DESC, draw_id DESC LIMIT 1`);
  const lots = sql.prepare<[string], { number: string }>('SELECT ticket.number FROM lot JOIN ticket ON ticket.ticket_id = lot.ticket_id WHERE draw_id = ? ORDER BY lot');
  /** The newest draw of a job, with the lots by which the hall calls; whoever has list and seed can compute the same. */
  return (jobId: string): DrawSheet | undefined => {
    const found = newest.get(jobId);
    if (found === undefined) return undefined;
    const numbers = found.numbers.split(',');
    const { draw_values: values, seed, drawn_at: at } = found;
    return {
      drawId: found.draw_id, jobId: found.job_id, jobNumber: found.job_number, openedAt: found.opened_at, numbers, listHash: found.list_hash, afterOrder: found.after_order,
      ...(values === null || seed === null || at === null ? {} : { drawn: { at, values: values.split(','), seed, lots: lots.all(found.draw_id).map((row) => row.number) } }),
    };
  };
}
