/* The hall's network over real sockets: who may come in, by which door, and how fast somebody is out. */
import { once } from 'node:events';
import { generateKeyPairSync } from 'node:crypto';
import { connect as connectTls } from 'node:tls';
import type { Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { enrolledForMs, renewAfterMs } from '@kuaizhao/db/domain/devices/commands.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { openAuthority } from '@kuaizhao/sync-agent/hall/trust/authority.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startKiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { readTrust, writeTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { tempDir } from '../../../fixtures/engine.ts';
import { arrived, byAgent, connect, enrolled, openLanHall, refusal } from './lan-hall.ts';

test('a device with the hall’s certificate comes in by the door of its role alone, under its own name alone', async () => {
  const hall = await openLanHall();
  const trust = await enrolled(hall);
  expect((await arrived(connect(hall.url, namespaces.kiosk, trust))).connected).toBe(true);
  expect(await refusal(connect(hall.url, namespaces.console, trust))).toBe('unknownDevice');
  expect(await refusal(connect(hall.url, namespaces.board, trust))).toBe('unknownDevice');
  expect(await refusal(connect(hall.url, namespaces.kiosk, { ...trust, deviceId: 'kiosk-2' }))).toBe('unknownDevice');
  for (const namespace of Object.values(namespaces)) expect(await refusal(connect(hall.url, namespace, { authority: trust.authority, deviceId: 'kiosk-1' }))).toBe('unknownDevice');
  const board = await enrolled(hall, 'board-1', 'board');
  expect((await arrived(connect(hall.url, namespaces.board, board))).connected).toBe(true);
  expect(await refusal(connect(hall.url, namespaces.kiosk, board))).toBe('unknownDevice');
});

test('the agent speaks TLS 1.3 and nothing older, and no plain http', async () => {
  const { url, trust } = await openLanHall();
  const port = Number(new URL(url).port);
  const now = connectTls({ port, host: '127.0.0.1', ca: trust.authority.pem });
  await once(now, 'secureConnect');
  expect([now.getProtocol(), now.authorized]).toEqual(['TLSv1.3', true]);
  now.destroy();
  const old = connectTls({ port, host: '127.0.0.1', ca: trust.authority.pem, maxVersion: 'TLSv1.2' });
  await expect(once(old, 'secureConnect')).rejects.toMatchObject({ code: expect.stringContaining('ALERT') as string });
  await expect(fetch(`http://127.0.0.1:${String(port)}/board/`)).rejects.toThrow('fetch failed');
  await expect(fetch(`${url}/board/`)).rejects.toThrow('fetch failed');
});

test('a certificate of another authority is cut at the first byte; one whose time is over opens nothing and is told so', async () => {
  const hall = await openLanHall();
  const trust = await enrolled(hall);
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  const foreign = await openAuthority(tempDir(), 'hall-x', Date.now);
  const subject = { deviceId: 'kiosk-1', role: 'kiosk', publicKey } as const;
  const stranger = await foreign.device({ ...subject, until: Date.now() + 1_000_000 });
  expect(await refusal(connect(hall.url, namespaces.kiosk, { ...trust, key, certificate: stranger }))).toBe('websocket error');
  const over = await hall.trust.authority.device({ ...subject, until: Date.now() - 1_000 });
  expect(await refusal(connect(hall.url, namespaces.kiosk, { ...trust, key, certificate: over }))).toBe('unknownDevice');
  // Good, and of this authority, but for a key that the hall does not know under this name.
  const unknown = await hall.trust.authority.device({ ...subject, until: Date.now() + 1_000_000 });
  expect(await refusal(connect(hall.url, namespaces.kiosk, { ...trust, key, certificate: unknown }))).toBe('unknownDevice');
});

test('a device that is sent away loses its live connection at once and does not come back; enrolled anew its old key stays out', async () => {
  const hall = await openLanHall();
  const trust = await enrolled(hall);
  const kiosk = await arrived(connect(hall.url, namespaces.kiosk, trust));
  const gone = once(kiosk as unknown as NodeJS.EventEmitter, 'disconnect');
  const lastWord = kiosk.emitWithAck('command', { type: 'takeTicket', commandId: 'command-before', service: 'policy' });
  await lastWord;
  await byAgent(hall.hall, 'revokeDevice', { deviceId: 'kiosk-1' });
  // Cut with the commit, not at the next look: what is sent now reaches nobody.
  kiosk.emit('command', { type: 'takeTicket', commandId: 'command-after', service: 'policy' });
  await gone;
  expect(hall.hall.db.journal.read(1, 99).filter(({ kind }) => kind === 'ticketIssued')).toHaveLength(1);
  expect(await refusal(connect(hall.url, namespaces.kiosk, trust))).toBe('unknownDevice');
  const again = await enrolled(hall);
  const second = await arrived(connect(hall.url, namespaces.kiosk, again));
  expect(await refusal(connect(hall.url, namespaces.kiosk, trust))).toBe('unknownDevice');
  const replaced = once(second as unknown as NodeJS.EventEmitter, 'disconnect');
  await enrolled(hall);
  await replaced;
  expect(hall.hall.db.journal.read(1, 99).map(({ kind }) => kind).filter((kind) => kind.startsWith('deviceE') || kind === 'deviceRevoked')).toEqual(['deviceEnrolled', 'deviceRevoked', 'deviceEnrolled', 'deviceEnrolled']);
});

test('a kiosk host enrols, comes in over TLS with its certificate, and from the sixtieth day on holds the next one', async () => {
  let ahead = 0;
  const hall = await openLanHall({ ...systemClock, now: () => Date.now() + ahead });
  const data = tempDir();
  const config = { deviceId: 'kiosk-1', agent: { url: hall.url }, reader: 'simulator', printer: 'simulator', printerId: 'printer-1', data };
  const first = await enrolled(hall);
  writeTrust(data, first);
  chmodSync(join(data, 'agent-trust.json'), 0o644);
  await expect(startKiosk(config)).rejects.toThrow('open to others');
  chmodSync(join(data, 'agent-trust.json'), 0o600);
  const begin = async () => {
    const kiosk = await startKiosk(config);
    onTestFinished(() => kiosk.close());
    await expect.poll(() => hall.hall.db.faces.devices.states().find(({ kind }) => kind === 'link')?.state, { timeout: 30_000 }).toBe('connected');
    return kiosk;
  };
  await (await begin()).close();
  expect(readTrust(data)).toEqual(first);
  ahead = renewAfterMs + 60_000;
  const kiosk = await begin();
  await expect.poll(() => readTrust(data)?.until, { timeout: 30_000 }).toBeGreaterThan(first.until);
  expect(hall.hall.db.view.enrolledDevice('kiosk-1')?.until).toBe(readTrust(data)?.until);
  expect(readTrust(data)).toMatchObject({ key: first.key, authority: first.authority });
  await kiosk.close();
  ahead += enrolledForMs;
  const { key, certificate, authority, deviceId } = first;
  expect(await refusal(connect(hall.url, namespaces.kiosk, { key, certificate, authority, deviceId }))).toBe('unknownDevice');
});

test('one agent, started again on its files: the same authority, and its devices come in as before', async () => {
  const dir = tempDir();
  const before = await openLanHall(systemClock, dir);
  const trust = await enrolled(before);
  await before.hall.close();
  const after = await openLanHall(systemClock, dir);
  expect(after.trust.authority.pem).toBe(before.trust.authority.pem);
  expect((await arrived(connect(after.url, namespaces.kiosk, trust))).connected).toBe(true);
});

const linkOf = (hall: Awaited<ReturnType<typeof openLanHall>>): string | undefined => hall.hall.db.faces.devices.states().find(({ deviceId, kind }) => deviceId === 'kiosk-1' && kind === 'link')?.state;
const gone = (socket: Socket): Promise<unknown> => once(socket as unknown as NodeJS.EventEmitter, 'disconnect');

test('two machines with one key: the older line answers after the newer one has come, which staff are told until they send it away or let it in anew', async () => {
  const hall = await openLanHall();
  const trust = await enrolled(hall);
  const first = await arrived(connect(hall.url, namespaces.kiosk, trust));
  await expect.poll(() => linkOf(hall)).toBe('connected');
  const cut = gone(first);
  const second = await arrived(connect(hall.url, namespaces.kiosk, trust));
  await cut;
  await expect.poll(() => linkOf(hall)).toBe('copied');
  // It goes and comes, and is no less a copy for that.
  second.disconnect();
  const third = await arrived(connect(hall.url, namespaces.kiosk, trust));
  await new Promise((done) => { setTimeout(done, 1_500); });
  expect([third.connected, linkOf(hall)]).toEqual([true, 'copied']);
  await byAgent(hall.hall, 'revokeDevice', { deviceId: 'kiosk-1' });
  expect(linkOf(hall)).toBe('lost');
  const again = await enrolled(hall);
  await arrived(connect(hall.url, namespaces.kiosk, again));
  await expect.poll(() => linkOf(hall), { timeout: 40_000 }).toBe('connected');
});

test('a cable is pulled and put back: the old line says nothing any more, is cut, and nobody is accused', async () => {
  const hall = await openLanHall();
  const trust = await enrolled(hall);
  const old = await arrived(connect(hall.url, namespaces.kiosk, trust));
  // Its machine hears nothing from now on, as behind a pulled cable; the agent's end stands.
  const wire = (old.io.engine.transport as unknown as { readonly ws: { readonly _socket: { pause(): void } } }).ws._socket;
  wire.pause();
  const next = await arrived(connect(hall.url, namespaces.kiosk, trust));
  await expect.poll(() => hall.said.filter((line) => line.includes('the older one is cut')), { timeout: 10_000 }).toEqual([expect.stringContaining('"alive":false')]);
  expect([next.connected, linkOf(hall)]).toEqual([true, 'connected']);
  expect(hall.hall.db.faces.devices.troubles(0, 50)).toEqual([]);
});
