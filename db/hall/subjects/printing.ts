/* Print jobs in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { PaperKind, PrintState } from '../../domain/printing/print-job.ts';
import type { PrintingView, PrintJobRow } from '../../domain/printing/view.ts';
import type { Instant } from '../../domain/scalars.ts';

export type PrintingStore = ReturnType<typeof openPrinting>;

interface Found { print_job_id: string; printer: string; kind: PaperKind; subject_id: string; copy: number; state: PrintState }
const row = (found: Found): PrintJobRow => ({
  printJobId: found.print_job_id, printer: found.printer, subject: { kind: found.kind, id: found.subject_id }, copy: found.copy, state: found.state,
});

export interface WaitingRange { readonly since: Instant; readonly before: Instant; readonly limit: number }

export function openPrinting(sql: Database) {
  const insert = sql.prepare('INSERT INTO print_job (print_job_id, printer, kind, subject_id, copy, state, at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const setState = sql.prepare('UPDATE print_job SET state = ? WHERE print_job_id = ?');
  const setPrinter = sql.prepare('UPDATE print_job SET printer = ? WHERE print_job_id = ?');
  const waiting = sql.prepare<[number, number, number], Found>(`SELECT print_job_id, printer, kind, subject_id, copy, state FROM print_job
    WHERE state IN ('queued', 'sending') AND at >= ? AND at < ? ORDER BY at, print_job_id LIMIT ?`);
  const byId = sql.prepare<[string], Found>('SELECT print_job_id, printer, kind, subject_id, copy, state FROM print_job WHERE print_job_id = ?');
  const newest = sql.prepare<[string, string], Found>('SELECT print_job_id, printer, kind, subject_id, copy, state FROM print_job WHERE kind = ? AND subject_id = ? ORDER BY copy DESC LIMIT 1');
  const unfinished = sql.prepare<[string, number, number], Found>(`SELECT print_job_id, printer, kind, subject_id, copy, state FROM print_job
    WHERE printer = ? AND state IN ('queued', 'sending') AND at >= ? ORDER BY at, print_job_id LIMIT ?`);
  const find = (kind: string, id: string): PrintJobRow | undefined => { const found = newest.get(kind, id); return found && row(found); };
  const view: PrintingView = {
    printJob: (printJobId) => { const found = byId.get(printJobId); return found && row(found); },
    printJobOf: (subject) => find(subject.kind, subject.id),
    lastCopy: (subject) => find(subject.kind, subject.id)?.copy ?? 0,
  };
  return {
    view,
    /** Papers of a printer that were neither printed nor given up, made at or after `since`; at most `limit`. */
    unfinished: (printer: string, since: Instant, limit: number): PrintJobRow[] => unfinished.all(printer, since, limit).map(row),
    /** Papers of any printer that are not finished, made at or after `since` and before `before`; at most `limit`, oldest first. */
    waiting: ({ since, before, limit }: WaitingRange): PrintJobRow[] => waiting.all(since, before, limit).map(row),
    queued: (fact: FactOf<'printQueued'>, now: Instant) => insert.run(fact.printJobId, fact.printer, fact.subject.kind, fact.subject.id, fact.copy, fact.sending ? 'sending' : 'queued', now),
    started: (fact: FactOf<'printStarted'>) => setState.run('sending', fact.printJobId),
    returned: (fact: FactOf<'printReturned'>) => setState.run('queued', fact.printJobId),
    diverted: (fact: FactOf<'printDiverted'>) => setPrinter.run(fact.to, fact.printJobId),
    finished: (fact: FactOf<'printFinished'>) => setState.run(fact.outcome, fact.printJobId),
  };
}
