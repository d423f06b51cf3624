/* The local page: the built files by name and nothing else, the doorway for one page at a time, closed to everybody elsewhere. */
import { request } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servePage, type ServedPage } from '@kuaizhao/kiosk/browser/serve-page.ts';
import type { Doorkeeper } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { readScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';
import { faceOf } from '@kuaizhao/kiosk/session/face-of.ts';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { createManualTimer, type ManualTimer } from '../../hardware/manual-timer.ts';
import { ready } from '../session/driver.ts';

const log = { info: () => undefined, warn: () => undefined };
let timer: ManualTimer;
let page: ServedPage<{ doorkeeper: Doorkeeper }>;
const sockets: Socket[] = [];
const touches: unknown[] = [];
let listener: (face: KioskFace) => void = () => undefined;
const face = faceOf(ready());
const doorkeeper: Doorkeeper = {
  face: () => face,
  onFace(given) { listener = given; return () => undefined; },
  touch: (touch) => { touches.push(touch); },
};
const files = new Map([['/', { type: 'text/html; charset=utf-8', bytes: Uint8Array.from(Buffer.from('<!doctype html>')) }]]);

beforeEach(async () => {
  touches.length = 0;
  timer = createManualTimer();
  page = await servePage({ open: () => Promise.resolve({ doorkeeper }), listen: { host: '127.0.0.1', port: 0 }, log, files, timer });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await page.close();
});

const open = (headers: Record<string, string> = {}): Socket => {
  const socket = io(page.url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers });
  sockets.push(socket);
  return socket;
};
const once = <T>(socket: Socket, event: string): Promise<T> => new Promise((resolve) => { socket.once(event, resolve); });

/** As a browser would not: any path, any headers. */
const ask = (path: string, options: { method?: string; host?: string } = {}): Promise<{ status: number; headers: Record<string, unknown>; body: string }> => new Promise((resolve, reject) => {
  const asked = request({ port: new URL(page.url).port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers: options.host === undefined ? {} : { host: options.host } }, (response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (chunk: string) => { body += chunk; }).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
  });
  asked.once('error', reject).end();
});

test('what was built is there, with its policy; nothing else is', async () => {
  const index = await ask('/');
  expect(index).toMatchObject({ status: 200, body: '<!doctype html>' });
  expect(index.headers['content-security-policy']).toContain("default-src 'none'");
  expect(index.headers['content-security-policy']).not.toContain('unsafe');
  const elsewhere = await Promise.all(['/../package.json', '/%2e%2e/package.json', '/assets/', '/index.html/..', '/socket.io/socket.io.js', '//'].map(async (path) => ({ path, found: (await ask(path)).status < 400 })));
  expect(elsewhere.filter(({ found }) => found)).toEqual([]);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
  expect((await ask('/', { host: 'kiosk.example.org' })).status).toBe(403);
});

test('screens that are not built are said to be', async () => {
  await page.close();
  page = await servePage({ open: () => Promise.resolve({ doorkeeper }), listen: { host: '127.0.0.1', port: 0 }, log, files: readScreenFiles('/nowhere/at/all') });
  expect(await ask('/')).toMatchObject({ status: 503, body: 'the screens are not built: npm run build' });
});

test('a face at once and with each change; touches go up', async () => {
  const socket = open();
  expect(await once<KioskFace>(socket, 'face')).toEqual(JSON.parse(JSON.stringify(face)));
  const second = once<KioskFace>(socket, 'face');
  listener({ ...face, textStep: 2 });
  expect(await second).toMatchObject({ textStep: 2 });
  socket.emit('touch', { type: 'wantToHire' });
  await expect.poll(() => touches).toEqual([{ type: 'wantToHire' }]);
});

test('a newer page takes over', async () => {
  const first = open();
  await once(first, 'face');
  const gone = once<string>(first, 'disconnect');
  const second = open();
  await once(second, 'face');
  expect(await gone).toBe('io server disconnect');
  const heard = once<KioskFace>(second, 'face');
  listener({ ...face, textStep: 1 });
  expect(await heard).toMatchObject({ textStep: 1 });
});

test('a page that is gone for two seconds ends the session; one that is back before does not', async () => {
  const first = open();
  await once(first, 'face');
  first.close();
  await expect.poll(() => timer.pending()).toBe(1);
  await timer.advance(1_500);
  await once(open(), 'face');
  await timer.advance(10_000);
  expect(touches).toEqual([]);
  sockets.at(-1)?.close();
  await expect.poll(() => timer.pending()).toBe(1);
  await timer.advance(2_000);
  expect(touches).toEqual([{ type: 'end' }]);
});

test('a page from elsewhere does not get in', async () => {
  expect(await once<Error>(open({ origin: 'https://example.org' }), 'connect_error')).toBeInstanceOf(Error);
  expect(await once<Error>(open({ host: 'kiosk.example.org' }), 'connect_error')).toBeInstanceOf(Error);
});

test('a busy port is said by its code', async () => {
  await expect(servePage({ open: () => Promise.resolve({ doorkeeper }), listen: { host: '127.0.0.1', port: Number(new URL(page.url).port) }, log, files })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
