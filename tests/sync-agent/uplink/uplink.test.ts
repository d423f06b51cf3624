/* The hall's side: it pushes, catches up, survives whatever the line does, and stops by name when the city has another journal. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openIdentityFile } from '@kuaizhao/sync-agent/hall/uplink/identity-file.ts';
import { startCuttingProxy, type CuttingProxy } from '../../fixtures/city/cutting-proxy.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { removeTestHalls, testHall, type TestHall } from '../../fixtures/city/hall.ts';
import { archivedOf, countsOf, testHub, type TestHub } from '../../fixtures/city/hub.ts';
import { morning, recount } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

afterAll(removeTestHalls);

describe('the uplink of a hall', () => {
  let engine: TestEngine;
  let hub: TestHub;
  let proxy: CuttingProxy;
  let hall: TestHall;
  beforeAll(async () => { engine = await startEngine('postgres'); });
  afterAll(() => engine.end());
  beforeEach(async () => {
    hub = await testHub(await engine.database(), ['h1']);
    proxy = await startCuttingProxy(hub.port());
    hall = testHall('h1', 11);
  });
  afterEach(async () => {
    await hall.stop();
    await proxy.close();
    await hub.remove();
  });
  const append = (operations: number, seed = 1): void => {
    const next = morning(seeded(seed), `s${seed}`);
    for (let n = 0; n < operations; n++) hall.journal.append(next());
  };
  const identityOf = async (): Promise<{ epoch: string; seq: number; token?: string }> => JSON.parse(await readFile(join(hall.dataDir, 'identity.json'), 'utf8')) as { epoch: string; seq: number; token?: string };
  const whatTheHubHas = async (): Promise<{ rows: number; counts: unknown }> => {
    await hall.stop();
    await hub.stop();
    return hub.look(async (db) => ({ rows: await archivedOf(db, 'h1'), counts: await countsOf(db, 'h1') }));
  };
  const whatTheHallDid = (): { rows: number; counts: unknown } => ({ rows: hall.journal.rows.length, counts: recount(hall.journal.facts()) });

  it('pushes what there is in several batches, then what comes, and is caught up only at the end', async () => {
    append(900);
    expect(hall.journal.rows.length).toBeGreaterThan(1_024);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    expect(hall.journal.acked()).toBe(hall.journal.head().seq);
    append(30, 2);
    hall.uplink().wake();
    await hall.reaches('pushing');
    await hall.reaches('caughtUp');
    expect(hall.journal.acked()).toBe(hall.journal.head().seq);
    await hall.stop();
    expect(await identityOf()).toMatchObject({ seq: hall.journal.head().seq, hash: hall.journal.head().hash });
    await hub.stop();
    await hub.look(async (db) => expect(await archivedOf(db, 'h1')).toBe(hall.journal.rows.length));
  });

  it('finds new rows by looking, when no wake-up comes', async () => {
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    append(10);
    await hall.reaches('pushing');
    await hall.reaches('caughtUp');
    expect(await whatTheHubHas()).toEqual(whatTheHallDid());
  });

  it('loses an acknowledgement after the commit, meets a hub that was started again, and nothing is there twice', async () => {
    append(20);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    const acked = hall.journal.acked();
    const more = morning(seeded(4), 's4');
    for (let n = 0; n < 25; n++) hall.journal.append(more());
    proxy.cutAfterBytesDown(1);
    hall.uplink().wake();
    await hall.reaches('down');
    expect(hall.journal.acked()).toBe(acked);
    await hub.stop();
    await hub.start();
    proxy.aim(hub.port());
    await hall.reaches('caughtUp');
    await hall.stop();
    await hub.stop();
    await hub.look(async (db) => expect(await archivedOf(db, 'h1')).toBe(hall.journal.rows.length));
  });

  it('notices a line that swallows everything, and goes on over a new one', async () => {
    await hall.stop();
    hall = testHall('h1', 12, { pace: { ackMs: 150, backoffMinMs: 5, backoffMaxMs: 20, slowMs: 50, pollMs: 20 } });
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    proxy.silence();
    append(40);
    hall.uplink().wake();
    await hall.reaches('down');
    await hall.reaches('caughtUp');
    expect(await whatTheHubHas()).toEqual(whatTheHallDid());
  });

  it('is down, not lost, while there is no hub, and drains in order when it comes', async () => {
    await hub.stop();
    append(50);
    hall.start(proxy.url);
    await hall.reaches('down');
    append(50, 6);
    await hub.start();
    proxy.aim(hub.port());
    await hall.reaches('caughtUp');
    expect(hall.journal.acked()).toBe(hall.journal.head().seq);
  });

  it('§6 §10 begins a new epoch when the disk has gone back, reads back what it lost and pushes the rest', async () => {
    append(60);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    await hall.stop();
    const before = await identityOf();
    const rows = hall.journal.rows.length;
    hall.journal.loseTail(20, '00000000000000ff');
    const kept = hall.journal.rows.length;
    append(40, 7);
    const made = hall.journal.rows.length - kept;
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    await hall.stop();
    expect((await identityOf()).epoch).not.toBe(before.epoch);
    await hub.stop();
    await hub.look(async (db) => expect(await archivedOf(db, 'h1')).toBe(rows + made));
    expect(hall.journal.rows.length).toBe(rows + made);
  });

  it('stops at a row that the disk has changed: it never leaves the hall', async () => {
    append(30);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    const there = hall.journal.rows.length;
    append(30, 8);
    hall.journal.corrupt(there + 3);
    hall.uplink().wake();
    await hall.reaches('damaged');
    expect(hall.uplink().uplinkReason()).toBe('the journal is damaged');
    await hall.stop();
    await hub.stop();
    await hub.look(async (db) => expect(await archivedOf(db, 'h1')).toBe(there));
  });

  it('begins a new epoch at a fork: the city has other rows of this one, and keeps them', async () => {
    append(30);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    await hall.stop();
    // The identity file was lost with the tail, then both came from the same old backup: nothing here can notice.
    const old = await readFile(join(hall.dataDir, 'identity.json'), 'utf8');
    const before = [...hall.journal.rows];
    hall.journal.loseTail(10, '00000000000000fe');
    await writeFile(join(hall.dataDir, 'identity.json'), JSON.stringify({ ...JSON.parse(old) as object, ...hall.journal.head() }));
    append(40, 8);
    const ops = new Set([...before, ...hall.journal.rows].map((row) => `${row.boot}-${row.counter}`));
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    await hall.stop();
    expect((await identityOf()).epoch).not.toBe((JSON.parse(old) as { epoch: string }).epoch);
    await hub.stop();
    await hub.look(async (db) => expect(await archivedOf(db, 'h1')).toBe(ops.size));
  });

  it('is refused with a wrong key, keeps its log, and goes on when a person has set it right', async () => {
    append(10);
    const wrong = testHall('h1', 13, { key: 'this key is not the right one', dataDir: hall.dataDir, journal: hall.journal });
    wrong.start(proxy.url);
    await wrong.reaches('refused');
    expect(wrong.uplink().uplinkReason()).toBe('wrongKey');
    await wrong.stop();
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    expect(await whatTheHubHas()).toEqual(whatTheHallDid());
  });

  it('finds the second machine that was started from a copy of the disk', async () => {
    append(10);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    await hall.stop();
    const copy = testHall('h1', 14, { journal: hall.journal });
    await writeFile(join(copy.dataDir, 'identity.json'), await readFile(join(hall.dataDir, 'identity.json')));
    append(10, 9);
    hall.start(proxy.url);
    await hall.reaches('caughtUp');
    copy.start(proxy.url);
    await copy.reaches('refused');
    expect(copy.uplink().uplinkReason()).toBe('secondInstall');
    await copy.stop();
    expect(hall.uplink().uplinkState()).toBe('caughtUp');
  });

  it('keeps its identity file whole, and says whose it is when it is not ours', async () => {
    const chance = seeded(20);
    const hex = (bytes: number): string => chance.hex(bytes);
    const file = openIdentityFile(hall.dataDir, 'h1', hex);
    await file.keepToken('a'.repeat(32));
    for (let seq = 1; seq <= 50; seq++) file.keepCursor({ seq, hash: 'b'.repeat(64) });
    await file.close();
    expect(openIdentityFile(hall.dataDir, 'h1', hex).get()).toMatchObject({ hall: 'h1', token: 'a'.repeat(32), seq: 50, install: file.get().install });
    expect(() => openIdentityFile(hall.dataDir, 'h2', hex)).toThrow('belongs to hall h1');
    await writeFile(join(hall.dataDir, 'identity.json'), '{"hall":"h1"');
    expect(() => openIdentityFile(hall.dataDir, 'h1', hex)).toThrow('is broken');
  });
});
