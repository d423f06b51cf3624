/* Against who may come in: forged, foreign, old and revoked certificates, other doors and names, wrong versions, a stolen cookie, a copied device. */
import { request } from 'node:https';
import type { Socket } from 'socket.io-client';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { openAuthority } from '@kuaizhao/sync-agent/hall/trust/authority.ts';
import { cookieName } from '@kuaizhao/sync-agent/hall/trust/gate.ts';
import { join } from 'node:path';
import { sign } from 'node:crypto';
import { attackerAt, tally, wait, within, type Attack } from '../outcome.ts';
import { browser, deviceForMs, makeKeys, type Keys, type Stage } from '../stage.ts';

/** `in`, or why not. */
const fate = async (socket: Socket): Promise<string> => {
  const told = await within(10_000, new Promise<string>((tell) => { socket.once('connect', () => { tell('in'); }).once('connect_error', ({ message }) => { tell(message); }); }));
  socket.disconnect();
  return told ?? 'nothing';
};

const certificates: Attack = {
  name: 'forged, foreign, old and revoked certificates',
  async run(stage) {
    const { expect, outcome } = tally();
    const { key, publicKey } = makeKeys();
    const { authority } = stage;
    const foreign = await openAuthority(join(stage.dir, 'foreign'), 'another-hall', () => Date.now());
    const subject = { deviceId: 'kiosk-4', role: 'kiosk', publicKey } as const;
    const until = Date.now() + deviceForMs;
    const shown: Readonly<Record<string, Partial<Keys>>> = {
      foreign: { key, cert: await foreign.device({ ...subject, until }) }, 'out of date': { key, cert: await authority.device({ ...subject, until: Date.now() - 1_000 }) },
      'of the hall, with a key it does not know': { key, cert: await authority.device({ ...subject, until }) }, none: {},
      'two authorities': { key, cert: `${await foreign.device({ ...subject, until })}\n${authority.pem}` },
    };
    for (const [name, own] of Object.entries(shown)) for (const door of ['kiosk', 'board', 'console'] as const) {
      const said = await fate(stage.line('kiosk-4', door, { ca: authority.pem, ...own }));
      expect(`${name} at ${door}: ${said}`, said === 'unknownDevice' || said.includes('error'));
    }
    for (const [mine, door, name] of [['kiosk-4', 'console', 'kiosk-4'], ['kiosk-4', 'board', 'kiosk-4'], ['board-1', 'kiosk', 'board-1'], ['board-1', 'console', 'board-1'], ['console-1', 'kiosk', 'console-1'], ['kiosk-4', 'kiosk', 'kiosk-0'], ['console-1', 'console', 'console-0'], ['kiosk-4', 'kiosk', 'admin']] as const) {
      const said = await fate(stage.line(name, door, stage.keysOf(mine)));
      expect(`${mine} as ${name} at ${door}: ${said}`, said === 'unknownDevice');
    }
    // A device that is sent away while it speaks.
    const live = stage.line('kiosk-6', 'kiosk');
    await within(10_000, new Promise<void>((come) => { live.once('connect', () => { come(); }); }));
    const desk = await stage.signedIn('supervisor');
    const cut = new Promise<number>((told) => { live.once('disconnect', () => { told(performance.now()); }); });
    const sent = performance.now();
    const answer = await desk.timeout(10_000).emitWithAck('command', { type: 'revokeDevice', commandId: 'command-revoke', deviceId: 'kiosk-6' }) as { ok: boolean };
    expect('the supervisor could not revoke', answer.ok);
    const at = await within(5_000, cut);
    expect('a revoked device kept its line for more than a second', at !== undefined && at - sent <= 1_000);
    const again = await fate(stage.line('kiosk-6', 'kiosk'));
    expect(`a revoked certificate: ${again}`, again === 'unknownDevice');
    desk.disconnect();
    return outcome();
  },
};

