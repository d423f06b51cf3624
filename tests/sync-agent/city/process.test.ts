/* The hub as its own process: how it starts, what it says when it cannot, how it ends, and what a kill takes from it (nothing). */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCuttingProxy } from '../../fixtures/city/cutting-proxy.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { removeTestHalls, testHall, testKey } from '../../fixtures/city/hall.ts';
import { archivedOf, countsOf } from '../../fixtures/city/hub.ts';
import { morning, recount } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

afterAll(removeTestHalls);

const main = join(import.meta.dirname, '../../../sync-agent/city/main.ts');
interface Running { readonly child: ChildProcessByStdio<null, Readable, Readable>; readonly ended: Promise<{ code: number | null; out: string; err: string }>; ready(): Promise<{ urls: { city: string; uplink: string }; pid: number }> }

const children = new Set<Running['child']>();
function run(args: string[]): Running {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let out = '';
  let err = '';
  const ended = Promise.withResolvers<{ code: number | null; out: string; err: string }>();
  const ready = Promise.withResolvers<string>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; if (out.includes('\n')) ready.resolve(out); });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  child.on('close', (code) => {
    children.delete(child);
    ready.reject(new Error(`ended before it was ready: ${err}`));
    ended.resolve({ code, out, err });
  });
  ready.promise.catch(() => undefined);
  return { child, ended: ended.promise, ready: async () => JSON.parse((await ready.promise).split('\n', 1)[0]!) as { urls: { city: string; uplink: string }; pid: number } };
}

describe('npm run city', () => {
  let folder: string;
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'kuaizhao-city-')); });
  afterEach(() => { for (const child of children) child.kill('SIGKILL'); });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const configFile = async (config: unknown): Promise<string> => {
    const path = join(folder, 'city.json');
    await writeFile(path, typeof config === 'string' ? config : JSON.stringify(config));
    return path;
  };
  const good = { listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: '', halls: [{ hallId: 'h1', name: '测试零工市场', key: testKey('h1') }] };

  it('says in one line what is wrong with its configuration, never a key, and ends with 2', async () => {
    const data = join(folder, 'never');
    const wrong: [unknown, string][] = [
      [{ ...good, data, extra: 1 }, 'extra'],
      [{ ...good, data, listen: { host: '127.0.0.1', port: 'x' } }, 'listen.port'],
      [{ ...good, data, listen: { host: '0.0.0.0', port: 0 } }, 'this machine only'],
      [{ ...good, data, database: 'mysql://x' }, 'database'],
      [{ ...good, data, halls: [good.halls[0], good.halls[0]] }, 'appears twice'],
      [{ ...good, data, halls: [{ hallId: 'h1', name: 'x', key: 'short-secret' }] }, 'halls.0.key'],
      ['{ not json', 'not JSON'],
      [{ ...good, data, database: 'postgres://nobody:secret@127.0.0.1:1/none' }, 'the database cannot be used'],
    ];
    const results = await Promise.all(wrong.map(async ([config, said], index) => {
      const path = join(folder, `wrong${index}.json`);
      await writeFile(path, typeof config === 'string' ? config : JSON.stringify(config));
      return { said, ...await run(['--config', path]).ended };
    }));
    results.push({ said: 'cannot be read', ...await run(['--config', join(folder, 'nothing.json')]).ended }, { said: 'usage', ...await run([]).ended });
    for (const { said, code, out, err } of results) {
      expect({ said, code, out, lines: err.split('\n').length }).toEqual({ said, code: 2, out: '', lines: 2 });
      expect(err).toContain(said);
      expect(err).not.toContain('secret');
    }
  });

  it('says that a port is busy', async () => {
    const other = createServer();
    const { promise, resolve } = Promise.withResolvers<void>();
    other.listen({ host: '127.0.0.1', port: 0 }, resolve);
    await promise;
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(['--config', await configFile({ ...good, data: join(folder, 'busy'), listen: { host: '127.0.0.1', port } })]).ended;
    other.close();
    expect({ code, err }).toEqual({ code: 2, err: `city: port ${port} of 127.0.0.1 is busy\n` });
  });

  describe.each(engineNames)('on %s', (name) => {
    let engine: TestEngine;
    let place: TestDatabase;
    beforeAll(async () => {
      engine = await startEngine(name);
      place = await engine.database();
    });
    afterAll(async () => {
      await place.remove();
      await engine.end();
    });

    it('is killed again and again while a hall pushes: nothing is lost, nothing is there twice', async () => {
      const path = await configFile({ ...good, database: place.database, data: place.data });
      const hall = testHall('h1', 21);
      const next = morning(seeded(21), 'k');
      let hub = run(['--config', path]);
      const proxy = await startCuttingProxy(Number(new URL((await hub.ready()).urls.uplink).port));
      hall.start(proxy.url);
      for (let round = 0; round < 2; round++) {
        for (let n = 0; n < 700; n++) hall.journal.append(next());
        const acked = hall.journal.acked();
        hall.uplink().wake();
        // As soon as one batch of this round is acknowledged, the next are on their way.
        while (hall.journal.acked() === acked) await new Promise((resolve) => { setImmediate(resolve); });
        hub.child.kill('SIGKILL');
        await hub.ended;
        hub = run(['--config', path]);
        proxy.aim(Number(new URL((await hub.ready()).urls.uplink).port));
      }
      await hall.reaches('caughtUp');
      expect(hall.journal.acked()).toBe(hall.journal.rows.length);
      await hall.stop();
      await proxy.close();
      hub.child.kill('SIGTERM');
      const { code, out, err } = await hub.ended;
      expect(code).toBe(0);
      expect(out.split('\n')).toHaveLength(2);
      for (const line of err.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ process: 'city' });
      const db = await place.open();
      expect(await archivedOf(db, 'h1')).toBe(hall.journal.rows.length);
      expect(await countsOf(db, 'h1')).toEqual(recount(hall.journal.facts()));
      await db.close();
    });
  });
});
