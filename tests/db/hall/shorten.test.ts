/* A journal that gets shorter: what the city has and what is old goes, and nothing else; what is gone is still known by name, and everything that reads the journal goes on. Real files. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { checkHallFile } from '@kuaizhao/db/hall/check-file.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { JournalRow } from '@kuaizhao/db/hall/journal.ts';
import type { OwnRow } from '@kuaizhao/db/hall/read-back.ts';
import { shortenIfDue } from '@kuaizhao/sync-agent/hall/clockwork/journal-job.ts';
import { hallConfigSchema } from '@kuaizhao/sync-agent/hall/config.ts';
import { operateHall } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { morning, openEngine, staffActor, tempDir, type TestEngine } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';
import { openDesk } from '../../sync-agent/hall/records/open-desk.ts';
import { dayMs, workDay } from './records/worked-day.ts';

const acknowledge = (hall: Pick<TestEngine, 'db'>, seq: number): void => { hall.db.uplinkCursor.set({ seq, hash: hall.db.journal.hashAt(seq) ?? '' }); };
const countAll = (hall: TestEngine): void => { while (hall.db.catchUp(10_000) > 0); };
const shortenAll = (hall: TestEngine, before: number): number => {
  let went = 0;
  for (let rows = hall.db.shorten(before); rows > 0; rows = hall.db.shorten(before)) went += rows;
  return went;
};
const asOwn = (rows: readonly JournalRow[]): OwnRow[] => rows.map(({ boot, counter, ends, table_name: table, key, kind, clock, version: v, body }) => ({ boot, counter, end: ends === 1, table, key, kind, clock, v, body }));

/** Two days of work, counted, of which the city has everything up to the middle of an operation of the second day. */
async function worked() {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  await workDay(hall, 1, 5);
  countAll(hall);
  const rows = hall.db.journal.read(1, 100_000);
  const longest = rows.find((row, index) => row.clock > morning + dayMs && row.ends === 0 && index > 0)!;
  acknowledge(hall, longest.seq);
  return { hall, rows, acked: longest.seq };
}

test('I14 rows go when the city has them and their time is over: whole operations, none that is not acknowledged, counted and old', async () => {
  const { hall, rows, acked } = await worked();
  const secondDay = rows.findIndex(({ clock }) => clock >= morning + dayMs - 3_600_000);
  expect(shortenAll(hall, morning - 1)).toBe(0);
  // By time: the first day, and nothing of the second.
  const went = shortenAll(hall, morning + dayMs - 3_600_000);
  expect(went).toBeGreaterThan(100);
  expect(went).toBe(rows.slice(0, secondDay).findLastIndex(({ ends }) => ends === 1) + 1);
  expect(hall.db.journal.read(1, 100_000)).toEqual(rows.slice(went));
  // By acknowledgement: the operation of which the city has a part stays whole.
  const more = went + shortenAll(hall, Infinity);
  expect(rows[more - 1]?.ends).toBe(1);
  expect(more).toBeLessThan(acked);
  expect(acked - more).toBeLessThan(20);
  expect(hall.db.journal.base()).toMatchObject({ seq: more, hash: rows[more - 1]?.hash });
  expect(hall.db.journal.hashAt(more)).toBe(rows[more - 1]?.hash);
  expect([hall.db.journal.hashAt(0), hall.db.journal.hashAt(more - 1)]).toEqual([undefined, undefined]);
  hall.close();
  expect(checkHallFile(join(hall.dir, 'hall.db'), true)).toMatchObject({ seq: rows.length, base: more, intact: true, chain: true, sameOpTwice: false });
});

test('I14 what is not counted yet stays', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 6);
  acknowledge(hall, hall.db.journal.head().seq);
  hall.db.catchUp(40);
  const went = shortenAll(hall, Infinity);
  expect(went).toBeGreaterThan(0);
  expect(went).toBeLessThanOrEqual(40);
});

test('I2 what is gone is still known: nothing of it is taken back a second time, by the hall or by the file itself', async () => {
  const { hall, rows } = await worked();
  const before = hall.db.journal.head();
  shortenAll(hall, Infinity);
  for (const { boot, counter } of rows) expect(hall.db.journal.knows(boot, counter)).toBe(true);
  expect(hall.db.journal.knows('a0a0a0a0a0a0a0a0', rows.length + 500)).toBe(false);
  expect(hall.db.readBack.take(asOwn(rows), undefined, hall.clock.now)).toMatchObject({ rows: 0, conflicts: 0 });
  expect(hall.db.journal.head()).toEqual(before);
  expect(() => hall.db.group(() => { hall.db.operation(() => { hall.db.journal.takeBack(asOwn(rows.slice(0, 1))); }, false); })).toThrow(/in the journal already/);
  expect(hall.db.journal.head()).toEqual(before);
});

