/* Whoever knocks at the hub's doors with the wrong key, the wrong shape, too much or a bomb is refused by name, and everybody else goes on. */
import { get } from 'node:http';
import { zstdCompressSync } from 'node:zlib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { cityFiguresSchema } from '@kuaizhao/sync-agent/contract/figures.ts';
import { chainStart, helloReplySchema, pushReplySchema, uplinkLimits, type Hello, type Push } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { pullReplySchema } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { ownStamp } from '@kuaizhao/db/city/journal/cursor.ts';
import { makePush } from '@kuaizhao/sync-agent/hall/uplink/make-push.ts';
import { startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { quietLog, removeTestHalls, testHall, testKey } from '../../fixtures/city/hall.ts';
import { morning, recount } from '../../fixtures/city/morning.ts';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

afterAll(removeTestHalls);

const token = 'a'.repeat(32);
const nonce = 'b'.repeat(32);

describe('the doors of the hub', () => {
  let engine: TestEngine;
  let place: TestDatabase;
  let pages: string;
  let city: City;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    engine = await startEngine('embedded');
    place = await engine.database();
    pages = await mkdtemp(join(tmpdir(), 'kuaizhao-page-'));
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>city</title>');
    const halls = ['h1', 'h2', 'h3', 'h4'].map((hallId) => ({ hallId, name: `测试零工市场 ${hallId}`, key: testKey(hallId) }));
    city = await startCity({ listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: place.data, halls }, quietLog, { pageFolder: pages });
  });
  afterEach(() => { for (const socket of sockets.splice(0)) socket.disconnect(); });
  afterAll(async () => {
    await city.close();
    await place.remove();
    await rm(pages, { recursive: true });
    await engine.end();
  });

  const knock = (namespace: string, auth: object = {}, headers: Record<string, string> = {}): Socket => {
    const socket = io(`${city.urls.uplink}${namespace}`, { transports: ['websocket'], reconnection: false, forceNew: true, auth, extraHeaders: headers });
    sockets.push(socket);
    return socket;
  };
  const outcome = (socket: Socket): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    socket.on('connect', () => resolve('connected')).on('connect_error', (error) => resolve(error.message));
    return promise;
  };
  const enter = async (hallId: string): Promise<Socket> => {
    const socket = knock('/hall', { hall: hallId, key: testKey(hallId) });
    expect(await outcome(socket)).toBe('connected');
    return socket;
  };
  const helloOf = (hallId: string, over: Partial<Hello> = {}): Hello =>
    ({ versions: [uplinkVersion], hall: hallId, install: 'install1', epoch: 'epoch1', seq: 0, hash: chainStart, nonce, clock: Date.now(), hallName: '测试', ...over });
  const hello = async (socket: Socket, message: unknown) => helloReplySchema.parse(await socket.timeout(5_000).emitWithAck('hello', message));
  const push = async (socket: Socket, message: unknown) => pushReplySchema.parse(await socket.timeout(5_000).emitWithAck('push', message));
  const fetchOf = (path: string): Promise<{ status: number; body: string; headers: Record<string, unknown> }> => {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string; headers: Record<string, unknown> }>();
    get(`${city.urls.city}${path}`, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => { body += text; }).on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    }).on('error', reject);
    return promise;
  };

  it('asks for a key first', async () => {
    expect(await outcome(knock('/hall', { hall: 'h1', key: 'a wrong key that is long' }))).toBe('wrongKey');
    expect(await outcome(knock('/hall', { hall: 'nobody', key: testKey('h1') }))).toBe('unknownHall');
    expect(await outcome(knock('/hall', { hall: 'h1' }))).toBe('malformed');
    expect(await outcome(knock('/'))).toBe('nothing is served here');
  });

  it('does not let one hall speak for another', async () => {
    expect(await hello(await enter('h1'), helloOf('h2'))).toEqual({ kind: 'refuse', nonce, reason: 'wrongKey' });
  });

  it('answers broken messages by name and keeps the connection', async () => {
    const socket = await enter('h1');
    for (const broken of [undefined, 7, 'x', [], { hall: 'h1' }, helloOf('h1', { seq: -1 }), { ...helloOf('h1'), extra: 1 }]) {
      expect(await hello(socket, broken)).toMatchObject({ kind: 'refuse', reason: 'malformed' });
      expect(await push(socket, broken)).toEqual({ kind: 'refuse', reason: 'malformed' });
    }
    socket.emit('hello');
    socket.emit('push', 'no answer wanted');
    socket.emit('somethingElse', { a: 1 });
    // Halls of the version before and of one that is not there yet: told which one is spoken here, and what they push is not welcome.
    for (const version of [uplinkVersion - 1, 99]) {
      expect(await hello(socket, helloOf('h1', { versions: [version] }))).toEqual({ kind: 'upgrade', nonce, versions: [uplinkVersion] });
    }
    expect(await hello(socket, helloOf('h1', { versions: [uplinkVersion - 1, uplinkVersion] }))).toMatchObject({ kind: 'welcome', version: uplinkVersion });
    expect(await hello(socket, helloOf('h1'))).toMatchObject({ kind: 'welcome', nonce, cursor: { seq: 0, hash: chainStart } });
  });

  it('§11 lets a hall read what is for all and what is its own, after its welcome and with its token', async () => {
    const socket = await enter('h1');
    const pull = async (message: unknown) => pullReplySchema.parse(await socket.timeout(5_000).emitWithAck('pull', message));
    for (const broken of [undefined, 7, {}, { token, feed: 'nothing', max: 1 }, { token, feed: 'halls', max: 0 }, { token, feed: 'halls', max: 1, more: 1 }, { token, feed: 'halls', max: 1, after: { position: 0, stamp: 'x' } }]) {
      expect(await pull(broken)).toEqual({ kind: 'refuse', reason: 'malformed' });
    }
    expect(await pull({ token, feed: 'halls', max: 1 })).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
    const welcome = await hello(socket, helloOf('h1'));
    if (welcome.kind !== 'welcome') throw new Error(welcome.kind);
    expect(await pull({ token, feed: 'halls', max: 1 })).toEqual({ kind: 'refuse', reason: 'staleToken' });
    for (const feed of ['orders:h2', 'own:h2', 'workers:h11']) expect(await pull({ token: welcome.token, feed, max: 1 })).toEqual({ kind: 'refuse', reason: 'notYours' });
    for (const feed of ['employers', 'orders:h1', 'own:h1']) expect(await pull({ token: welcome.token, feed, max: 1 })).toMatchObject({ kind: 'page', feed, from: 0, to: 0, head: 0, rows: 0 });
  });

  it('refuses batches that are unwelcome, too large, bombs or in pieces, then takes a good one', async () => {
    const hall = testHall('h2', 3);
    const next = morning(seeded(3), 'x');
    for (let n = 0; n < 30; n++) hall.journal.append(next());
    const socket = await enter('h2');
    const good = (welcomeToken: string): Push => makePush(hall.journal, { hall: 'h2', install: 'install1', epoch: 'epoch1', token: welcomeToken, seq: 0, hash: chainStart }, { seq: 0, hash: chainStart })!.push;
    expect(await push(socket, good(token))).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
    const welcome = await hello(socket, helloOf('h2', hall.journal.head()));
    if (welcome.kind !== 'welcome') throw new Error(welcome.kind);
    const valid = good(welcome.token);
    const with_ = (over: Partial<Push>): Push => ({ ...valid, ...over });
    expect(await push(socket, with_({ token }))).toEqual({ kind: 'refuse', reason: 'staleToken' });
    expect(await push(socket, with_({ epoch: 'epoch2' }))).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
    expect(await push(socket, with_({ payload: new Uint8Array(uplinkLimits.compressedBytes + 1) }))).toEqual({ kind: 'refuse', reason: 'tooLarge' });
    expect(await push(socket, with_({ payload: zstdCompressSync(Buffer.alloc(64_000_000)) }))).toEqual({ kind: 'refuse', reason: 'tooLarge' });
    expect(await push(socket, with_({ payload: Buffer.from('this is not zstd') }))).toEqual({ kind: 'refuse', reason: 'malformed' });
    expect(await push(socket, with_({ payload: zstdCompressSync('{"boots":[]}') }))).toEqual({ kind: 'refuse', reason: 'malformed' });
    expect(await push(socket, with_({ n: valid.n - 1 }))).toEqual({ kind: 'refuse', reason: 'malformed' });
    expect(await push(socket, with_({ from: 2 }))).toEqual({ kind: 'refuse', reason: 'malformed' });
    const half = hall.journal.read(1, 512, 1e6);
    const cut = half.rows.findIndex((row) => !row.end) + 1;
    expect(await push(socket, with_({ n: cut, payload: zstdCompressSync(JSON.stringify({ boots: half.boots, rows: half.rows.slice(0, cut) })) }))).toEqual({ kind: 'refuse', reason: 'malformed' });
    expect(await push(socket, with_({ payload: zstdCompressSync(JSON.stringify({ boots: [], rows: half.rows })) }))).toEqual({ kind: 'refuse', reason: 'malformed' });
    expect(await push(socket, valid)).toEqual({ kind: 'ack', cursor: hall.journal.head(), quarantined: 0, credit: uplinkLimits.batchesInFlightSlow, own: { position: hall.journal.rows.length, stamp: ownStamp(hall.journal.rows.at(-1)!) } });
    expect(await push(socket, with_({ previous: 'c'.repeat(64) }))).toEqual({ kind: 'fork', cursor: hall.journal.head() });
  });

  it('ends the older connection when a hall comes again', async () => {
    const first = await enter('h3');
    await hello(first, helloOf('h3'));
    const { promise, resolve } = Promise.withResolvers<string>();
    first.on('disconnect', resolve);
    expect(await hello(await enter('h3'), helloOf('h3'))).toMatchObject({ kind: 'welcome' });
    expect(await promise).toBe('io server disconnect');
  });

  it('shows the figures as JSON and on the page, and only them', async () => {
    const hall = testHall('h4', 8);
    const next = morning(seeded(8), 'y');
    for (let n = 0; n < 200; n++) hall.journal.append(next());
    const page = knock('/city');
    const { promise, resolve } = Promise.withResolvers<void>();
    const expected = recount(hall.journal.facts());
    page.on('figures', (state) => {
      const seen = cityFiguresSchema.parse(state).halls.find((one) => one.hallId === 'h4')!;
      if (seen.seq !== hall.journal.head().seq) return;
      expect(seen).toMatchObject({ state: 'online', businessDay: expected.businessDay, counts: { seekers: expected.seekers, waiting: expected.waiting, jobs: expected.jobs, places: expected.places, hires: expected.hires } });
      resolve();
    });
    hall.start(city.urls.uplink);
    await promise;
    await hall.stop();
    const api = await fetchOf('/api/figures');
    const figures = cityFiguresSchema.parse(JSON.parse(api.body));
    expect(figures.halls.map((one) => one.hallId)).toEqual(['h1', 'h2', 'h3', 'h4']);
    expect(figures.halls[0]).toMatchObject({ state: 'never' });
    expect(api.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await fetchOf('/')).body).toContain('<title>city</title>');
    for (const path of ['/../config.ts', '/%2e%2e/%2e%2e/etc/passwd', '/nothing', '/.env']) expect((await fetchOf(path)).status).toBe(404);
    page.emit('anything');
    const ended = Promise.withResolvers<string>();
    page.on('disconnect', ended.resolve);
    expect(await ended.promise).toBe('io server disconnect');
  });

  it('gives nothing to a page of another site', async () => {
    expect(await outcome(knock('/city', {}, { origin: 'http://evil.example' }))).toBe('websocket error');
  });
});
