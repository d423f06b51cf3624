/* The audit read backwards for the auditor. What is read is checked against the chain on the way. */
import type { Database } from 'better-sqlite3';
import { auditStart, nextAuditHash } from '../../domain/audit/chain.ts';
import { auditLookLimit, auditPageLimit, type AuditPage, type AuditRequest } from '../../domain/audit/page.ts';
import { auditColumns, contentOf, rowOf, type FoundRow } from './rows.ts';
import { sha256 } from '../../sealing/sha256.ts';

interface Begin { readonly seq: number; readonly at: number; readonly hash: Buffer }

export function openAuditView(sql: Database): (request: AuditRequest) => AuditPage {
  const below = sql.prepare<[number, number], FoundRow>(`SELECT ${auditColumns} FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?`);
  const dayAt = sql.prepare<[number], { day: string }>('SELECT day FROM audit WHERE seq = ?');
  const hashAt = sql.prepare<[number], { hash: Buffer }>('SELECT hash FROM audit WHERE seq = ?');
  const last = sql.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const base = sql.prepare<[], Begin>('SELECT seq, at, hash FROM audit_base');

  /** The first row of `day` or later (`behind`: later): days never go back, so halving finds it. */
  function firstOf(day: string, behind: boolean, first: number, head: number): number {
    let [low, high] = [first, head + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const there = dayAt.get(middle)?.day ?? '';
      if (there < day || (behind && there === day)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function brokenIn(found: readonly FoundRow[], begin: Begin): number | undefined {
    for (const [index, row] of found.entries()) {
      const before = found[index + 1]?.seq === row.seq - 1 ? found[index + 1]?.hash : row.seq === begin.seq + 1 ? begin.hash : hashAt.get(row.seq - 1)?.hash;
      if (before === undefined || nextAuditHash(sha256, before.toString('hex'), contentOf(row)) !== row.hash.toString('hex')) return row.seq;
    }
    return undefined;
  }
  return ({ day, who, acts, after, limit = auditPageLimit }) => {
    const begin = base.get() ?? { seq: 0, at: 0, hash: Buffer.from(auditStart, 'hex') };
    const head = last.get() ?? begin;
    const [from, to] = day === undefined ? [begin.seq + 1, head.seq + 1] : [firstOf(day, false, begin.seq + 1, head.seq), firstOf(day, true, begin.seq + 1, head.seq)];
    const found = below.all(Math.min(after?.seq ?? to, to), auditLookLimit).filter(({ seq }) => seq >= from);
    const wanted = acts === undefined ? undefined : new Set<string>(acts);
    const rows: FoundRow[] = [];
    let looked = 0;
    for (const row of found) {
      if (rows.length === limit) break;
      looked += 1;
      if ((wanted === undefined || wanted.has(row.act)) && (who === undefined || row.who === who || row.device === who)) rows.push(row);
    }
    const [newest, oldest] = [found[0], found[looked - 1]];
    const broken = brokenIn(found.slice(0, looked), begin);
    return {
      rows: rows.map(rowOf), head: { count: head.seq, hash: head.hash.toString('hex') }, ...(begin.seq === 0 ? {} : { base: { seq: begin.seq, at: begin.at } }),
      ...(oldest !== undefined && oldest.seq > from && (looked < found.length || found.length === auditLookLimit) ? { next: { seq: oldest.seq } } : {}),
      checked: { from: oldest?.seq ?? 0, to: newest?.seq ?? 0, ...(broken === undefined ? {} : { broken }) },
    };
  };
}