test('the whole journal gone: the next row follows the last one, over a process start, and the clock never goes back', async () => {
  const { hall } = await worked();
  const head = hall.db.journal.head();
  acknowledge(hall, head.seq);
  shortenAll(hall, Infinity);
  expect(hall.db.journal.read(1, 10)).toEqual([]);
  expect(hall.db.journal.head()).toEqual(head);
  hall.close();
  const next = openEngine(hall.dir, 'b0b0b0b0b0b0b0b0');
  const clock = next.db.journal.base()?.clock ?? 0;
  expect(clock).toBeGreaterThan(morning + dayMs);
  next.clock.now = clock - 60_000;
  await next.ask('takeTicket', { service: 'policy' });
  const [row] = next.db.journal.read(1, 10);
  expect(row).toMatchObject({ seq: head.seq + 1, clock });
  next.close();
  expect(checkHallFile(join(hall.dir, 'hall.db'), true)).toMatchObject({ intact: true, chain: true, sameOpTwice: false });
});

test('the file itself refuses to be shortened otherwise', async () => {
  const { hall, rows, acked } = await worked();
  hall.close();
  const sql = new SqliteDatabase(join(hall.dir, 'hall.db'));
  sql.function('in_operation', () => 1);
  const base = (seq: number, over: object = {}) => {
    const { hash, boot, counter, clock } = { ...rows[seq - 1]!, ...over };
    return () => sql.prepare('UPDATE journal_base SET seq = ?, hash = ?, boot = ?, counter = ?, clock = ?').run(seq, hash, boot, counter, clock);
  };
  const end = rows.slice(0, acked).findLast(({ ends }) => ends === 1)!.seq;
  expect(() => sql.exec('DELETE FROM journal')).toThrow(/never shortened behind its base/);
  expect(base(rows.length)).toThrow(/only what the city has acknowledged goes/);
  expect(base(acked)).toThrow(/operations go whole/);
  expect(base(end, { hash: 'e'.repeat(64) })).toThrow(/operations go whole/);
  expect(() => sql.exec('UPDATE journal_base SET seq = 0')).toThrow(/never begins earlier/);
  expect(() => sql.exec('DELETE FROM journal_base')).toThrow(/stays known/);
  base(end)();
  expect(base(end)).toThrow(/never begins earlier/);
  expect(() => sql.exec(`DELETE FROM journal WHERE seq <= ${end}`)).toThrow(/an operation that goes stays known/);
  sql.prepare('INSERT INTO journal_past VALUES (?, 1, 1000000)').run(rows[0]!.boot);
  expect(() => sql.exec('DELETE FROM journal_past')).toThrow(/stays known/);
  expect(() => sql.exec('UPDATE journal_past SET last = 5')).toThrow(/stays known/);
  sql.exec(`DELETE FROM journal WHERE seq <= ${end}`);
  sql.close();
  // Outside of the program nothing of this can be said at all.
  const plain = new SqliteDatabase(join(hall.dir, 'hall.db'));
  expect(() => plain.exec('UPDATE journal_base SET seq = seq + 1')).toThrow(/no such function: in_operation/);
  plain.close();
});

test('F26 F33 audit page, figures, evidence and numbers go on over a shorter journal, and say where it begins', async () => {
  const { hall } = await worked();
  const { desk } = openDesk(hall);
  const auditor = { role: 'console', staffId: 'auditor-1', staffRole: 'auditor' } as const;
  const range = { from: '2026-11-21', to: '2026-11-22' };
  const tell = async (asked: 'journal' | 'figures' | 'evidence', body: object): Promise<Record<string, unknown>> => {
    const told = await desk.answer(asked, body, auditor);
    if (!told.ok) throw new Error(told.error.code);
    return { ...told.value };
  };
  const before = { figures: await tell('figures', { report: reportDefinitions[0]!.id, ...range }), evidence: await tell('evidence', { figure: 'seekers', ...range, slice: 'all', key: '' }) };
  shortenAll(hall, morning + dayMs - 3_600_000);
  const base = hall.db.journal.base()!;
  const page = await tell('journal', { day: '2026-11-22' });
  expect(page).toMatchObject({ base: { seq: base.seq, at: base.clock }, head: hall.db.journal.head() });
  expect((page['checked'] as { broken?: number }).broken).toBeUndefined();
  expect((page['rows'] as unknown[]).length).toBeGreaterThan(10);
  expect(await tell('journal', { day: '2026-11-21' })).toMatchObject({ rows: [], base: { seq: base.seq } });
  // To the very first row that is kept: it follows from the hash of the last that is gone.
  for (let after: unknown = { seq: base.seq + 3 }; after !== undefined;) {
    const last = await tell('journal', { after });
    expect(last['checked']).not.toHaveProperty('broken');
    after = last['next'];
  }
  const figuresAfter = await tell('figures', { report: reportDefinitions[0]!.id, ...range });
  expect(figuresAfter['rows']).toEqual(before.figures['rows']);
  expect(figuresAfter['seal']).toEqual(before.figures['seal']);
  const evidence = (await tell('evidence', { figure: 'seekers', ...range, slice: 'all', key: '' }))['rows'] as { seq: number }[];
  expect(evidence).toEqual((before.evidence['rows'] as { seq: number }[]).filter(({ seq }) => seq > base.seq));
  expect(evidence.length).toBeGreaterThan(0);
  // Everything gone: the seal still names the row to which was counted.
  acknowledge(hall, hall.db.journal.head().seq);
  shortenAll(hall, Infinity);
  expect((await tell('figures', { report: reportDefinitions[0]!.id, ...range }))['seal']).toEqual(before.figures['seal']);
});

