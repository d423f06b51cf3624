/* `npm run hall -- audit …` over the real file of a hall: whatever is done to it behind the agent's back is found, what is right is told, rows leave with a signature. */
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, test } from 'vitest';
import { auditStart, nextAuditHash } from '@kuaizhao/db/domain/audit/chain.ts';
import { dayMs } from '@kuaizhao/db/domain/queue/business-day.ts';
import { checkAudit } from '@kuaizhao/db/hall/audit/check-audit.ts';
import { auditColumns, contentOf, type FoundRow } from '@kuaizhao/db/hall/audit/rows.ts';
import { sha256 } from '@kuaizhao/db/sealing/sha256.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { auditKeyFile, readOrMakeAuditKey, signHead } from '@kuaizhao/db/sealing/audit-key.ts';
import { headsFileName, keepHead, readHeads } from '@kuaizhao/sync-agent/hall/audit/heads-file.ts';
import { readAuditArguments, runAudit } from '@kuaizhao/sync-agent/hall/audit/tool.ts';
import { operateHall } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { kioskActor, morning, openEngine, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';

const place = (data: string) => ({ data, hallId: 'h1' });
const verify = (data: string, head?: string) => runAudit('verify', { json: true, ...(head === undefined ? {} : { head }) }, place(data), morning);
const newcomer = (hall: TestEngine, n: number) => hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }, kioskActor);
/** As the agent signs, into the file beside the database. */
function sign(hall: Pick<TestEngine, 'db' | 'dir' | 'clock'>): void {
  const { epoch, count, hash } = hall.db.audit.head();
  keepHead(hall.dir, signHead(readOrMakeAuditKey(join(hall.dir, auditKeyFile)), { hall: 'h1', epoch, count, hash, at: hall.clock.now }));
}
async function worked(rows = 6, signedAt: readonly number[] = [rows]): Promise<string> {
  const hall = openEngine();
  for (let n = 1; n <= rows; n += 1) {
    await newcomer(hall, n);
    hall.clock.now += 1_000;
    if (signedAt.includes(n)) sign(hall);
  }
  hall.close();
  return hall.dir;
}
/** What somebody with the file and no conscience can do: triggers are no hindrance. */
function tamper(data: string, run: (sql: SqliteDatabase.Database) => void): void {
  const sql = new SqliteDatabase(join(data, 'hall.db'));
  for (const { name } of sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('audit', 'audit_base')`).all() as { name: string }[]) sql.exec(`DROP TRIGGER ${name}`);
  run(sql);
  sql.close();
}
/** And a chain that is right again, from row `from` on. */
function rechain(sql: SqliteDatabase.Database, from: number): void {
  let previous = (sql.prepare('SELECT hash FROM audit WHERE seq = ?').get(from - 1) as { hash: Buffer } | undefined)?.hash.toString('hex') ?? auditStart;
  for (const row of sql.prepare(`SELECT ${auditColumns} FROM audit WHERE seq >= ? ORDER BY seq`).all(from) as FoundRow[]) {
    previous = nextAuditHash(sha256, previous, contentOf(row));
    sql.prepare('UPDATE audit SET hash = ? WHERE seq = ?').run(Buffer.from(previous, 'hex'), row.seq);
  }
}
const copyOf = (data: string): string => {
  const copy = join(tempDir(), 'copy');
  cpSync(data, copy, { recursive: true });
  return copy;
};

test('architecture §4 an audit that nobody has been at is whole, with the number of rows and heads that were looked at', async () => {
  const data = await worked(6, [2, 4, 6]);
  expect(verify(data)).toMatchObject({ ok: true, count: 8, base: 0, restores: 0, lost: 0, heads: 3, older: 0, ofCity: 0, publicKey: readOrMakeAuditKey(join(data, auditKeyFile)).publicKey });
  expect(statSync(join(data, auditKeyFile)).mode & 0o077).toBe(0);
  expect(statSync(join(data, headsFileName)).mode & 0o077).toBe(0);
  const running = openHallDb(data, 'c'.repeat(16));
  expect(verify(data)).toEqual({ ok: false, refusal: 'agentRunning' });
  running.close();
  expect(verify(join(data, 'elsewhere'))).toEqual({ ok: false, refusal: 'noHall' });
});

test('architecture §4 random chains: every change of a field, every row that is removed, doubled or swapped is found, and the first bad row is named', async () => {
  const columns = ['at', 'day', 'who', 'role', 'device', 'act', 'command_id', 'name', 'subject', 'outcome', 'times', 'journal', 'hash'] as const;
  const whole = await worked(20, []);
  const count = 22;
  await assert(asyncProperty(record({ kind: constantFrom('field', 'remove', 'swap', 'copy'), row: integer({ min: 1, max: count }), other: integer({ min: 1, max: count }), column: constantFrom(...columns), bit: integer({ min: 0, max: 7 }), byte: integer({ min: 0, max: 31 }) }), async ({ kind, row, other, column, bit, byte }) => {
    const data = copyOf(whole);
    let first = row;
    tamper(data, (sql) => {
      const moved = (from: number, to: number): void => { sql.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(to, from); };
      if (kind === 'field') {
        const { value } = sql.prepare(`SELECT ${column} AS value FROM audit WHERE seq = ?`).get(row) as { value: string | number | Buffer | null };
        const changed = value === null ? (column === 'journal' ? 7 : 'x') : typeof value === 'number' ? value + 2 ** bit : typeof value === 'string' ? flip(value, byte, bit) : Buffer.from(value.map((one, at) => (at === byte ? one ^ (1 << bit) : one)));
        sql.prepare(`UPDATE audit SET ${column} = ? WHERE seq = ?`).run(changed, row);
      } else if (kind === 'remove') sql.prepare('DELETE FROM audit WHERE seq = ?').run(row);
      else if (kind === 'swap') {
        if (row === other) return;
        moved(row, 1_000);
        moved(other, row);
        moved(1_000, other);
        first = Math.min(row, other);
      } else {
        sql.prepare(`INSERT INTO audit SELECT ${count + 1}, ${auditColumns.replace('seq, ', '')} FROM audit WHERE seq = ?`).run(row);
        first = count + 1;
      }
    });
    const found = checkAudit(join(data, 'hall.db'), []);
    // The last row alone can be cut off unseen by the chain; the heads are there for that.
    const unseen = (kind === 'remove' && row === count) || (kind === 'swap' && row === other);
    expect({ kind, row, column, bad: found?.bad?.row }).toEqual({ kind, row, column, bad: unseen ? undefined : first });
  }), { numRuns: 120 });
});
/** One bit of one character, whichever is there. */
const flip = (text: string, byte: number, bit: number): string => {
  const at = byte % text.length;
  return `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit % 6)))}${text.slice(at + 1)}`;
};

test('architecture §4 a chain cut short or rewritten with all hashes right again is found by the signed heads, wherever it was cut and whichever row was rewritten', async () => {
  const whole = await worked(20, [5, 10, 20]);
  const signed = [7, 12, 22];
  await assert(asyncProperty(record({ kind: constantFrom('cut', 'rewrite', 'all'), row: integer({ min: 2, max: 22 }) }), async ({ kind, row }) => {
    const data = copyOf(whole);
    tamper(data, (sql) => {
      if (kind === 'cut') sql.prepare('DELETE FROM audit WHERE seq >= ?').run(row);
      else if (kind === 'rewrite') {
        sql.prepare(`UPDATE audit SET who = 'kiosk-2' WHERE seq = ?`).run(row);
        rechain(sql, row);
      } else {
        sql.exec(`UPDATE audit SET who = 'kiosk-2' WHERE act = 'command'`);
        rechain(sql, 1);
      }
    });
    const answer = verify(data);
    const before = Math.max(0, ...signed.filter((one) => one < row));
    expect({ kind, row, answer }).toEqual({ kind, row, answer: { ok: false, refusal: 'auditBroken', ...(kind === 'cut' ? { row, why: 'cutShort' } : { row: (kind === 'all' ? 0 : before) + 1, why: 'rewritten' }) } });
  }), { numRuns: 60 });
});

test('architecture §4 heads thrown away together with the rows: those that the city keeps find it; forged ones are told, and a file that holds none is refused', async () => {
  const data = await worked(10, [5, 10]);
  const [file, other] = [join(tempDir(), 'heads.json'), join(tempDir(), 'none.json')];
  writeFileSync(file, JSON.stringify({ ok: true, hallId: 'h1', heads: readHeads(data).heads }));
  expect(verify(data, file)).toMatchObject({ ok: true, heads: 4, ofCity: 2 });
  tamper(data, (sql) => sql.prepare('DELETE FROM audit WHERE seq > 6').run());
  writeFileSync(join(data, headsFileName), '');
  expect(verify(data)).toMatchObject({ ok: true, count: 6 });
  expect(verify(data, file)).toEqual({ ok: false, refusal: 'auditBroken', row: 7, why: 'cutShort' });
  writeFileSync(other, '{"heads":[]}');
  expect(verify(data, other)).toEqual({ ok: false, refusal: 'notHeads' });
  writeFileSync(other, readFileSync(file, 'utf8').replace('"count":7', '"count":6'));
  expect(verify(data, other)).toEqual({ ok: false, refusal: 'notHeads' });
  // Beside the database as well: a line that somebody has been at does not go unseen.
  const copy = await worked(4, [2, 4]);
  writeFileSync(join(copy, headsFileName), readFileSync(join(copy, headsFileName), 'utf8').replace('"count":6', '"count":5'));
  expect(verify(copy)).toEqual({ ok: false, refusal: 'auditBroken', row: 0, why: 'forged' });
});

test('architecture §4 rows that were over their time may be gone; rows taken away at the beginning before that may not', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  sign(hall);
  hall.clock.now += 500 * dayMs;
  await newcomer(hall, 2);
  sign(hall);
  hall.db.group(() => { hall.db.audit.forget(hall.clock.now - 400 * dayMs, 100, hall.clock.now); });
  hall.clock.now += dayMs;
  await newcomer(hall, 3);
  sign(hall);
  hall.close();
  expect(verify(hall.dir)).toMatchObject({ ok: true, base: 3, heads: 3, older: 0 });
  const moved = copyOf(hall.dir);
  tamper(moved, (sql) => {
    sql.exec('UPDATE audit_base SET (seq, at, hash) = (SELECT seq, at, hash FROM audit WHERE seq = 4)');
    sql.exec('DELETE FROM audit WHERE seq <= 4');
  });
  expect(verify(moved)).toEqual({ ok: false, refusal: 'auditBroken', row: 1, why: 'beginningGone' });
  // Also with a row that says so: what was signed half a year ago and later was not over its time.
  const young = copyOf(hall.dir);
  const opened = openHallDb(young, 'd'.repeat(16), { tool: true });
  opened.group(() => { opened.audit.forget(hall.clock.now + dayMs, 100, hall.clock.now); });
  opened.close();
  expect(verify(young)).toEqual({ ok: false, refusal: 'auditBroken', row: 1, why: 'beginningGone' });
});

test('architecture §4 a backup put back is another epoch: the audit says so, the chain goes on, and how much was lost is told; the tools have their rows', async () => {
  const data = await worked(5, [5]);
  const file = join(tempDir(), 'monday.kzb');
  const tool = (command: string, over: object = {}) => operateHall(place(data), command, { config: 'hall.json', json: true, ...over }, morning + dayMs);
  expect(tool('backup', { file })).toMatchObject({ ok: true });
  expect(tool('new-key')).toMatchObject({ ok: true });
  const later = openEngine(data, 'b'.repeat(16));
  for (let n = 11; n <= 14; n += 1) await newcomer(later, n);
  sign(later);
  const acts = later.db.audit.read({}).rows.toReversed().map(({ act, who }) => `${act} ${who}`);
  expect(acts.slice(7)).toEqual(['backupMade operator', 'keyAdded operator', 'started agent', ...Array.from({ length: 4 }, () => 'command kiosk-1')]);
  const before = later.db.audit.head();
  later.close();
  const key = readOrMakeAuditKey(join(data, auditKeyFile)).publicKey;
  expect(tool('restore', { file })).toMatchObject({ ok: true });
  expect(readOrMakeAuditKey(join(data, auditKeyFile)).publicKey).toBe(key);
  const next = openEngine(data, 'e'.repeat(16));
  await newcomer(next, 21);
  sign(next);
  expect(next.db.audit.read({}).rows.toReversed().slice(7).map(({ act, who, seq }) => [seq, act, who])).toEqual([[8, 'restored', 'operator'], [9, 'started', 'agent'], [10, 'command', 'kiosk-1']]);
  expect(next.db.audit.head().epoch).not.toBe(before.epoch);
  next.close();
  expect(verify(data)).toMatchObject({ ok: true, count: 10, restores: 1, lost: before.count - 7, heads: 3 });
  // A cut that calls itself a restore does not hide what the epoch before had signed up to it.
  tamper(data, (sql) => {
    sql.exec(`UPDATE audit SET who = 'kiosk-2' WHERE seq = 5`);
    rechain(sql, 5);
  });
  expect(verify(data)).toMatchObject({ ok: false, refusal: 'auditBroken', why: 'rewritten' });
});

test('architecture §4 rows of some days leave as one file that anybody can check with the hall’s public key; any byte of it changed is found', async () => {
  const hall = openEngine();
  for (let n = 1; n <= 6; n += 1) {
    await newcomer(hall, n);
    if (n % 2 === 0) hall.clock.now += dayMs;
  }
  hall.close();
  const file = join(tempDir(), 'rows.jsonl');
  const out = (over: object = {}) => runAudit('export', { json: true, from: '2026-11-22', to: '2026-11-23', file, ...over }, place(hall.dir), hall.clock.now);
  const made = out();
  expect(made).toMatchObject({ ok: true, rows: 4 });
  const publicKey = made.ok ? String(made['publicKey']) : '';
  expect([out(), out({ file: `${file}2`, from: '2027-01-01', to: '2027-01-02' }), existsSync(`${file}2`)]).toEqual([{ ok: false, refusal: 'fileExists' }, { ok: false, refusal: 'nothingThere' }, false]);
  const check = (text: string, key = publicKey) => {
    const path = join(tempDir(), 'given.jsonl');
    writeFileSync(path, text);
    return runAudit('check', { json: true, file: path, public: key }, undefined, morning);
  };
  const good = readFileSync(file, 'utf8');
  expect(check(good)).toEqual({ ok: true, hall: 'h1', from: 5, to: 8, rows: 4, signedAt: hall.clock.now });
  expect(check(good, 'A'.repeat(43))).toEqual({ ok: false, refusal: 'notRows', why: 'forged' });
  expect(check(good.replace('"seq":6', '"seq": 6').replace('kiosk-1', 'kiosk-2'))).toEqual({ ok: false, refusal: 'auditBroken', row: 5, why: 'changed' });
  await assert(asyncProperty(array(integer({ min: 0, max: good.length - 2 }), { minLength: 1, maxLength: 2 }), async (places) => {
    const bytes = Buffer.from(good);
    for (const at of new Set(places)) bytes[at] = bytes[at] === 0x37 ? 0x38 : 0x37;
    const answer = check(bytes.toString());
    // The number of rows and the hall's id stand in the signed line or are counted: nothing is left that may differ.
    expect(answer.ok).toBe(false);
  }), { numRuns: 150 });
  for (const cut of [good.slice(0, -1), good.split('\n').slice(0, -2).join('\n'), good.split('\n').toSpliced(2, 1).join('\n'), '', 'x\ny\nz\n']) expect(check(cut).ok).toBe(false);
  // That they left has its row.
  const again = openHallDb(hall.dir, 'f'.repeat(16), { tool: true });
  expect(again.audit.read({ acts: ['auditExported'] }).rows).toMatchObject([{ who: 'operator', subject: '5-8' }]);
  again.close();
});

test('arguments are checked whole', () => {
  for (const args of [['verify', '--config', 'x'], ['verify', '--config', 'x', '--head', 'y', '--json'], ['export', '--config', 'x', '--from', '2026-11-21', '--to', '2026-11-22', '--file', 'f'], ['check', '--file', 'f', '--public', 'A'.repeat(43)]]) expect(readAuditArguments(['audit', ...args])?.command).toBe(args[0]);
  for (const args of [[], ['verify'], ['other', '--config', 'x'], ['verify', 'twice', '--config', 'x'], ['verify', '--config', 'x', '--from', '2026-11-21'], ['export', '--config', 'x', '--from', 'monday', '--to', '2026-11-22', '--file', 'f'], ['export', '--config', 'x', '--file', 'f'], ['check', '--file', 'f', '--public', 'short'], ['check', '--file', 'f', '--public', 'A'.repeat(43), '--config', 'x']]) expect(readAuditArguments(['audit', ...args])).toBeUndefined();
});
