/* The audit of a hall over its real file: one row for what was done, in the same commit, and never a way to change one. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { dayMs } from '@kuaizhao/db/domain/queue/business-day.ts';
import { factOf, kioskActor, morning, openEngine, refusalOf, staffActor, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';

const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const newcomer = (hall: TestEngine, n: number, commandId?: string) => hall.ask('registerWorker', { card: person(n), consent, trades: ['0201'] }, kioskActor, commandId);
const rows = (hall: TestEngine) => hall.db.audit.read({}).rows.toReversed();
const acts = (hall: TestEngine) => rows(hall).map(({ act, who, name, outcome, times }) => [act, who, name, outcome, times]);
/** What SQLite says no with. */
function refusedBy(run: () => unknown): string {
  try {
    run();
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}
const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk', deviceId: 'console-2' };

test('architecture §4 every command that changed something has its row: who, in what capacity, at which machine, what it was about, its row of the journal', async () => {
  const hall = openEngine();
  const worker = factOf(await newcomer(hall, 1, 'command-first'), 'workerRegistered');
  const ticket = factOf(await hall.ask('takeTicket', { service: 'policy' }, clerk, 'command-second'), 'ticketIssued');
  expect(acts(hall).map(([act]) => act)).toEqual(['began', 'started', 'command', 'command']);
  expect(rows(hall).slice(2)).toMatchObject([
    { seq: 3, at: morning, day: '2026-11-21', act: 'command', who: 'kiosk-1', role: 'kiosk', device: 'kiosk-1', commandId: 'command-first', name: 'registerWorker', subject: worker.workerId, outcome: 'ok', times: 1 },
    { seq: 4, act: 'command', who: 'clerk-1', role: 'clerk', device: 'console-2', commandId: 'command-second', name: 'takeTicket', subject: ticket.ticketId, journal: hall.db.journal.head().seq },
  ]);
  expect(hall.db.audit.read({}).checked).toEqual({ from: 1, to: 4 });
  // The same asked again, and what changed nothing: nothing is there twice.
  await newcomer(hall, 1, 'command-first');
  expect(hall.db.audit.head().count).toBe(4);
});

test('architecture §4 what is refused has its row with the refusal, the like of one minute one row with a count; what the door refuses as well', async () => {
  const hall = openEngine();
  const auditor: Actor = { role: 'console', staffId: 'auditor-1', staffRole: 'auditor' };
  expect(refusalOf(await hall.ask('checkIn', { card: person(1) }))).toBe('workerUnknown');
  for (let n = 0; n < 30; n += 1) expect(refusalOf(await hall.ask('checkIn', { card: person(n) }))).toBe('workerUnknown');
  for (let n = 0; n < 30; n += 1) expect(refusalOf(await hall.ask('closeDay', {}, auditor))).toBe('notYourRole');
  expect((await hall.engine.handle({ type: 'checkIn', commandId: 'x' }, kioskActor)).ok).toBe(false);
  await expect.poll(() => acts(hall).slice(2)).toEqual([['refused', 'kiosk-1', 'checkIn', 'workerUnknown', 1], ['refused', 'auditor-1', 'closeDay', 'notYourRole', 30], ['refused', 'kiosk-1', undefined, 'malformed', 1]]);
  hall.clock.now += 60_000;
  hall.db.group(() => { hall.db.audit.settle(hall.clock.now); });
  expect(acts(hall).slice(5)).toEqual([['refused', 'kiosk-1', 'checkIn', 'workerUnknown', 30]]);
  expect(hall.db.audit.owes()).toBe(false);
});

test('architecture §4 a commit that fails leaves no row, and what was refused in it is still told once', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const head = hall.db.audit.head();
  const entry = { act: 'refused', who: 'kiosk-1', role: 'kiosk', outcome: 'workerUnknown' } as const;
  expect(() => hall.db.group(() => {
    hall.db.audit.append({ ...entry, act: 'signedIn', outcome: 'ok' }, hall.clock.now);
    hall.db.audit.refused(entry, hall.clock.now);
    throw new Error('the disk');
  })).toThrow('the disk');
  expect(hall.db.audit.head()).toEqual(head);
  hall.db.group(() => { hall.db.audit.refused(entry, hall.clock.now); });
  expect(rows(hall).at(-1)).toMatchObject({ seq: head.count + 1, act: 'refused', times: 1 });
  expect(hall.db.audit.read({}).checked.broken).toBeUndefined();
});

