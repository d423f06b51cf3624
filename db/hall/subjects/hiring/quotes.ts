/* Sealed quotes in SQLite: the price lies in a box that only the opening opens. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import { agreedPaySchema } from '../../../domain/jobs/pay.ts';
import type { QuoteRecord, QuotesView } from '../../../domain/quotes/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

export function openQuotes(sql: Database, cipher: FieldCipher) {
  const insert = sql.prepare("INSERT INTO quote (quote_id, job_id, worker_id, state, pay_sealed, at) VALUES (?, ?, ?, 'sealed', ?, ?)");
  const replace = sql.prepare("UPDATE quote SET state = 'replaced' WHERE quote_id = ?");
  const open = sql.prepare("UPDATE quote SET state = 'opened', amount_fen = ?, unit = ?, opened_at = ? WHERE quote_id = ?");
  const sealed = sql.prepare<[string], { quote_id: string; worker_id: string; pay_sealed: Buffer }>("SELECT quote_id, worker_id, pay_sealed FROM quote WHERE job_id = ? AND state = 'sealed' ORDER BY at, quote_id");
  const ofWorker = sql.prepare<[string, string], { quote_id: string }>("SELECT quote_id FROM quote WHERE job_id = ? AND worker_id = ? AND state = 'sealed'");
  const count = sql.prepare<[string], { n: number }>("SELECT count(*) AS n FROM quote WHERE job_id = ? AND state = 'sealed'");
  const opened = sql.prepare<[string], { found: 1 }>("SELECT 1 AS found FROM quote WHERE job_id = ? AND state = 'opened' LIMIT 1");
  const where = (quoteId: string): string => `quote|${quoteId}|pay`;
  const view: QuotesView = {
    sealedQuotes: (jobId) => sealed.all(jobId).map((row) => ({
      quoteId: row.quote_id, workerId: row.worker_id, pay: agreedPaySchema.parse(JSON.parse(cipher.open(row.pay_sealed, where(row.quote_id)).reveal())),
    })),
    sealedQuoteOf: (jobId, workerId) => ofWorker.get(jobId, workerId)?.quote_id,
    sealedCount: (jobId) => count.get(jobId)?.n ?? 0,
    quotesWereOpened: (jobId) => opened.get(jobId) !== undefined,
  };
  return {
    view,
    sealed(fact: FactOf<'quoteSealed'>, record: QuoteRecord, now: Instant): void {
      if (fact.replaces !== undefined) replace.run(fact.replaces);
      insert.run(fact.quoteId, fact.jobId, fact.workerId, cipher.seal(JSON.stringify(record.pay), where(fact.quoteId)), now);
    },
    opened(fact: FactOf<'quotesOpened'>, now: Instant): void {
      for (const { quoteId, pay } of fact.quotes) open.run(pay.amountFen, pay.unit, now, quoteId);
    },
  };
}
