/* What goes wrong between a device and the next certificate: an answer that is lost, a line that is there twice, a TLS session that is taken up again. */
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { Agent } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { renewAfterMs } from '@kuaizhao/db/domain/devices/commands.ts';
import { renewedSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { fingerprintIn } from '@kuaizhao/sync-agent/hall/trust/authority.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { arrived, byAgent, connect, enrolled, openLanHall } from './lan-hall.ts';

const renewed = async (line: Socket) => renewedSchema.parse(await line.emitWithAck('renew'));
const openAgedHall = async () => {
  let ahead = 0;
  const hall = await openLanHall({ ...systemClock, now: () => Date.now() + ahead });
  return { ...hall, sixtyDaysLater: () => { ahead = renewAfterMs + 60_000; } };
};
type AgedHall = Awaited<ReturnType<typeof openAgedHall>>;
/** Closes a line; resolves when the agent has heard it. */
async function heardEnd(line: Socket): Promise<void> {
  const { transport } = line.io.engine as unknown as { readonly transport: { readonly ws: NodeJS.EventEmitter } };
  const closed = once(transport.ws, 'close');
  line.close();
  await closed;
}
const renewals = ({ hall }: AgedHall) => hall.db.journal.read(1, 99).filter(({ kind }) => kind === 'deviceRenewed').length;

test('the answer with the next certificate is lost: who still shows the old one gets it again, as the hall has it noted, and who shows the new one does not', async () => {
  const aged = await openAgedHall();
  const first = await enrolled(aged);
  const early = await arrived(connect(aged.url, namespaces.kiosk, first));
  expect(await renewed(early)).toEqual({ ok: false });
  aged.sixtyDaysLater();
  early.emit('renew');
  await expect.poll(() => renewals(aged), { timeout: 30_000 }).toBe(1);
  early.close();
  const line = await arrived(connect(aged.url, namespaces.kiosk, first));
  const next = await renewed(line);
  if (!next.ok) throw new Error('not renewed');
  expect(next.until).toBe(aged.hall.db.view.enrolledDevice('kiosk-1')?.until);
  expect(next.until).toBeGreaterThan(first.until);
  // Begins a day before the agent's today, so that no line of this machine's today may show it.
  const held = new X509Certificate(next.certificate);
  const device = aged.hall.db.view.enrolledDevice('kiosk-1');
  if (device === undefined) throw new Error('not enrolled');
  expect([held.verify(new X509Certificate(first.authority).publicKey), fingerprintIn(held)]).toEqual([true, device.fingerprint]);
  expect(await aged.trust.renew(device, { publicKey: held.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'), until: Date.parse(held.validTo) })).toEqual({ ok: false });
  expect(renewals(aged)).toBe(1);
});

test('a device that was sent away, or enrolled with another key, gets no next certificate on the line that it has', async () => {
  const aged = await openAgedHall();
  const first = await enrolled(aged);
  const device = aged.hall.db.view.enrolledDevice('kiosk-1');
  if (device === undefined) throw new Error('not enrolled');
  aged.sixtyDaysLater();
  const shown = { publicKey: 'not looked at', until: first.until };
  await byAgent(aged.hall, 'revokeDevice', { deviceId: 'kiosk-1' });
  expect(await aged.trust.renew(device, shown)).toEqual({ ok: false });
  await enrolled(aged);
  expect(await aged.trust.renew(device, shown)).toEqual({ ok: false });
  expect(renewals(aged)).toBe(0);
});

test('a kiosk that is back before its old line is given up has one line, the newest, is here all the while, and renews on it', async () => {
  const aged = await openAgedHall();
  const first = await enrolled(aged);
  const linkIs = () => aged.hall.db.faces.devices.states().find(({ kind }) => kind === 'link')?.state;
  const old = await arrived(connect(aged.url, namespaces.kiosk, first));
  await expect.poll(linkIs, { timeout: 30_000 }).toBe('connected');
  const cut = new Promise((resolve) => { old.once('disconnect', resolve); });
  // Nothing comes through from its end any more; one that still answered would be a copy.
  Object.assign(old.io.engine, { _sendPacket: () => undefined });
  const back = await arrived(connect(aged.url, namespaces.kiosk, first));
  expect(await cut).toBe('io server disconnect');
  // What was noted of the old line's end would be in the journal before this answer.
  await byAgent(aged.hall, 'noteDevice', { deviceId: 'kiosk-1', kind: 'reader', state: 'ready' });
  expect(aged.hall.db.journal.read(1, 99).filter(({ kind }) => kind === 'deviceStateChanged')).toHaveLength(2);
  expect(linkIs()).toBe('connected');
  aged.sixtyDaysLater();
  expect((await renewed(back)).ok).toBe(true);
  await heardEnd(back);
  await expect.poll(linkIs, { timeout: 30_000 }).toBe('lost');
});

test('on a TLS session that is taken up again the hall still knows who came, and until when the certificate holds', async () => {
  const aged = await openAgedHall();
  const { key, certificate: cert, authority: ca, deviceId } = await enrolled(aged);
  const agent = new Agent({ key, cert, ca, maxCachedSessions: 10 });
  onTestFinished(() => agent.destroy());
  const reused: boolean[] = [];
  const arrive = async (): Promise<Socket> => {
    const socket = io(aged.url + namespaces.kiosk, { transports: ['websocket'], forceNew: true, reconnection: false, agent: agent as unknown as string, auth: { version: lanVersion, deviceId } });
    onTestFinished(() => { socket.close(); });
    return arrived(socket);
  };
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (...asked) => {
    const line = create(...asked) as TLSSocket;
    line.once('secureConnect', () => reused.push(line.isSessionReused()));
    return line;
  };
  await heardEnd(await arrive());
  aged.sixtyDaysLater();
  const line = await arrive();
  expect((await renewed(line)).ok).toBe(true);
  expect(reused).toEqual([false, true]);
});
