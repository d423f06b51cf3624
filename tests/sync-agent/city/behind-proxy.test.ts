/* The deployment as the README shows it: two hub processes behind one address with TLS, on the shipped configuration of the proxy. Halls reach whichever is there, and one restart after the other loses nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { quietLog, removeTestHalls, testHall, testKey } from '../../fixtures/city/hall.ts';
import { archivedOf } from '../../fixtures/city/hub.ts';
import { morning } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { freePort } from '../../flows/stage/processes.ts';

const shipped = join(import.meta.dirname, '../../../sync-agent/city/deploy/nginx.conf');
const page = '<!doctype html><title>city</title>';
let engine: TestEngine;
let place: TestDatabase;
beforeAll(async () => {
  engine = await startEngine('postgres');
  place = await engine.database();
});
afterAll(async () => {
  await place.remove();
  await engine.end();
});
afterAll(removeTestHalls);

const hub = (port: number): Promise<City> =>
  startCity({ listen: { host: '127.0.0.1', port }, database: place.database, data: place.data, halls: ['h1', 'h2'].map((hallId) => ({ hallId, name: '测试零工市场', key: testKey(hallId) })) }, quietLog, { pageFolder: place.data });

test('sync.md §2 two hubs behind the shipped proxy: TLS 1.3 only, a hall on either, wrong keys refused through it, a rolling restart loses nothing', async () => {
  writeFileSync(join(place.data, 'index.html'), page);
  const [left, right, plain, secure] = [await freePort(), await freePort(), await freePort(), await freePort()];
  let [first, second] = [await hub(left), await hub(right)];
  onTestFinished(async () => { await Promise.all([first.close(), second.close()]); });
  await startProxy({ left, right, plain, secure });
  const url = `https://localhost:${secure}`;

  expect(await asked(url)).toMatchObject({ status: 200, body: page, version: 'TLSv1.3', headers: { 'strict-transport-security': 'max-age=31536000' } });
  await expect(asked(url, { maxVersion: 'TLSv1.2' })).rejects.toThrow(/protocol version|alert/);
  const stranger = testHall('h2', 7, { key: 'a wrong key that is long' });
  stranger.start(url);
  await stranger.reaches('refused');
  expect(stranger.uplink().uplinkReason()).toBe('wrongKey');
  await stranger.stop();

  const hall = testHall('h1', 31);
  const next = morning(seeded(31), 'x');
  const work = (): void => { for (let n = 0; n < 40; n++) hall.journal.append(next()); hall.uplink().wake(); };
  const drained = (): Promise<unknown> => eventually('the city has it', () => hall.uplink().uplinkState() === 'caughtUp' && hall.journal.acked() === hall.journal.head().seq, 20_000);
  hall.start(url);
  work();
  await drained();
  for (const port of [left, right]) {
    await (port === left ? first : second).close();
    work();
    await drained();
    if (port === left) first = await hub(left);
    else second = await hub(right);
    work();
    await drained();
  }
  await hall.stop();
  const db = await place.open();
  expect(await archivedOf(db, 'h1')).toBe(hall.journal.head().seq);
  await db.close();
}, 120_000);

/** The shipped file with other ports and a certificate of the test's own, in an nginx of the test's own. */
async function startProxy({ left, right, plain, secure }: { readonly left: number; readonly right: number; readonly plain: number; readonly secure: number }): Promise<void> {
  const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
  if (program === undefined) throw new Error('no nginx found: apt-get install -y --no-install-recommends nginx-light');
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-proxy-'));
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { cwd: dir, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, readFileSync(join(dir, 'cert.pem'), 'utf8')]);
  const config = replaced(readFileSync(shipped, 'utf8'), [
    ['127.0.0.1:7401', `127.0.0.1:${left}`], ['127.0.0.1:7402', `127.0.0.1:${right}`], ['listen 80;', `listen 127.0.0.1:${plain};`], ['listen 443 ssl;', `listen 127.0.0.1:${secure} ssl;`],
    ['/etc/kuaizhao/tls/fullchain.pem', join(dir, 'cert.pem')], ['/etc/kuaizhao/tls/key.pem', join(dir, 'key.pem')],
  ]);
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`).join(' ');
  writeFileSync(join(dir, 'nginx.conf'), `daemon off; master_process off; pid ${dir}/pid; error_log stderr error; events { worker_connections 256; } http { access_log off; ${temps}\n${config}\n}`);
  const nginx = spawn(program, ['-p', dir, '-c', join(dir, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => { nginx.once('exit', () => { resolve(); }); });
  let said = '';
  nginx.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
  onTestFinished(async () => {
    nginx.kill('SIGTERM');
    await ended;
    tls.setDefaultCACertificates(before);
    rmSync(dir, { recursive: true, force: true });
  });
  await eventually('the proxy serves', async () => {
    if (nginx.exitCode !== null) throw new Error(`nginx: ${said}`);
    return asked(`https://localhost:${secure}`).then(() => true, () => false);
  }, 10_000);
}

/** Each place is there, so that the shipped file cannot lose one unnoticed. */
function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`the shipped configuration has no ${from}`);
    return now.replaceAll(from, to);
  }, text);
}

function asked(url: string, over: { readonly maxVersion?: tls.SecureVersion } = {}): Promise<{ status: number | undefined; body: string; version: string | null; headers: object }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string; version: string | null; headers: object }>();
  get(url, { agent: false, ...over }, (response) => {
    const version = (response.socket as tls.TLSSocket).getProtocol();
    let body = '';
    response.setEncoding('utf8').on('data', (text: string) => { body += text; }).on('end', () => { resolve({ status: response.statusCode, body, version, headers: response.headers }); });
  }).on('error', reject);
  return promise;
}
