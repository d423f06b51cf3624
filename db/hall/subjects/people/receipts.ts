/* Receipts of consent, withdrawal, correction and access copies in SQLite: which right, of what, when; by the record's id. */
import type { Database } from 'better-sqlite3';
import type { Fact } from '../../../domain/fact.ts';
import type { DataView } from '../../../domain/people/data/view.ts';
import type { Right } from '../../../domain/people/data/receipt-number.ts';
import type { Instant } from '../../../domain/scalars.ts';

/** `whats`: purposes of a consent or fields that were put right; of an access copy nothing. */
export interface GivenReceipt { readonly at: Instant; readonly right: Right; readonly whats: readonly string[]; readonly textVersion: string | undefined }
interface Row { right_name: Right; what: string; text_version: string | null; at: number }

export function openReceipts(sql: Database) {
  const today = sql.prepare<[], { n: number }>('SELECT count(DISTINCT receipt) AS n FROM right_receipt WHERE day = (SELECT max(day) FROM business_day)');
  const rows = sql.prepare<[string], Row>('SELECT right_name, what, text_version, at FROM right_receipt WHERE receipt = ? ORDER BY what');
  const insert = sql.prepare('INSERT INTO right_receipt (receipt, what, right_name, text_version, worker_id, day, at) VALUES (?, ?, ?, ?, ?, (SELECT max(day) FROM business_day), ?) ON CONFLICT DO NOTHING');
  const given = (receipt: string): GivenReceipt | undefined => {
    const found = rows.all(receipt);
    const [first] = found;
    return first && { at: first.at, right: first.right_name, whats: found.map(({ what }) => what).filter((what) => what !== ''), textVersion: first.text_version ?? undefined };
  };
  const view: Pick<DataView, 'rightReceiptsToday' | 'rightReceiptGiven'> = { rightReceiptsToday: () => today.get()?.n ?? 0, rightReceiptGiven: (receipt) => rows.get(receipt) !== undefined };
  return {
    view, given,
    /** Whatever carries the number of a receipt. */
    heard(fact: Fact, now: Instant): void {
      if (!('receipt' in fact) || fact.receipt === undefined) return;
      if (fact.type === 'consentGiven') insert.run(fact.receipt, fact.purpose, 'consent', fact.textVersion, fact.workerId, now);
      if (fact.type === 'consentWithdrawn') insert.run(fact.receipt, fact.purpose, 'withdrawal', null, fact.workerId, now);
      if (fact.type === 'profileChanged') for (const field of fact.fields) insert.run(fact.receipt, field, 'correction', null, fact.workerId, now);
      if (fact.type === 'personalShown') insert.run(fact.receipt, '', 'accessCopy', null, fact.workerId, now);
    },
  };
}
