/* A hall's audit looked at without running the hall: does every row follow from the one before it, and is it what was signed earlier. */
import SqliteDatabase from 'better-sqlite3';
import { auditDaysLeast } from '../../domain/audit/row.ts';
import { auditStart, nextAuditHash } from '../../domain/audit/chain.ts';
import type { AuditHead } from '../../domain/audit/head.ts';
import { auditColumns, contentOf, type FoundRow } from './rows.ts';
import { sha256 } from '../../sealing/sha256.ts';

/** `changed`: the row is not the one that was written. `missing`: it is not there. `cutShort`: rows from here on are gone. `rewritten`: from here on, or later but before the next signed head, other rows stand than were signed. `beginningGone`: rows were taken away at the beginning that were not over their time. */
export type AuditFault = 'changed' | 'missing' | 'cutShort' | 'rewritten' | 'beginningGone';
export interface AuditCheck {
  readonly count: number; readonly hash: string; readonly epoch: string;
  /** the last row that was over its time and is gone, 0 while none is */
  readonly base: number;
  /** how often a backup was put back, and how many rows were lost by it as far as heads tell */
  readonly restores: number; readonly lost: number;
  /** signed heads that were held against the rows, and those of before the first row that is kept */
  readonly heads: number; readonly older: number;
  /** the first row that is not right */
  readonly bad?: { readonly row: number; readonly why: AuditFault };
}
interface Base { readonly seq: number; readonly hash: Buffer; readonly epoch: string }
interface Walked { readonly count: number; readonly hash: string; readonly broken?: { readonly row: number; readonly why: AuditFault }; readonly epochs: readonly { readonly epoch: string; readonly from: number }[]; readonly forgotten: { readonly upTo: number; readonly at: number } | undefined; readonly hashes: ReadonlyMap<number, string> }

const dayMs = 86_400_000;

/** Undefined when the file is of before there was an audit. Throws what SQLite throws, `SQLITE_BUSY` while an agent owns the file. `heads`: with signatures that were looked at already. About a second for 200,000 rows. */
export function checkAudit(path: string, heads: readonly AuditHead[]): AuditCheck | undefined {
  const sql = new SqliteDatabase(path, { fileMustExist: true, timeout: 200 });
  try {
    sql.pragma('locking_mode = EXCLUSIVE');
    if (sql.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'audit'`).get() === undefined) return undefined;
    const base = sql.prepare<[], Base>('SELECT seq, hash, epoch FROM audit_base').get() ?? { seq: 0, hash: Buffer.from(auditStart, 'hex'), epoch: '' };
    const walked = walk(sql, base, new Set(heads.map(({ count }) => count)));
    return judge(base, walked, heads);
  } finally {
    sql.close();
  }
}

/** Every row, up to the first that is not right. */
function walk(sql: SqliteDatabase.Database, base: Base, wanted: ReadonlySet<number>): Walked {
  const hashes = new Map([[base.seq, base.hash.toString('hex')]]);
  const epochs: { epoch: string; from: number }[] = [];
  let forgotten: Walked['forgotten'];
  let [count, hash] = [base.seq, base.hash.toString('hex')];
  let broken: Walked['broken'];
  for (const row of sql.prepare<[], FoundRow>(`SELECT ${auditColumns} FROM audit ORDER BY seq`).iterate()) {
    const content = contentOf(row);
    const next = nextAuditHash(sha256, hash, content);
    if (row.seq !== count + 1) broken = { row: count + 1, why: 'missing' };
    else if (row.hash.toString('hex') !== next || (row.seq === 1) !== (row.act === 'began')) broken = { row: row.seq, why: 'changed' };
    if (broken !== undefined) break;
    [count, hash] = [row.seq, next];
    if (wanted.has(count)) hashes.set(count, hash);
    if (row.act === 'began' || row.act === 'restored') epochs.push({ epoch: row.subject ?? '', from: count });
    if (row.act === 'forgotten') forgotten = { upTo: Number(row.subject), at: row.at };
  }
  return { count, hash, epochs, forgotten, hashes, ...(broken === undefined ? {} : { broken }) };
}

function judge(base: Base, walked: Walked, heads: readonly AuditHead[]): AuditCheck {
  const { count, hash, epochs, broken } = walked;
  const told = heads.map((head) => holdAgainst(base, walked, head));
  const faults = [
    ...(broken === undefined ? [] : [broken]),
    ...(beginsRight(base, walked, heads) ? [] : [{ row: 1, why: 'beginningGone' as const }]),
    ...(epochs.length === 0 || epochs.at(-1)?.epoch === base.epoch ? [] : [{ row: epochs.at(-1)?.from ?? 1, why: 'changed' as const }]),
    // Behind a row that is broken nothing is known.
    ...(broken === undefined ? told.flatMap((one) => (typeof one === 'object' && 'why' in one ? [one] : [])) : []),
  ].sort((a, b) => a.row - b.row);
  const restores = epochs.filter(({ from }) => from > 1).length;
  return {
    count, hash, epoch: base.epoch, base: base.seq, restores, lost: Math.max(0, ...told.flatMap((one) => (typeof one === 'object' && 'lost' in one ? [one.lost] : []))),
    heads: told.filter((one) => one !== 'older').length, older: told.filter((one) => one === 'older').length, ...(faults[0] === undefined ? {} : { bad: faults[0] }),
  };
}

/** What goes at the beginning is named by the row that says so, and no head that is younger than six months says that it went too soon. */
function beginsRight(base: Base, { forgotten, broken }: Walked, heads: readonly AuditHead[]): boolean {
  if (broken !== undefined) return true;
  if (base.seq === 0) return forgotten === undefined;
  return forgotten?.upTo === base.seq && !heads.some(({ count, at }) => count <= base.seq && at > forgotten.at - auditDaysLeast * dayMs);
}

type Held = 'fits' | 'older' | { readonly lost: number } | { readonly row: number; readonly why: AuditFault };

function holdAgainst(base: Base, { count, epochs, hashes }: Walked, head: AuditHead): Held {
  const ended = endOf(base, epochs, head);
  if (ended === 'unknown') return head.count <= base.seq ? 'older' : { row: base.seq + 1, why: 'rewritten' };
  if (head.count < base.seq) return 'older';
  if (ended !== undefined && head.count >= ended) return { lost: head.count - ended + 1 };
  if (head.count > count) return { row: count + 1, why: 'cutShort' };
  return hashes.get(head.count) === head.hash ? 'fits' : { row: Math.max(base.seq, ...[...hashes.keys()].filter((one) => one < head.count)) + 1, why: 'rewritten' };
}

/** The row by which the epoch of this head was over: undefined while it goes on, `unknown` when these rows know of no such epoch. What is gone at the beginning may have been of any. */
function endOf({ seq, epoch }: Base, epochs: Walked['epochs'], head: AuditHead): number | undefined | 'unknown' {
  const known = epochs.findIndex((one) => one.epoch === head.epoch);
  if (known >= 0) return epochs[known + 1]?.from;
  if (epochs.length === 0) return head.epoch === epoch ? undefined : 'unknown';
  return seq > 0 ? epochs[0]?.from : 'unknown';
}