test('architecture §4 one of a group that throws takes its row with it and no other', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const broken = hall.db.faces.city.minimumWages;
  let times = 0;
  // The second command of the group throws whenever it is tried.
  Object.assign(hall.db.faces.city, { minimumWages: () => { times += 1; if (times % 3 === 2 && times < 6) throw new Error('a fault of ours'); return broken(); } });
  const answers = await Promise.all([2, 3, 4].map((n) => newcomer(hall, n)));
  const done = answers.filter(({ ok }) => ok).length;
  expect(done).toBe(2);
  expect(acts(hall).filter(([act]) => act === 'command')).toHaveLength(3);
  expect(hall.db.audit.read({}).checked.broken).toBeUndefined();
});

test('architecture §4 the next process goes on with the chain and says that it began', async () => {
  const dir = tempDir();
  const hall = openEngine(dir);
  await newcomer(hall, 1);
  const { hash, epoch, count } = hall.db.audit.head();
  hall.close();
  const next = openEngine(dir, 'b0b0b0b0b0b0b0b0');
  expect(next.db.audit.head()).toMatchObject({ hash, epoch, count });
  await newcomer(next, 2);
  expect(rows(next).slice(-2)).toMatchObject([{ act: 'started', who: 'agent', subject: 'b0b0b0b0b0b0b0b0' }, { act: 'command' }]);
  expect(next.db.audit.head().epoch).toBe(epoch);
  expect(next.db.audit.read({}).checked.broken).toBeUndefined();
});

test('architecture §4 the database itself refuses to change, remove or slip in a row', async () => {
  const dir = tempDir();
  const hall = openEngine(dir);
  await newcomer(hall, 1);
  hall.close();
  const sql = new SqliteDatabase(join(dir, 'hall.db'));
  for (const text of [`UPDATE audit SET who = 'somebody' WHERE seq = 1`, 'DELETE FROM audit WHERE seq = 1', 'DELETE FROM audit_base', 'UPDATE audit_base SET seq = 1', `INSERT INTO audit SELECT seq + 100, at, day, who, role, device, act, command_id, name, subject, outcome, times, journal, hash FROM audit WHERE seq = 1`]) expect([text, refusedBy(() => sql.exec(text))]).toEqual([text, expect.stringMatching(/never|stays known|in_operation/)]);
  sql.close();
});

test('architecture §4 rows that are over their time go, the newest never; where it begins stays known, the chain holds, and a row says so', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  hall.clock.now += 10 * dayMs;
  await newcomer(hall, 2);
  await newcomer(hall, 3);
  const forget = (before: number, most = 2_000): number => {
    let went = 0;
    hall.db.group(() => { went = hall.db.audit.forget(before, most, hall.clock.now); });
    return went;
  };
  expect(forget(morning)).toBe(0);
  const before = hall.db.audit.head();
  expect(forget(morning + 1, 1)).toBe(1);
  expect(forget(morning + 1)).toBe(2);
  expect(rows(hall).map(({ seq, act, subject }) => [seq, act, act === 'forgotten' ? subject : '']).at(-1)).toEqual([before.count + 2, 'forgotten', '3']);
  expect(hall.db.audit.read({})).toMatchObject({ base: { seq: 3, at: morning }, checked: { from: 4 } });
  expect(hall.db.audit.read({}).checked.broken).toBeUndefined();
  // Whatever the clock says.
  forget(hall.clock.now + 10_000 * dayMs);
  expect(rows(hall).at(-1)).toMatchObject({ act: 'forgotten' });
  expect(hall.db.audit.head().count).toBe(before.count + 3);
});

test('architecture §4 pages by day, by who and by act, each row once, also over a day of which little is wanted', async () => {
  const hall = openEngine();
  for (let n = 1; n <= 30; n += 1) {
    if (n === 16) hall.clock.now += dayMs;
    await newcomer(hall, n);
    if (n % 10 === 0) await hall.ask('takeTicket', { service: 'policy' }, n === 10 ? clerk : staffActor);
  }
  const all = (asked: object): number[] => {
    const seen: number[] = [];
    for (let after: { seq: number } | undefined; ;) {
      const page = hall.db.audit.read({ ...asked, limit: 4, ...(after === undefined ? {} : { after }) });
      expect(page.checked.broken).toBeUndefined();
      seen.push(...page.rows.map(({ seq }) => seq));
      if (page.next === undefined) return seen;
      after = page.next;
    }
  };
  const count = hall.db.audit.head().count;
  expect(all({})).toEqual(Array.from({ length: count }, (_, n) => count - n));
  expect(all({ day: '2026-11-21' }).length + all({ day: '2026-11-22' }).length).toBe(count);
  expect(all({ day: '2026-11-21' })).toHaveLength(2 + 15 + 1);
  expect(all({ day: '2026-11-20' })).toEqual([]);
  expect(all({ who: 'clerk-1' })).toHaveLength(1);
  expect(all({ who: 'console-2' })).toHaveLength(1);
  expect(all({ acts: ['started', 'began'] })).toEqual([2, 1]);
});
