/* The journal read backwards for whoever answers for the hall. What is read is checked against the chain on the way. */
import type { Database } from 'better-sqlite3';
import { dayMs, dayStart } from '../../../domain/queue/business-day.ts';
import { idSchema, type Instant } from '../../../domain/scalars.ts';
import { chainStart, nextHash } from '../../../domain/records/chain.ts';
import { journalLookLimit, journalPageLimit, type JournalPage, type JournalRequest, type JournalRow } from '../../../domain/records/journal-page.ts';
import { sha256 } from '../../../sealing/sha256.ts';

interface Found { seq: number; boot: string; counter: number; table_name: string; key: string; kind: string; clock: Instant; body: string; hash: string }
const columns = 'seq, boot, counter, table_name, key, kind, clock, body, hash';

export function openJournalView(sql: Database) {
  const below = sql.prepare<[number, number], Found>(`SELECT ${columns} FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?`);
  const about = sql.prepare<[string, number, number], Found>(`SELECT journal.${columns.replaceAll(', ', ', journal.')} FROM journal_key JOIN journal USING (seq) WHERE journal_key.key = ? AND journal_key.seq < ? ORDER BY journal_key.seq DESC LIMIT ?`);
  const at = sql.prepare<[number], { clock: Instant; hash: string }>('SELECT clock, hash FROM journal WHERE seq = ?');
  const last = sql.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1');
  const base = sql.prepare<[], { seq: number; hash: string; clock: Instant }>('SELECT seq, hash, clock FROM journal_base');

  /** The first row that is not before a moment: the journal's clock never goes back, so halving finds it. */
  function firstFrom(moment: Instant, first: number, head: number): number {
    let [low, high] = [first, head + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((at.get(middle)?.clock ?? 0) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first row whose hash does not follow from the row before it. */
  function brokenIn(found: readonly Found[], begin: { readonly seq: number; readonly hash: string }): number | undefined {
    for (const [index, row] of found.entries()) {
      const before = found[index + 1]?.seq === row.seq - 1 ? found[index + 1]?.hash : row.seq === begin.seq + 1 ? begin.hash : at.get(row.seq - 1)?.hash;
      if (before === undefined || nextHash(sha256, before, `${row.boot}-${String(row.counter)}`, { table: row.table_name, key: row.key, kind: row.kind, body: row.body }) !== row.hash) return row.seq;
    }
    return undefined;
  }

  return ({ day, kinds, by, about: subject, after, limit = journalPageLimit }: JournalRequest): JournalPage => {
    const begin = base.get() ?? { seq: 0, hash: chainStart, clock: 0 };
    const head = last.get() ?? { seq: begin.seq, hash: begin.hash };
    const dayEnds = day === undefined ? head.seq + 1 : firstFrom(dayStart(day) + dayMs, begin.seq + 1, head.seq);
    const dayBegins = day === undefined ? begin.seq + 1 : firstFrom(dayStart(day), begin.seq + 1, head.seq);
    const before = Math.min(after?.seq ?? head.seq + 1, dayEnds);
    const found = (subject === undefined ? below.all(before, journalLookLimit) : about.all(subject, before, journalPageLimit)).filter((row) => row.seq >= dayBegins);
    const wanted = kinds === undefined ? undefined : new Set(kinds);
    const rows: JournalRow[] = [];
    let looked = 0;
    for (const row of found) {
      if (rows.length === limit) break;
      looked += 1;
      const shown = journalRow(row);
      if ((wanted === undefined || wanted.has(row.kind)) && (by === undefined || shown.by === by)) rows.push(shown);
    }
    const [newest, oldest] = [found[0], found[looked - 1]];
    const full = looked < found.length || found.length === (subject === undefined ? journalLookLimit : journalPageLimit);
    const broken = brokenIn(found.slice(0, looked), begin);
    return {
      rows, head, ...(begin.seq === 0 ? {} : { base: { seq: begin.seq, at: begin.clock } }), ...(full && oldest !== undefined && oldest.seq > dayBegins ? { next: { seq: oldest.seq } } : {}),
      checked: { from: oldest?.seq ?? 0, to: newest?.seq ?? 0, ...(broken === undefined ? {} : { broken }) },
    };
  };
}

/** Whoever did it stands in the fact as `by`, or as the one whose shift it is. */
function journalRow({ seq, clock, kind, key, body, hash }: Found): JournalRow {
  const { by, staffId } = JSON.parse(body) as { readonly by?: unknown; readonly staffId?: unknown };
  const who = idSchema.safeParse(by ?? staffId);
  return { seq, at: clock, fact: kind, about: key, ...(who.success ? { by: who.data } : {}), hash };
}
