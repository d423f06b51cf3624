/* The audit of the hall: written in the same transaction as what it tells of, chained by hash, shortened at its old end when rows are over their time. */
import type { Database } from 'better-sqlite3';
import { auditStart, nextAuditHash } from '../../domain/audit/chain.ts';
import { owe, settle, type AllOwed } from '../../domain/audit/owed.ts';
import type { AuditPage, AuditRequest } from '../../domain/audit/page.ts';
import type { AuditEntry } from '../../domain/audit/row.ts';
import { businessDayAt } from '../../domain/queue/business-day.ts';
import type { Instant } from '../../domain/scalars.ts';
import { openAuditView } from './read.ts';
import { sha256 } from '../../sealing/sha256.ts';

/** `count`: rows that were ever written. `epoch`: another one begins when a backup is put back. `at`: of the newest row. */
export interface AuditHead { readonly count: number; readonly hash: string; readonly epoch: string; readonly at: Instant }

export interface Audit {
  head(): AuditHead;
  /** This process has begun; inside a group. What is written first says it otherwise. */
  start(now: Instant): void;
  /** One row; inside a group. Its time never goes back, whatever the machine's clock does. */
  append(entry: AuditEntry, now: Instant): void;
  /** Something was refused. True when a row about it should be written soon: then `settle` in a group does it. */
  owe(entry: AuditEntry, now: Instant): boolean;
  /** The same inside a group that commits in a moment: the row goes with it when it is due. */
  refused(entry: AuditEntry, now: Instant): void;
  /** Writes the refusals that are due, with `whole` all of them; inside a group. Gives how many rows that made. */
  settle(now: Instant, whole?: boolean): number;
  /** Whether `settle` would have anything to write, sooner or later. */
  owes(): boolean;
  read(request: AuditRequest): AuditPage;
  /** When the oldest row was written; undefined while there is none. */
  oldest(): Instant | undefined;
  /** Takes away the oldest rows of before `before`, at most `rows` of them, and says so in a row; inside a group. Gives how many went. */
  forget(before: Instant, rows: number, now: Instant): number;
}
/** What the one who owns the file needs besides: a commit that failed leaves nothing in memory that is not in the file. */
export interface AuditMemory extends Audit { /** A backup was put back: another epoch begins, and says so. */ restored(epoch: string, now: Instant): void; owed(): AllOwed; undone(owed?: AllOwed): void }

const agent = { who: 'agent', role: 'agent', outcome: 'ok' } as const;

