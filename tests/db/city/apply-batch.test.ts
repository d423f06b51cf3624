/* A journal arrives late, twice, in pieces, out of order, from a changed disk: the hub has each row once, in order, or says why not. On both engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyBatch, type Applied, type PushedBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall, type Greeted } from '@kuaizhao/db/city/journal/greet-hall.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import { hallCounts, tradeCounts } from '@kuaizhao/db/city/figures/figures.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { archiveOf } from '../../fixtures/city/hub.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart, recount } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const tokenA = 'a'.repeat(32);
const tokenB = 'b'.repeat(32);

describe.each(engineNames)('the hub on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  let journal: MemoryJournal;
  let hall: { hallId: string; name: string; keyHash: Uint8Array };
  let halls = 0;
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    db = await place.open();
  });
  afterAll(async () => {
    await db.close();
    await place.remove();
    await engine.end();
  });
  // One database, a hall of its own for each test: the halls of earlier tests are no longer enrolled, and their rows stay.
  beforeEach(async () => {
    hall = { hallId: `jinan-${++halls}`, name: '测试零工市场', keyHash: new Uint8Array(32).fill(1) };
    await enrolHalls(db, [hall]);
    journal = filled(7, 200);
    await greet({});
  });

  const filled = (seed: number, operations: number): MemoryJournal => {
    const made = memoryJournal('00000000000000aa', () => morningStart + 1);
    const next = morning(seeded(seed), 'm');
    for (let n = 0; n < operations; n++) made.append(next());
    return made;
  };
  const greet = (over: Partial<Parameters<typeof greetHall>[1]>): Promise<Greeted> =>
    greetHall(sqlJournal(db), { hallId: hall.hallId, install: 'install1', epoch: 'epoch1', seq: journal.head().seq, hash: journal.head().hash, nextToken: tokenA, now: morningStart, ...over });
  /** Rows `from` to `to`, both included. */
  const batch = (from: number, to: number, over: Partial<PushedBatch> = {}): PushedBatch => ({
    hallId: hall.hallId, epoch: 'epoch1', token: tokenA, previous: journal.hashAt(from - 1)!, rows: journal.rows.slice(from - 1, to), now: morningStart + 5, ...over,
  });
  const push = (from: number, to: number, over: Partial<PushedBatch> = {}): Promise<Applied> => applyBatch(sqlJournal(db), batch(from, to, over));
  const cursorAt = (seq: number) => ({ seq, hash: journal.hashAt(seq) });
  const ends = (): number[] => journal.rows.filter((row) => row.end).map((row) => row.seq);
  const expectFoldOf = async (seq: number): Promise<void> => {
    const [row] = await hallCounts(db, morningStart);
    const { businessDay, seekers, waiting, jobs, places, placesLeft, hires } = row!;
    expect({ businessDay, seekers, waiting, jobs, places, placesLeft, hires }).toEqual(recount(journal.facts(seq)));
  };

  it('applies a journal batch by batch, and its figures are those of the facts at every step', async () => {
    const marks = ends();
    let at = 0;
    for (const to of [marks[20]!, marks[90]!, journal.head().seq]) {
      expect(await push(at + 1, to)).toEqual({ kind: 'ack', cursor: cursorAt(to), applied: to - at, quarantined: 0, own: { position: to, stamp: `00000000000000aa-${to}` } });
      await expectFoldOf(to);
      at = to;
    }
    expect((await archiveOf(db, hall.hallId)).map((row) => ({ ...row, hash: journal.hashAt(row.seq) }))).toEqual(journal.rows.map((row) => ({ ...row, epoch: 'epoch1', position: row.seq })));
  });

  it('gives the trades of a day: places, hires and seekers', async () => {
    await push(1, journal.head().seq);
    const facts = journal.facts();
    const day = recount(facts).businessDay!;
    const jobs = facts.flatMap((fact) => (fact.type === 'jobPosted' ? [fact] : []));
    for (const row of await tradeCounts(db, day)) {
      const ofTrade = jobs.filter((job) => job.terms.trade === row.trade);
      expect(row).toEqual({
        trade: row.trade,
        places: ofTrade.filter((job) => job.businessDay === day).reduce((sum, job) => sum + job.terms.headcount, 0),
        hires: facts.filter((fact) => fact.type === 'hireConfirmed' && fact.businessDay === day && ofTrade.some((job) => job.jobId === fact.jobId)).length,
        seekers: facts.filter((fact) => fact.type === 'ticketIssued' && fact.businessDay === day && fact.trades.includes(row.trade)).length,
      });
    }
  });

  it('takes a repeated, a late and an overlapping batch without applying anything twice', async () => {
    const marks = ends();
    await push(1, marks[50]!);
    expect(await push(1, marks[50]!)).toEqual({ kind: 'ack', cursor: cursorAt(marks[50]!), applied: 0, quarantined: 0 });
    expect(await push(1, marks[10]!)).toEqual({ kind: 'ack', cursor: cursorAt(marks[50]!), applied: 0, quarantined: 0 });
    expect(await push(marks[30]! + 1, marks[80]!)).toMatchObject({ kind: 'ack', cursor: cursorAt(marks[80]!), applied: marks[80]! - marks[50]! });
    await expectFoldOf(marks[80]!);
  });

  it('answers a gap with its cursor and changes nothing', async () => {
    const marks = ends();
    await push(1, marks[10]!);
    expect(await push(marks[20]! + 1, marks[30]!)).toEqual({ kind: 'rewind', cursor: cursorAt(marks[10]!) });
    await expectFoldOf(marks[10]!);
  });

  it('calls it a fork when the chain does not meet the cursor, at the start or inside an overlap', async () => {
    const marks = ends();
    await push(1, marks[10]!);
    expect(await push(marks[10]! + 1, marks[20]!, { previous: 'f'.repeat(64) })).toEqual({ kind: 'fork', cursor: cursorAt(marks[10]!) });
    journal.corrupt(marks[5]!);
    expect(await push(1, marks[20]!)).toEqual({ kind: 'fork', cursor: cursorAt(marks[10]!) });
    expect((await archiveOf(db, hall.hallId)).length).toBe(marks[10]!);
  });

  it('finds a fork at the hello: a journal that ends before the cursor, or differs there', async () => {
    await push(1, journal.head().seq);
    expect(await greet({ token: tokenA, seq: 3, hash: journal.hashAt(3)! })).toMatchObject({ kind: 'fork' });
    expect(await greet({ token: tokenA, hash: 'e'.repeat(64) })).toMatchObject({ kind: 'fork', cursor: cursorAt(journal.head().seq) });
    expect(await greet({ token: tokenA, nextToken: tokenB })).toMatchObject({ kind: 'welcome', cursor: cursorAt(journal.head().seq) });
  });

  it('§9 I1 looks one by one whether it has what a hall keeps no longer, asks for it when it does not know the epoch, and notes how many rows it lacks', async () => {
    const marks = ends();
    await push(1, marks[10]!);
    const { seq, hash } = journal.head();
    const base = { seq: marks[40]!, hash: journal.hashAt(marks[40]!)!, boot: '00000000000000aa', counter: marks[40]!, clock: morningStart + 1 };
    const past = [{ boot: base.boot, first: 1, last: marks[40]! }, { boot: '00000000000000cc', first: 3, last: 4 }];
    const fork = { kind: 'fork', cursor: { seq: base.seq, hash: base.hash } };
    const gaps = () => db.query('SELECT g.epoch, g.seq, g.rows, g.own FROM journal_gap AS g JOIN hall USING (hall_no) WHERE hall_id = $1', [hall.hallId]);
    // Of an epoch that it has, it has no rows behind its cursor; one that it does not know may be one that it forgot.
    expect(await greet({ token: tokenA, base, past, nextToken: tokenB })).toEqual({ kind: 'fork', cursor: cursorAt(marks[10]!) });
    expect(await greet({ token: tokenA, epoch: 'epoch2', base })).toEqual(fork);
    expect(await gaps()).toEqual([]);
    const lacks = marks[40]! - marks[10]! + 2;
    expect(await greet({ token: tokenA, epoch: 'epoch2', base, past, nextToken: tokenB })).toEqual({ kind: 'welcome', cursor: fork.cursor, lacks, anew: true });
    expect(await greet({ token: tokenB, epoch: 'epoch3', seq, hash, base: { ...base, counter: base.counter - 1 }, past, nextToken: 'c'.repeat(32) })).toMatchObject({ kind: 'welcome', lacks });
    expect(await gaps()).toEqual([{ epoch: 'epoch2', seq: base.seq, rows: lacks, own: marks[10]! }]);
    expect(await greet({ token: 'c'.repeat(32), epoch: 'epoch4', base, past: [{ boot: base.boot, first: 1, last: marks[10]! }], nextToken: 'd'.repeat(32) })).toMatchObject({ kind: 'welcome', lacks: 0 });
  });

  it('knows the operations of an old epoch when they come again under a new one', async () => {
    await push(1, journal.head().seq);
    const before = journal.head().seq;
    journal.loseTail(40, '00000000000000bb');
    const kept = journal.head().seq;
    const next = morning(seeded(99), 'after');
    for (let n = 0; n < 30; n++) journal.append(next());
    expect(await greet({ epoch: 'epoch2', token: tokenA, nextToken: tokenB })).toMatchObject({ kind: 'welcome', cursor: { seq: 0 } });
    expect(await push(1, journal.head().seq)).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
    expect(await push(1, journal.head().seq, { epoch: 'epoch2', token: tokenB })).toMatchObject({ kind: 'ack', cursor: cursorAt(journal.head().seq), applied: journal.head().seq - kept });
    // Both process starts whole, each one range.
    expect(await db.query(`SELECT encode(boot, 'hex') AS boot, first, last FROM op_range JOIN hall USING (hall_no) WHERE hall_id = $1 ORDER BY boot`, [hall.hallId])).toEqual([
      { boot: '00000000000000aa', first: 1, last: before }, { boot: '00000000000000bb', first: 1, last: journal.head().seq - kept },
    ]);
  });

  it('keeps the fence: the newest token or the one before a lost welcome, never one that was replaced', async () => {
    await push(1, ends()[0]!);
    // The welcome with token B is lost on the way: the hall shows A again.
    expect(await greet({ token: tokenA, nextToken: tokenB })).toMatchObject({ kind: 'welcome' });
    expect(await greet({ token: tokenA, nextToken: 'c'.repeat(32) })).toMatchObject({ kind: 'welcome' });
    expect(await push(1, ends()[3]!, { token: 'c'.repeat(32) })).toMatchObject({ kind: 'ack' });
    // The use of one ends the others that were handed out.
    expect(await push(1, ends()[3]!, { token: tokenB })).toEqual({ kind: 'refuse', reason: 'staleToken' });
    expect(await greet({ token: tokenB, nextToken: '9'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await greet({ token: tokenA, nextToken: 'd'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await greet({ nextToken: 'd'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await greet({ install: 'install2', token: 'c'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    expect(await greet({ hallId: 'nobody' })).toEqual({ kind: 'refuse', reason: 'unknownHall' });
    // Never given out, as far as this hub remembers: it was restored from a backup.
    expect(await greet({ token: 'e'.repeat(32), nextToken: 'f'.repeat(32) })).toMatchObject({ kind: 'welcome' });
    expect(await greet({ token: 'c'.repeat(32), nextToken: 'd'.repeat(32) })).toEqual({ kind: 'refuse', reason: 'secondInstall' });
    // A person gives the hall a new key: this admits the new machine.
    await enrolHalls(db, [{ ...hall, keyHash: new Uint8Array(32).fill(2) }]);
    expect(await greet({ install: 'install2', epoch: 'epoch2', nextToken: 'd'.repeat(32) })).toMatchObject({ kind: 'welcome' });
  });

  it('takes a hello that was late on its way for no second machine: the hall goes on with the answer that it has', async () => {
    await push(1, ends()[0]!);
    expect(await greet({ token: tokenA, nextToken: tokenB })).toMatchObject({ kind: 'welcome' });
    // An older hello of the same hall arrives now; nobody hears the answer.
    expect(await greet({ token: tokenA, nextToken: 'c'.repeat(32) })).toMatchObject({ kind: 'welcome' });
    expect(await push(1, ends()[3]!, { token: tokenB })).toMatchObject({ kind: 'ack' });
    expect(await greet({ token: tokenB, nextToken: 'd'.repeat(32) })).toMatchObject({ kind: 'welcome' });
  });

  it('puts rows that are no facts aside, keeps them verbatim, and lets everything after them flow', async () => {
    const next = morning(seeded(5), 'p');
    journal.append([{ type: 'dayOpened', businessDay: '2026-01-20' }], ['{"type":"fromTheFuture"}']);
    journal.append([{ type: 'jobFilled', jobId: 'bad1' }], ['not json']);
    journal.append([{ type: 'jobFilled', jobId: 'bad2' }], ['zero \0 byte and half a \ud800 surrogate']);
    journal.append([{ type: 'jobFilled', jobId: 'bad3' }], ['{"type":"dayOpened","businessDay":"2026-11-20"}']);
    // A fact by its schema, and yet a day that no calendar of the database has.
    journal.append([{ type: 'visitOpened', visitId: 'v1', workerId: 'w1', businessDay: '0000-01-01' }]);
    for (let n = 0; n < 20; n++) journal.append(next());
    const bad = 5;
    expect(await push(1, journal.head().seq)).toMatchObject({ kind: 'ack', quarantined: bad, applied: journal.rows.length });
    expect((await db.query<{ reason: string }>('SELECT reason FROM quarantine JOIN hall USING (hall_no) WHERE hall_id = $1 ORDER BY position', [hall.hallId])).map((row) => row.reason)).toEqual(['notAFact', 'notJson', 'notJson', 'wrongKind', 'notApplied']);
    const [odd] = await db.query<{ body: string }>('SELECT body FROM archive_row WHERE escaped');
    expect(JSON.parse(odd!.body)).toBe('zero \0 byte and half a \ud800 surrogate');
    const [row] = await hallCounts(db, morningStart);
    expect(row!.seekers).toBe(recount(journal.facts()).seekers);
  });

  it('puts aside with a row what comes after it about the same thing, in the same batch and in later ones, and nothing else', async () => {
    const visit = (visitId: string, body?: string): void => journal.append([{ type: 'visitOpened', visitId, workerId: 'w1', businessDay: '2026-11-20' }], body === undefined ? undefined : [body]);
    visit('stuck', 'not json');
    visit('stuck');
    visit('free');
    const middle = journal.head().seq;
    expect(await push(1, middle)).toMatchObject({ kind: 'ack', quarantined: 2 });
    visit('stuck');
    visit('other');
    expect(await push(middle + 1, journal.head().seq)).toMatchObject({ kind: 'ack', quarantined: 3 });
    const waits = await db.query<{ key: string; reason: string }>('SELECT quarantine.key, reason FROM quarantine JOIN hall USING (hall_no) WHERE hall_id = $1 ORDER BY position', [hall.hallId]);
    expect(waits).toEqual([{ key: 'stuck', reason: 'notJson' }, { key: 'stuck', reason: 'behind' }, { key: 'stuck', reason: 'behind' }]);
    expect((await db.query<{ visit_id: string }>(`SELECT visit_id FROM visit JOIN hall USING (hall_no) WHERE hall_id = $1 AND visit_id IN ('stuck', 'free', 'other') ORDER BY 1`, [hall.hallId])).map((row) => row.visit_id)).toEqual(['free', 'other']);
  });

  it('has the cursor and the figures after it was closed and opened again', async () => {
    const to = ends()[100]!;
    await push(1, to);
    await db.close();
    db = await place.open();
    expect(await greet({ token: tokenA, nextToken: tokenB })).toMatchObject({ kind: 'welcome', cursor: cursorAt(to) });
    await expectFoldOf(to);
  });
});
