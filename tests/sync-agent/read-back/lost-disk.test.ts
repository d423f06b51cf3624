/* A hall that lost acknowledged rows gets them back from the city: with their names and times, into the same tables, before it says anything; whatever was restored, hall, hub or both. Real hall file, real hub. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { openHallDb, type HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { int8s, texts } from '@kuaizhao/db/city/store/columns.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { uplinkJournal } from '@kuaizhao/sync-agent/hall/start-uplink.ts';
import { openIdentityFile } from '@kuaizhao/sync-agent/hall/uplink/identity-file.ts';
import { createUplink, type Uplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { archiveOf } from '../../fixtures/city/hub.ts';
import { quickPace, quietLog, testKey } from '../../fixtures/city/hall.ts';
import { morning, morningStart, recount } from '../../fixtures/city/morning.ts';
import { seeded, type Seeded } from '../../fixtures/city/seeded.ts';
import { eventually } from '../../flows/stage/eventually.ts';

describe.each(engineNames)('after a loss, with a hub on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let city: City;
  let dir: string;
  let chance: Seeded;
  let db: HallDb;
  let uplink: Uplink | undefined;
  let next: () => Fact[];
  let [hall, serial] = ['', 0];
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    await startHub();
  });
  afterAll(async () => {
    await city.close();
    await place.remove();
    await engine.end();
  });
  beforeEach(() => {
    hall = `h${++serial}`;
    chance = seeded(serial);
    dir = mkdtempSync(join(tmpdir(), 'kuaizhao-lost-'));
    next = morning(seeded(40 + serial), `m${serial}`);
    boot();
  });
  afterEach(async () => {
    await uplink?.close();
    db.close();
    rmSync(dir, { recursive: true });
  });

  const startHub = async (): Promise<void> => {
    const halls = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((hallId) => ({ hallId, name: `测试零工市场 ${hallId}`, key: testKey(hallId) }));
    city = await startCity({ listen: { host: '127.0.0.1', port: 0 }, database: place.database, data: place.data, halls }, quietLog);
  };
  const boot = (): void => { db = openHallDb(dir, chance.hex(8)); };
  const work = (operations: number): void => {
    for (let n = 0; n < operations; n++) {
      const facts = next();
      // The journal is what is at stake; people come with their cards in other tests.
      db.group(() => db.operation(() => db.journal.append(facts, `c-${chance.hex(4)}`, morningStart + n), false));
    }
  };
  const online = async (): Promise<void> => {
    const identity = openIdentityFile(dir, hall, (bytes) => chance.hex(bytes));
    uplink = createUplink({
      url: city.urls.uplink, key: testKey(hall), hallName: '测试零工市场', journal: uplinkJournal(db, () => morningStart, () => undefined), identity, clock: () => morningStart, pace: quickPace, random: chance, log: quietLog,
      timer: { after: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); } },
    });
    const here = uplink;
    await eventually('the hall to be caught up', () => here.uplinkState() === 'caughtUp' && db.uplinkCursor.get().seq === db.journal.head().seq, 30_000);
    await here.close();
    uplink = undefined;
  };
  const copyTo = (to: string, what: readonly string[]): void => {
    db.close();
    for (const file of what) cpSync(join(dir, file), join(to, file), { force: true });
    boot();
  };
  const ops = (): string[] => db.journal.read(1, 100_000).map(({ boot: from, counter, body, clock, kind }) => `${from}-${counter} ${clock} ${kind} ${body}`);
  const archived = async (): Promise<string[]> => {
    const hub: CityDb = await place.open();
    const rows = await archiveOf(hub, hall);
    await hub.close();
    return rows.map(({ boot: from, counter, body, clock, kind }) => `${from}-${counter} ${clock} ${kind} ${body}`);
  };
  /** The embedded engine has one owner: the hub goes, and comes again. */
  const archive = async (): Promise<string[]> => {
    if (name === 'postgres') return archived();
    await city.close();
    const rows = await archived();
    await startHub();
    return rows;
  };
  const aside = (): string => mkdtempSync(join(dir, 'backup-'));

  it('§6 §10 the disk lost its tail after an acknowledgement, and the hall worked on', async () => {
    work(40);
    const backup = aside();
    copyTo(backup, ['hall.db']);
    work(30);
    await online();
    const before = ops();
    // The database is the one of before; the identity file knows more.
    db.close();
    cpSync(join(backup, 'hall.db'), join(dir, 'hall.db'));
    for (const wal of ['hall.db-wal', 'hall.db-shm']) rmSync(join(dir, wal), { force: true });
    boot();
    work(5);
    const since = ops().slice(-1);
    await online();
    expect([...ops()].sort()).toEqual([...new Set([...before, ...ops()])].sort());
    expect(ops()).toEqual(expect.arrayContaining([...before, ...since]));
    expect([...await archive()].sort()).toEqual([...ops()].sort());
    expect(new Set(ops()).size).toBe(ops().length);
  });

  it('§10 the whole machine is the one of an hour ago, identity and all', async () => {
    work(30);
    await online();
    const backup = aside();
    copyTo(backup, ['hall.db', 'identity.json']);
    work(20);
    // A machine that is restored shows the token of the backup: it must be one that was not replaced since.
    const kept = openIdentityFile(dir, hall, (bytes) => chance.hex(bytes)).get().token;
    await online();
    const before = ops();
    db.close();
    for (const file of ['hall.db', 'identity.json']) cpSync(join(backup, file), join(dir, file));
    for (const wal of ['hall.db-wal', 'hall.db-shm']) rmSync(join(dir, wal), { force: true });
    boot();
    expect(openIdentityFile(dir, hall, (bytes) => chance.hex(bytes)).get().token).toBe(kept);
    await released();
    await online();
    expect(ops()).toEqual(before);
    expect([...await archive()].sort()).toEqual([...before].sort());
  });

  /** What the tool of the city does for a machine that somebody restored. */
  const released = async (): Promise<void> => {
    const give = async (): Promise<void> => {
      const hub = await place.open();
      await hub.query(`DELETE FROM retired_token USING hall WHERE hall.hall_no = retired_token.hall_no AND hall_id = $1`, [hall]);
      await hub.query(`UPDATE hall SET install = NULL, token = NULL, handed = '{}' WHERE hall_id = $1`, [hall]);
      await hub.close();
    };
    if (name === 'postgres') return give();
    await city.close();
    await give();
    await startHub();
  };

  it('§9 §10 hall and hub restored at once: what one of them has, both have', async () => {
    work(30);
    await online();
    const backup = aside();
    copyTo(backup, ['hall.db']);
    work(10);
    await online();
    const knownToHub = ops().length;
    work(10);
    await online();
    // The hub loses what came last, the hall more than that.
    const hub = name === 'postgres' ? await place.open() : (await city.close(), await place.open());
    await hub.query('DELETE FROM archive_row USING hall WHERE hall.hall_no = archive_row.hall_no AND hall_id = $1 AND position > $2', [hall, knownToHub]);
    await hub.query('DELETE FROM archive_batch USING hall WHERE hall.hall_no = archive_batch.hall_no AND hall_id = $1 AND first > $2', [hall, knownToHub]);
    const left = await archiveOf(hub, hall);
    expect(left.length).toBe(knownToHub);
    await hub.query('DELETE FROM op_range USING hall WHERE hall.hall_no = op_range.hall_no AND hall_id = $1', [hall]);
    await hub.query(`INSERT INTO op_range (hall_no, boot, first, last) SELECT hall_no, boot, min(counter), max(counter) FROM (
      SELECT hall_no, decode(r.boot, 'hex') AS boot, counter, counter - row_number() OVER (PARTITION BY r.boot ORDER BY counter) AS island FROM unnest($2::text[], $3::int8[]) AS r (boot, counter) JOIN hall ON hall_id = $1) AS numbered GROUP BY hall_no, boot, island`, [hall, texts(left.map((row) => row.boot)), int8s(left.map((row) => row.counter))]);
    await hub.query(`UPDATE uplink_cursor SET seq = $2, hash = decode($3, 'hex') FROM hall WHERE hall.hall_no = uplink_cursor.hall_no AND hall_id = $1`, [hall, knownToHub, db.journal.hashAt(knownToHub) ?? '']);
    await hub.query('UPDATE hall SET own = $2 WHERE hall_id = $1', [hall, knownToHub]);
    await hub.close();
    if (name !== 'postgres') await startHub();
    const both = ops().slice(0, knownToHub);
    db.close();
    cpSync(join(backup, 'hall.db'), join(dir, 'hall.db'));
    for (const wal of ['hall.db-wal', 'hall.db-shm']) rmSync(join(dir, wal), { force: true });
    boot();
    work(7);
    await online();
    expect(ops()).toEqual(expect.arrayContaining(both));
    expect([...await archive()].sort()).toEqual([...ops()].sort());
    expect(ops().length).toBe(new Set(ops()).size);
  });

  it('I2 I14 a journal that was shortened and a disk that went back: a new epoch begins behind what is gone, and nothing is there twice', async () => {
    work(40);
    await online();
    const gone = ops();
    while (db.catchUp(10_000) > 0);
    while (db.shorten(Infinity) > 0);
    expect(ops()).toEqual([]);
    const base = db.journal.base()?.seq;
    const backup = aside();
    copyTo(backup, ['hall.db']);
    work(20);
    await online();
    const before = ops();
    db.close();
    cpSync(join(backup, 'hall.db'), join(dir, 'hall.db'));
    for (const wal of ['hall.db-wal', 'hall.db-shm']) rmSync(join(dir, wal), { force: true });
    boot();
    work(5);
    await online();
    expect(ops()).toEqual(expect.arrayContaining(before));
    expect(db.journal.base()?.seq).toBe(base);
    expect(ops().length).toBe(new Set(ops()).size);
    expect([...await archive()].sort()).toEqual([...gone, ...ops()].sort());
  });

  it('the facts that came back are those that were lost', () => {
    work(60);
    const facts = db.journal.facts(1, db.journal.head().seq);
    const rows = db.journal.read(1, 10_000).map(({ boot: from, counter, ends, table_name: table, key, kind, clock, version: v, body }) => ({ boot: from, counter, end: ends === 1, table, key, kind, clock, v, body }));
    const other = openHallDb(mkdtempSync(join(dir, 'other-')), chance.hex(8));
    const taken = other.readBack.take(rows, { position: rows.length, stamp: `${rows.at(-1)!.boot}-${rows.at(-1)!.counter}` }, morningStart);
    expect(taken.rows).toBe(rows.length);
    expect(other.journal.facts(1, other.journal.head().seq)).toEqual(facts);
    expect(other.uplinkCursor.own()?.position).toBe(rows.length);
    expect(other.readBack.take(rows, undefined, morningStart).rows).toBe(0);
    expect(recount(other.journal.facts(1, other.journal.head().seq))).toEqual(recount(facts));
    other.close();
  });
});