const handshakes: Attack = {
  name: 'wrong versions and broken handshakes',
  async run(stage) {
    const { expect, outcome } = tally();
    const wrong: readonly (readonly [object, string])[] = [
      [{ version: -1 }, 'wrongVersion'], [{ version: 9_999 }, 'wrongVersion'], [{ version: '1' }, 'malformed'], [{ version: null }, 'malformed'], [{ deviceId: { $ne: 1 } }, 'malformed'], [{ deviceId: '' }, 'malformed'],
      [{ deviceId: '../kiosk-0' }, 'malformed'], [{ deviceId: 'x'.repeat(5_000) }, 'malformed'], [{ admin: true }, 'malformed'], [JSON.parse('{"__proto__":{"role":"console"},"constructor":1}') as object, 'malformed'], [{ signed: { challenge: 'x', signature: 'y', more: 1 } }, 'malformed'],
    ];
    for (const door of Object.keys(namespaces) as (keyof typeof namespaces)[]) for (const [auth, code] of wrong) {
      const own = door === 'kiosk' ? 'kiosk-4' : door === 'board' ? 'board-1' : 'console-1';
      const said = await fate(stage.line(own, door, stage.keysOf(own), auth));
      expect(`${door} ${JSON.stringify(auth).slice(0, 60)}: ${said}`, said === code);
    }
    return outcome();
  },
};

const cookie: Attack = {
  name: 'a stolen cookie without the key',
  async run(stage) {
    const { expect, outcome } = tally();
    const thief = makeKeys();
    const headers = { cookie: `${cookieName}=${stage.token}` };
    const challenge = await challengeOf(stage);
    expect('the cookie alone was told nothing to sign', challenge !== '');
    const signature = sign('sha256', Buffer.from(`line ${challenge}`), { key: thief.key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    for (const [what, auth] of [['unsigned', {}], ['signed by another key', { signed: { challenge, signature } }], ['signed with nothing', { signed: { challenge, signature: '' } }], ['a challenge nobody gave', { signed: { challenge: 'A'.repeat(22), signature } }]] as const) for (const door of ['console', 'board', 'kiosk'] as const) {
      const socket = stage.line(browser, door, { ca: stage.authority.pem }, auth);
      (socket.io.opts as { extraHeaders?: object }).extraHeaders = headers;
      const said = await fate(socket);
      expect(`${what} at ${door}: ${said}`, said === 'unknownDevice');
    }
    const crossSite = await post(stage, '/pair/session', '{}', { ...headers, origin: 'https://elsewhere.example' });
    expect(`a page from elsewhere: ${String(crossSite.status)}`, crossSite.status === 403);
    return outcome();
  },
};

const post = (stage: Stage, path: string, body: string, headers: object): Promise<{ status: number; text: string }> => new Promise((told, failed) => {
  const asked = request(stage.urls().tls + path, { method: 'POST', ca: stage.authority.pem, localAddress: attackerAt, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers } }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (more: string) => { text += more; }).on('end', () => { told({ status: response.statusCode ?? 0, text }); });
  });
  asked.on('error', failed).end(body);
});
const challengeOf = async (stage: Stage): Promise<string> => (JSON.parse((await post(stage, '/pair/session', '{}', { cookie: `${cookieName}=${stage.token}` })).text) as { challenge?: string }).challenge ?? '';

const clone: Attack = {
  name: 'a copied device: two lines, one certificate',
  async run(stage) {
    const { expect, outcome } = tally();
    for (let n = 0; n < 5; n++) {
      const pair = [stage.line('kiosk-5', 'kiosk'), stage.line('kiosk-5', 'kiosk')];
      await wait(1_500);
      const alive = pair.filter((socket) => socket.connected).length;
      expect(`${String(alive)} lines of one kiosk at once`, alive === 1);
      for (const socket of pair) socket.disconnect();
      await wait(100);
    }
    // Whoever looks at the hall's floor reads it by name.
    const desk = await stage.signedIn('supervisor');
    const alarm = await within(15_000, new Promise<boolean>((told) => { desk.on('floor', ({ alarms = [] }: FloorState) => { if (alarms.some(({ kind, about }) => kind === 'copied' && about === 'kiosk-5')) told(true); }); }));
    expect('nobody is told that a device was copied', alarm === true);
    desk.disconnect();
    return outcome();
  },
};

export const deviceAttacks: readonly Attack[] = [certificates, handshakes, cookie, clone];