/** The chain itself: `write` puts one row behind the newest, and before the first one of a process what it begins with. */
function openChain(sql: Database, boot: string, within: <T>(run: () => T) => T, tool: boolean) {
  const insert = sql.prepare('INSERT INTO audit (seq, at, day, who, role, device, act, command_id, name, subject, outcome, times, journal, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const last = sql.prepare<[], { seq: number; at: number; hash: Buffer }>('SELECT seq, at, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const base = sql.prepare<[], { seq: number; at: number; hash: Buffer; epoch: string }>('SELECT seq, at, hash, epoch FROM audit_base');
  const beginEpoch = sql.prepare('UPDATE audit_base SET epoch = ? WHERE id = 1');
  const end = (): AuditHead => {
    const start = base.get() ?? { seq: 0, at: 0, hash: Buffer.from(auditStart, 'hex'), epoch: '' };
    const row = last.get() ?? start;
    return { count: row.seq, hash: row.hash.toString('hex'), epoch: start.epoch, at: row.at };
  };
  let head = end();
  /** number of this process's own first row; 0 before there is one */
  let startedAt = 0;
  function put(entry: AuditEntry, times: number, now: Instant): void {
    const at = Math.max(head.at, now);
    const row = { ...entry, seq: head.count + 1, at, day: businessDayAt(at), times };
    const hash = nextAuditHash(sha256, head.hash, row);
    insert.run(row.seq, at, row.day, row.who, row.role, row.device ?? null, row.act, row.commandId ?? null, row.name ?? null, row.subject ?? null, row.outcome, times, row.journal ?? null, Buffer.from(hash, 'hex'));
    head = { ...head, count: row.seq, hash, at };
  }
  /** The file's first row, and the first of each process: who reads the audit sees where nothing could be done. */
  function begin(now: Instant): void {
    if (head.epoch === '') {
      beginEpoch.run(boot);
      head = { ...head, epoch: boot };
      put({ ...agent, act: 'began', subject: boot }, 1, now);
    }
    // A tool that notes what was done with it is no start of the agent.
    if (!tool) put({ ...agent, act: 'started', subject: boot }, 1, now);
    startedAt = head.count;
  }
  return {
    head: (): AuditHead => head,
    begin(now: Instant): void { if (startedAt === 0) within(() => begin(now)); },
    write: (entry: AuditEntry, times: number, now: Instant): void => within(() => {
      if (startedAt === 0) begin(now);
      put(entry, times, now);
    }),
    restored(epoch: string, now: Instant): void {
      within(() => {
        beginEpoch.run(epoch);
        head = { ...head, epoch };
        put({ act: 'restored', who: 'operator', role: 'operator', subject: epoch, outcome: 'ok' }, 1, now);
      });
    },
    undone(): void {
      head = end();
      if (startedAt > head.count) startedAt = 0;
    },
  };
}

/** Lets the oldest rows go. */
function openForget(sql: Database, chain: ReturnType<typeof openChain>, within: <T>(run: () => T) => T): Pick<Audit, 'oldest' | 'forget'> {
  const base = sql.prepare<[], { seq: number }>('SELECT seq FROM audit_base WHERE id = 1');
  const oldest = sql.prepare<[number, number], { seq: number; at: number; hash: Buffer }>('SELECT seq, at, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?');
  const moveBase = sql.prepare('UPDATE audit_base SET seq = ?, at = ?, hash = ? WHERE id = 1');
  const noRow = sql.prepare('DELETE FROM audit WHERE seq <= ?');
  const from = (): number => base.get()?.seq ?? 0;
  return {
    oldest: () => oldest.get(from(), 1)?.at,
    forget(before, rows, now) {
      const found = oldest.all(from(), rows);
      // The newest row stays, whatever the clock says: the chain goes on from it.
      const stays = found.findIndex(({ at, seq }) => at >= before || seq === chain.head().count);
      const going = stays < 0 ? found : found.slice(0, stays);
      const newest = going.at(-1);
      if (newest === undefined) return 0;
      within(() => {
        moveBase.run(newest.seq, newest.at, newest.hash);
        noRow.run(newest.seq);
      });
      chain.write({ ...agent, act: 'forgotten', subject: String(newest.seq) }, 1, now);
      return going.length;
    },
  };
}

/** `boot`: of this process start; the first one of a file names the first epoch. `within`: what runs something as an operation. `tool`: this is not the agent. */
export function openAudit(sql: Database, boot: string, within: <T>(run: () => T) => T, tool = false): AuditMemory {
  const chain = openChain(sql, boot, within, tool);
  let owed: AllOwed = new Map();
  const settleSome = (now: Instant, only: { readonly key?: string; readonly whole?: boolean }): number => {
    const settled = settle(owed, now, only);
    owed = settled.all;
    for (const { entry, times } of settled.rows) chain.write(entry, times, now);
    return settled.rows.length;
  };
  return {
    head: chain.head, restored: (epoch, now) => chain.restored(epoch, now), start: (now) => chain.begin(now),
    append: (entry, now) => chain.write(entry, 1, now),
    owe(entry, now) {
      const next = owe(owed, entry, now);
      owed = next.all;
      return next.due;
    },
    refused(entry, now) {
      const next = owe(owed, entry, now);
      owed = next.all;
      settleSome(now, { key: next.key });
    },
    settle: (now, whole = false) => settleSome(now, { whole }),
    owes: () => [...owed.values()].some(({ times }) => times > 0),
    read: openAuditView(sql),
    ...openForget(sql, chain, within),
    owed: () => owed,
    undone(before) {
      chain.undone();
      if (before !== undefined) owed = before;
    },
  };
}