test('a command that is asked again is answered the same as long as its rows are kept, and a table never misses what is gone', async () => {
  const { hall } = await worked();
  const card = person(400);
  const first = await hall.ask('registerWorker', { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] }, undefined, 'command-kept-1');
  countAll(hall);
  shortenAll(hall, Infinity);
  expect(await hall.ask('registerWorker', { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] }, undefined, 'command-kept-1')).toEqual(first);
  await hall.ask('callNext', { windowId: 'w2' }, staffActor);
  expect(hall.failures).toEqual([]);
  for (const { body } of hall.db.journal.read(1, 10_000)) expect(factSchema.safeParse(JSON.parse(body)).success).toBe(true);
});

test('the job waits for the quiet hours, asks for a sound clock, and rests between its steps', async () => {
  const { hall, rows } = await worked();
  acknowledge(hall, rows.length);
  let rests = 0;
  const parts = (over: object = {}) => ({
    db: hall.db, days: 14, sound: () => true, log: pino({ level: 'silent' }),
    clock: { now: () => hall.clock.now, monotonicMs: () => 0, after: (_: number, run: () => void) => { rests += 1; setImmediate(run); return () => undefined; } }, ...over,
  });
  hall.clock.now = morning + 20 * dayMs;
  expect(await shortenIfDue(parts())).toBe(0);
  hall.clock.now += 8 * 3_600_000;
  expect(await shortenIfDue(parts({ sound: () => false }))).toBe(0);
  expect(await shortenIfDue(parts({ days: undefined }))).toBe(0);
  expect(await shortenIfDue(parts())).toBe(rows.length);
  expect(rests).toBeGreaterThan(0);
  expect(await shortenIfDue(parts())).toBe(0);
});

test('a configuration keeps a fortnight at least, and the tools know where the journal begins', async () => {
  const days = hallConfigSchema.shape.journalDays;
  expect([13, 14, 190, 4_000, 20.5].map((asked) => days.safeParse(asked).success)).toEqual([false, true, true, false, false]);
  const { hall, rows } = await worked();
  shortenAll(hall, Infinity);
  const base = hall.db.journal.base()!.seq;
  hall.close();
  const given = { config: 'hall.json', json: true };
  expect(operateHall({ data: hall.dir, hallId: 'h1' }, 'status', given, Date.now())).toMatchObject({ ok: true, rows: rows.length, keptFrom: base + 1 });
  expect(operateHall({ data: hall.dir, hallId: 'h1' }, 'verify', given, Date.now())).toMatchObject({ ok: true, chain: true, intact: true, keptFrom: base + 1 });
  const [file, elsewhere] = [join(tempDir(), 'short.kzb'), join(tempDir(), 'new')];
  expect(operateHall({ data: hall.dir, hallId: 'h1' }, 'backup', { ...given, file }, Date.now())).toMatchObject({ ok: true });
  expect(operateHall({ data: elsewhere, hallId: 'h1' }, 'restore', { ...given, file }, Date.now())).toMatchObject({ ok: true, rows: rows.length });
  const db = openHallDb(elsewhere, 'c'.repeat(16));
  expect(db.journal.base()?.seq).toBe(base);
  db.close();
  // A base that is not the row before the first: the chain says so.
  const sql = new SqliteDatabase(join(elsewhere, 'hall.db'));
  sql.exec(`DROP TRIGGER journal_base_forward; UPDATE journal_base SET hash = '${'d'.repeat(64)}'`);
  sql.close();
  expect(operateHall({ data: elsewhere, hallId: 'h1' }, 'verify', given, Date.now())).toEqual({ ok: false, refusal: 'damaged' });
});
