/* The second screen of a kiosk over TLS: a real browser before the kiosk's own door on loopback, a real agent behind it; and what that door does not open to. */
import { request } from 'node:http';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { openBoardLine } from '@kuaizhao/kiosk/host/agent/board-line.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { openAuthority } from '@kuaizhao/sync-agent/hall/trust/authority.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { launchBrowser } from '../../../pictures/browser.ts';
import { arrived, byAgent, connect, enrolled, openLanHall, refusal } from './lan-hall.ts';

async function second() {
  const one = await openLanHall();
  const trust = await enrolled(one);
  const line = await openBoardLine({ url: `${one.url}/board/?lang=en&device=board-9`, trust: () => trust });
  onTestFinished(() => line.close());
  return { ...one, held: trust, line, at: new URL(line.url) };
}
const get = (url: URL | string, options: object = {}): Promise<number | undefined> => new Promise((resolve, reject) => { request(url, options, (response) => { response.resume(); resolve(response.statusCode); }).once('error', reject).end(); });

test('the board of a kiosk’s second screen comes in with the kiosk’s certificate, under the kiosk’s name, and goes with the kiosk', async () => {
  const { hall, line, at, url, held } = await second();
  expect([at.hostname, at.searchParams.get('device'), at.searchParams.get('lang')]).toEqual(['127.0.0.1', 'kiosk-1-board', 'en']);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(line.url);
  await page.locator('.board').waitFor();
  const link = () => hall.db.faces.devices.states().find((one) => one.deviceId === 'kiosk-1-board' && one.kind === 'link')?.state;
  await expect.poll(link).toBe('connected');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  // The kiosk's own line beside it is another one.
  expect((await arrived(connect(url, namespaces.kiosk, held))).connected).toBe(true);
  await byAgent(hall, 'revokeDevice', { deviceId: 'kiosk-1' });
  await expect.poll(link).toBe('lost');
});

test('§7 the door on loopback opens to its own window alone, for the board alone', async () => {
  const { at, held, url } = await second();
  const bare = `http://${at.host}/board/`;
  expect(await get(at)).toBe(200);
  expect(await Promise.all([get(bare), get(`${bare}?beside=guess`), get(at, { headers: { host: 'elsewhere.example' } })])).toEqual([403, 403, 403]);
  const headers = { cookie: `kuaizhao-board=${at.searchParams.get('beside') ?? ''}` };
  expect(await get(`http://${at.host}/board/`, { headers })).toBe(200);
  expect(await Promise.all([get(`http://${at.host}/console/`, { headers }), get(`http://${at.host}/pair/session`, { headers, method: 'POST' }), get(`http://${at.host}/board/../console/`, { headers })])).toEqual([404, 404, 404]);
  const through = (namespace: string, deviceId: string, more: Record<string, string>) => {
    const socket = io(`http://${at.host}${namespace}`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId }, extraHeaders: { ...headers, ...more } });
    onTestFinished(() => { socket.close(); });
    return socket;
  };
  const origin = `http://${at.host}`;
  expect((await arrived(through(namespaces.board, 'kiosk-1-board', { origin }))).connected).toBe(true);
  expect(await refusal(through(namespaces.kiosk, 'kiosk-1', { origin }))).toBe('unknownDevice');
  expect(await refusal(through(namespaces.board, 'kiosk-2-board', { origin }))).toBe('unknownDevice');
  expect(await refusal(through(namespaces.board, 'kiosk-1-board', { origin: 'https://elsewhere.example' }))).toBe('websocket error');
  expect(await refusal(through(namespaces.board, 'kiosk-1-board', { origin, cookie: 'kuaizhao-board=guess' }))).toBe('websocket error');
  // Without the carrying header the kiosk's certificate opens its board by the same name, and no other board.
  expect((await arrived(connect(url, namespaces.board, { ...held, deviceId: 'kiosk-1-board' }))).connected).toBe(true);
  expect(await refusal(connect(url, namespaces.board, { ...held, deviceId: 'kiosk-1' }))).toBe('unknownDevice');
});

test('an agent of another authority in the hall’s place, and one that is away, show nothing', async () => {
  const { held, url, hall } = await second();
  const foreign = await openAuthority(tempDir(), 'hall-x', Date.now);
  const line = await openBoardLine({ url: `${url}/board/`, trust: () => ({ ...held, authority: foreign.pem }) });
  onTestFinished(() => line.close());
  await expect(get(line.url)).rejects.toThrow('socket hang up');
  const away = await openBoardLine({ url: `${url}/board/`, trust: () => held });
  onTestFinished(() => away.close());
  await hall.close();
  await expect(get(away.url)).rejects.toThrow('socket hang up');
});
