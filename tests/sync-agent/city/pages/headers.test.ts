/* Every kind of address of the hub, and what strangers try instead: each answer has its headers, nothing lists a folder, and nothing tells of the machine. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { startEngine, type TestDatabase, type TestEngine } from '../../../fixtures/city/databases.ts';
import { quietLog, testKey } from '../../../fixtures/city/hall.ts';

let engine: TestEngine;
let place: TestDatabase;
let city: City;
beforeAll(async () => {
  engine = await startEngine('embedded');
  place = await engine.database();
  // With the pages as they were built.
  city = await startCity({ listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: place.data, halls: [{ hallId: 'h1', name: '测试零工市场', key: testKey('h1') }], api: { clients: [{ clientId: 'quancheng', key: 'a-key-of-a-platform-for-tests' }], perAddress: 10_000, perKey: 10_000 } }, quietLog);
});
afterAll(async () => {
  await city.close();
  await place.remove();
  await engine.end();
});

interface Told { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string }
/** As it is written: fetch would put `..` in order before it asks. */
const ask = (path: string, method = 'GET'): Promise<Told> => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(city.urls.city);
  const asked = request({ hostname, port, path, method, agent: false }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, text }); });
  });
  asked.on('error', reject).end();
});

const served = ['/', '/?x=1', '/jobs/', '/api/figures', '/api/v1/openapi.json', '/api/v1/halls', '/api/v1/jobs'] as const;
const elsewhere = ['/jobs', '/api/v1/orders/none', '/api/v1/', '/slip/AAAAAAAAAAAAAAAAAAAAAA', '/slip/', '/map', '/nothing', '/assets', '/assets/', '/jobs/assets/', '/.built', '/jobs/.built', '/.git/config', '/package.json', '/../package.json', '/assets/../../package.json', '/%2e%2e/%2e%2e/package.json', '/%252e%252e/package.json', '/..\\..\\package.json', '/jobs/..%2f..%2fpackage.json', '/a%00b', '/%', '//etc/passwd', '/socket.io', '/api/v1/../../package.json'] as const;

test.each(served)('§7 GET %s is there, with its headers', async (path) => {
  const told = await ask(path);
  expect(told.status).toBe(200);
  expect(told).toSatisfy(isGuarded);
});

test.each(elsewhere)('§7 GET %s leads nowhere, with its headers and without a word of the machine', async (path) => {
  const told = await ask(path);
  expect([200, 308, 400, 401, 404, 405]).toContain(told.status);
  expect(told).toSatisfy(isGuarded);
  expect(told.text).not.toMatch(/Index of|<li><a href|node:internal|\bat [\w.]+ \(|node_modules|"dependencies"|root:x/);
  // An unknown address of the page may be the page itself, and is nothing else.
  expect(told.status === 200 ? told.text : '').toMatch(/^(?:<!doctype html>|$)/i);
});

test.each(['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PATCH'])('§7 %s on pages and on the API is refused, with its headers', async (method) => {
  for (const path of ['/', '/jobs/', '/api/figures', '/api/v1/halls', '/map']) {
    const told = await ask(path, method);
    expect([path, told.status]).toEqual([path, expect.toSatisfy((status: number) => [400, 401, 404, 405, 415].includes(status))]);
    expect(told).toSatisfy(isGuarded);
  }
});

function isGuarded({ headers }: Told): boolean {
  const policy = String(headers['content-security-policy']);
  return policy.startsWith("default-src 'none'") && policy.includes("frame-ancestors 'none'") && !policy.includes('unsafe-eval') && headers['x-content-type-options'] === 'nosniff'
    && headers['x-frame-options'] === 'DENY' && headers['referrer-policy'] === 'no-referrer' && headers['x-powered-by'] === undefined && headers['server'] === undefined;
}
