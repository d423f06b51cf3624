/* From a figure to the rows of the journal it is made of, and from any number on a paper to everything the hall recorded about it. */
import type { Database } from 'better-sqlite3';
import type { Slice } from '../../../domain/records/figures/definition.ts';
import { madeOf, type Measure } from '../../../domain/records/figures/measures.ts';
import { evidenceLookLimit, evidencePageLimit, type EvidencePage, type EvidenceRequest, type EvidenceRow } from '../../../domain/records/figures/report.ts';

interface Found { day: string; seq: number; part: number; amount: number; hour: number; whole: 0 | 1; parts: string }
interface JournalFound { clock: number; kind: string; key: string; number: string | null }

export function openEvidence(sql: Database) {
  const look = sql.prepare<[string, string, number, number, string, number], Found>('SELECT day, seq, part, amount, hour, whole, parts FROM counted WHERE measure = ? AND (day, seq, part) > (?, ?, ?) AND day <= ? ORDER BY day, seq, part LIMIT ?');
  const journal = sql.prepare<[number], JournalFound>("SELECT clock, kind, key, body ->> 'number' AS number FROM journal WHERE seq = ?");
  const base = sql.prepare<[], { seq: number }>('SELECT seq FROM journal_base');
  const numberOf = openNumbers(sql);

  return ({ figure, from, to, slice, key, after, limit = evidencePageLimit }: EvidenceRequest): EvidencePage => {
    const rows: EvidenceRow[] = [];
    const gone = base.get()?.seq ?? 0;
    const measures = [...new Set(madeOf(figure))];
    const firstMeasure = after === undefined ? 0 : measures.indexOf(after.measure);
    if (firstMeasure < 0) return { rows: [] };
    let left = evidenceLookLimit;
    for (const [index, measure] of measures.slice(firstMeasure).entries()) {
      const above = index === 0 && after !== undefined && after.day >= from ? after : { day: from, seq: 0, part: 0 };
      const found = look.all(measure, above.day, above.seq, above.part, to, left);
      for (const row of found) {
        if (rows.length === limit) return { rows, next: { measure, day: row.day, seq: row.seq, part: row.part - 1 } };
        // What the hall keeps no longer is in the sums, and the city has the rows.
        if (row.seq > gone && belongs(row, slice, key)) rows.push(evidenceRow(measure, row));
      }
      const last = found.at(-1);
      if (found.length === left && last !== undefined) return { rows, next: { measure, day: last.day, seq: last.seq, part: last.part } };
      left -= found.length;
    }
    return { rows };
  };

  function evidenceRow(measure: Measure, { day, seq, amount }: Found): EvidenceRow {
    const row = journal.get(seq);
    if (row === undefined) throw new Error(`row ${seq} was counted and is not in the journal`);
    const number = row.number ?? numberOf(row.kind, row.key);
    return { measure, day, seq, at: row.clock, amount, fact: row.kind, subjectId: row.key, ...(number === undefined ? {} : { number }) };
  }
}

function belongs(row: Found, slice: Slice, key: string): boolean {
  switch (slice) {
    case 'all': return row.whole === 1;
    case 'hour': return row.whole === 1 && String(row.hour).padStart(2, '0') === key;
    case 'service': case 'trade': case 'reason': return (JSON.parse(row.parts) as [string, string][]).some(([one, its]) => one === slice && its === key);
  }
}

/** The number on the paper that a fact is about. */
function openNumbers(sql: Database): (kind: string, key: string) => string | undefined {
  const by = {
    visit: sql.prepare<[string], { number: string }>('SELECT number FROM ticket WHERE visit_id = ? ORDER BY place_in_day LIMIT 1'),
    ticket: sql.prepare<[string], { number: string }>('SELECT number FROM ticket WHERE ticket_id = ?'),
    call: sql.prepare<[string], { number: string }>('SELECT number FROM call JOIN ticket USING (ticket_id) WHERE call_id = ?'),
    job: sql.prepare<[string], { number: string }>('SELECT number FROM job WHERE job_id = ?'),
    hire: sql.prepare<[string], { number: string }>('SELECT number FROM hire WHERE hire_id = ?'),
  };
  const tableOf: Readonly<Record<string, keyof typeof by>> = {
    visitOpened: 'visit', ticketIssued: 'ticket', ticketCalled: 'call', noShowMarked: 'call', callEnded: 'call',
    workNumberLinked: 'ticket', jobPosted: 'job', jobReviewed: 'job', jobChanged: 'job', jobTakenDown: 'job', jobFilled: 'job', hireConfirmed: 'hire',
  };
  return (kind, key) => {
    const table = tableOf[kind];
    return table === undefined ? undefined : by[table].get(key)?.number;
  };
}
