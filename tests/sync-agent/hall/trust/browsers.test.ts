/* Browsers of the hall: let in by the signs on their screen, held by a cookie whose token changes and a key that never leaves them. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { enrolledForMs } from '@kuaizhao/db/domain/devices/commands.ts';
import { enrolmentPaths, pairBegunSchema, sessionSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { openSessions, tokenForMs } from '@kuaizhao/sync-agent/hall/trust/sessions.ts';
import { morning, tempDir } from '../../../fixtures/engine.ts';
import { arrived, byAgent, connect, openLanHall, refusal } from './lan-hall.ts';

type Hall = Awaited<ReturnType<typeof openLanHall>>;

function openBrowser({ url, trust }: Hall) {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (what: string): string => sign('sha256', Buffer.from(what), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  let cookie = '';
  const cookies: string[] = [];
  const post = async (path: string, message: object, headers: Record<string, string> = {}): Promise<{ readonly status: number | undefined; readonly told: Record<string, unknown> }> => {
    const body = JSON.stringify(message);
    const { status, told, set } = await new Promise<{ status: number | undefined; told: string; set: string | undefined }>((resolve, reject) => {
      request(new URL(path, url), { method: 'POST', ca: trust.authority.pem, agent: false, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...(cookie === '' ? {} : { cookie }), ...headers } }, (response) => {
        text(response).then((told) => resolve({ status: response.statusCode, told, set: response.headers['set-cookie']?.[0] }), reject);
      }).once('error', reject).end(body);
    });
    if (set !== undefined) cookies.push(set);
    cookie = cookies.at(-1)?.split(';')[0] ?? '';
    return { status, told: JSON.parse(told) as Record<string, unknown> };
  };
  const line = async (namespace: string, deviceId: string, extra: { readonly cookie?: string; readonly challenge?: string } = {}): Promise<Socket> => {
    const { challenge } = sessionSchema.parse((await post(enrolmentPaths.session, {})).told);
    const proof = { challenge: extra.challenge ?? challenge, signature: signed(`line ${challenge}`) };
    const socket = io(url + namespace, { transports: ['websocket'], forceNew: true, reconnection: false, ca: trust.authority.pem, extraHeaders: { cookie: extra.cookie ?? cookie }, auth: { version: lanVersion, deviceId, signed: proof } });
    onTestFinished(() => { socket.close(); });
    return socket;
  };
  return { cookies, post, line, signed, publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') };
}

async function letIn(hall: Hall, deviceId: string, role: 'board' | 'console') {
  const browser = openBrowser(hall);
  const begun = pairBegunSchema.parse((await browser.post(enrolmentPaths.pair, { role, publicKey: browser.publicKey })).told);
  const take = () => browser.post(enrolmentPaths.paired, { talk: begun.talk, signature: browser.signed(`pair ${begun.talk}`) });
  expect((await take()).told).toEqual({ ok: true, state: 'waiting' });
  const waits = hall.trust.pairing.waiting().find(({ signs }) => signs === begun.signs);
  expect((await byAgent(hall.hall, 'enrolDevice', { deviceId, role, name: '门口大屏', fingerprint: waits?.fingerprint, proof: 'session' })).ok).toBe(true);
  expect((await take()).told).toEqual({ ok: true, state: 'in', deviceId, role });
  expect((await take()).told).toEqual({ ok: false, refusal: 'notLetIn' });
  expect(browser.cookies).toEqual([expect.stringMatching(/^__Host-kuaizhao=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=7776000$/)]);
  return browser;
}

test('a browser that staff let in opens the door of its role with cookie and key; without one of the two nobody does', async () => {
  const hall = await openLanHall();
  const board = await letIn(hall, 'board-1', 'board');
  expect((await arrived(await board.line(namespaces.board, 'board-1'))).connected).toBe(true);
  expect(await refusal(await board.line(namespaces.console, 'board-1'))).toBe('unknownDevice');
  expect(await refusal(await board.line(namespaces.board, 'board-2'))).toBe('unknownDevice');
  expect(await refusal(await board.line(namespaces.board, 'board-1', { cookie: '' }))).toBe('unknownDevice');
  // A copied cookie with another key, and a challenge that is not the agent's own.
  expect(await refusal(await board.line(namespaces.board, 'board-1', { challenge: 'A'.repeat(22) }))).toBe('unknownDevice');
  const stranger = openBrowser(hall);
  expect((await stranger.post(enrolmentPaths.session, {})).told).toEqual({ ok: false, refusal: 'noSession' });
  expect((await stranger.post(enrolmentPaths.pair, { role: 'kiosk', publicKey: stranger.publicKey })).told).toEqual({ ok: false, refusal: 'malformed' });
  expect((await stranger.post(enrolmentPaths.pair, { role: 'board', publicKey: stranger.publicKey }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await stranger.post(enrolmentPaths.pair, { role: 'board', publicKey: 'x'.repeat(5_000) })).status).toBe(400);
});

test('a browser that is sent away has no session and no line any more', async () => {
  const hall = await openLanHall();
  const desk = await letIn(hall, 'console-1', 'console');
  const line = await arrived(await desk.line(namespaces.console, 'console-1'));
  await byAgent(hall.hall, 'revokeDevice', { deviceId: 'console-1' });
  await expect.poll(() => line.connected).toBe(false);
  expect((await desk.post(enrolmentPaths.session, {})).told).toEqual({ ok: false, refusal: 'sentAway' });
  expect(await refusal(connect(hall.url, namespaces.console, { authority: hall.trust.authority.pem, deviceId: 'console-1' }))).toBe('unknownDevice');
});

test('a browser that was away for longer than its ninety days is told so', async () => {
  let ahead = 0;
  const hall = await openLanHall({ ...systemClock, now: () => Date.now() + ahead });
  const desk = await letIn(hall, 'console-1', 'console');
  ahead = enrolledForMs + 1;
  expect((await desk.post(enrolmentPaths.session, {})).told).toEqual({ ok: false, refusal: 'runOut' });
});

test('a browser that staff say no to hears it, and no other one', async () => {
  const hall = await openLanHall();
  const [one, other] = [openBrowser(hall), openBrowser(hall)];
  const begin = async (browser: typeof one) => pairBegunSchema.parse((await browser.post(enrolmentPaths.pair, { role: 'board', publicKey: browser.publicKey })).told);
  const [first, second] = [await begin(one), await begin(other)];
  expect([hall.trust.pairing.dismiss(first.signs), hall.trust.pairing.dismiss(first.signs)]).toEqual([true, false]);
  expect((await one.post(enrolmentPaths.paired, { talk: first.talk, signature: one.signed(`pair ${first.talk}`) })).told).toEqual({ ok: false, refusal: 'notLetIn' });
  expect((await other.post(enrolmentPaths.paired, { talk: second.talk, signature: other.signed(`pair ${second.talk}`) })).told).toEqual({ ok: true, state: 'waiting' });
});

test('the token changes every day, the old one holds until the new one came back; after that it is a copy and ends the session', () => {
  const clock = { now: morning };
  const copies: string[] = [];
  const folder = tempDir();
  const open = () => openSessions({ folder, now: () => clock.now, monotonicMs: () => clock.now, log: pino({ level: 'silent' }), copied: (deviceId) => { copies.push(deviceId); } });
  const sessions = open();
  const first = sessions.begin('board-1', 'key');
  const token = (of: string): string | undefined => { const used = sessions.use(of); return used !== undefined && 'token' in used ? used.token : undefined; };
  expect(token(first)).toBeUndefined();
  clock.now += tokenForMs;
  const lost = token(first) ?? '';
  // The answer was lost on its way: the old one still holds, and gives another.
  const second = token(first) ?? '';
  expect([second.length, sessions.use(lost)]).toEqual([43, undefined]);
  expect(open().use(second)).toMatchObject({ deviceId: 'board-1' });
  const after = open();
  expect(copies).toEqual([]);
  expect(after.use(first)).toEqual({ over: 'copied' });
  expect(copies).toEqual(['board-1']);
  // Who is told so cannot be told apart; it is one accusation, and holds over a restart until somebody lets it in anew.
  expect([after.use(second), open().use(second), copies.length]).toEqual([{ over: 'copied' }, { over: 'copied' }, 1]);
  const anew = after.begin('board-1', 'other key');
  expect([after.use(second), after.use(anew)]).toEqual([undefined, expect.objectContaining({ deviceId: 'board-1', publicKey: 'other key' })]);
});
