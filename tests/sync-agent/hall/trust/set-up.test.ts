/* A kiosk that its hall does not know sets itself up against a real agent on TLS: why it says that it may not work, what it is told and by whom it is not taken. */
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { enrolHere, enrolRefusalWords } from '@kuaizhao/kiosk/host/agent/enrol-here.ts';
import { addressOf, readTrust, standingOf, trustFileName, writeTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import type { Screen, Touch } from '@kuaizhao/kiosk/session/face.ts';
import { startKiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { enrolmentLimits } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { byAgent, enrolled, openLanHall } from './lan-hall.ts';

const wanted = { deviceId: 'kiosk-1', role: 'kiosk', name: '一号机', printer: 'printer-1' } as const;
type Hall = Awaited<ReturnType<typeof openLanHall>>;
const configOf = (url: string, data: string) => ({ deviceId: 'kiosk-1', agent: { url }, reader: 'simulator', printer: 'simulator', printerId: 'printer-1', data });

async function open(config: ReturnType<typeof configOf>) {
  const kiosk = await startKiosk(config);
  onTestFinished(() => kiosk.close());
  const screen = (): Screen => kiosk.doorkeeper.face().screen;
  return {
    kiosk, screen,
    touch(...all: readonly Touch[]): void { for (const one of all) kiosk.doorkeeper.touch(one); },
    async becomes(wantedScreen: object): Promise<void> { await expect.poll(screen, { timeout: 20_000 }).toMatchObject(wantedScreen); },
    /** The code of the hall, typed as a technician does. */
    types(code: string): void {
      this.touch({ type: 'go', to: 'setUp' }, { type: 'next' });
      this.touch(...Array.from(code, (digit): Touch => ({ type: 'digit', digit })), { type: 'next' });
    },
  };
}
/** Staff say yes to what has proved itself. */
async function yes({ hall, trust }: Hall): Promise<void> {
  const now = trust.enrolment.now();
  if (now?.at !== 'proved') throw new Error('nothing to say yes to');
  expect(await byAgent(hall, 'enrolDevice', { ...now.wanted, fingerprint: now.fingerprint, proof: 'certificate' })).toMatchObject({ ok: true });
}

test('new: the devices stay shut until it is in, both see the same signs, and then it works without a word from anybody', async () => {
  const hall = await openLanHall();
  const kiosk = await open(configOf(hall.url, tempDir()));
  expect(kiosk.screen()).toEqual({ at: 'setUpShut', why: 'new' });
  expect([kiosk.kiosk.simulators, kiosk.kiosk.urls.dev]).toEqual([{}, undefined]);
  kiosk.types(hall.trust.enrolment.open(wanted));
  await kiosk.becomes({ at: 'setUpSigns' });
  expect(hall.trust.enrolment.now()).toMatchObject({ at: 'proved', signs: (kiosk.screen() as { signs: string }).signs });
  await yes(hall);
  await kiosk.becomes({ at: 'attract' });
  expect(Object.keys(kiosk.kiosk.simulators)).toEqual(['reader', 'printer']);
  expect(kiosk.kiosk.urls.dev).toMatch(/^http/);
});

test('at work nothing that a hand can send leads to the set-up; sent away, it is there at once, and works again after a new code', async () => {
  const hall = await openLanHall();
  const data = tempDir();
  writeTrust(data, await enrolled(hall));
  const kiosk = await open(configOf(hall.url, data));
  await expect.poll(() => kiosk.kiosk.doorkeeper.face().agentUp, { timeout: 20_000 }).toBe(true);
  kiosk.types('12345678');
  kiosk.touch({ type: 'end' });
  await kiosk.becomes({ at: 'attract' });
  await byAgent(hall.hall, 'revokeDevice', { deviceId: 'kiosk-1' });
  await kiosk.becomes({ at: 'setUpShut', why: 'sentAway' });
  expect(kiosk.kiosk.simulators).toEqual({});
  kiosk.types(hall.trust.enrolment.open(wanted));
  await kiosk.becomes({ at: 'setUpSigns' });
  await yes(hall);
  await kiosk.becomes({ at: 'attract' });
  await expect.poll(() => kiosk.kiosk.doorkeeper.face().agentUp, { timeout: 20_000 }).toBe(true);
});

test('a certificate whose time is over is refused by name, and the kiosk says so; one of nobody’s is cut as ever', async () => {
  const hall = await openLanHall();
  const data = tempDir();
  const trust = await enrolled(hall);
  const publicKey = new X509Certificate(trust.certificate).publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  const until = Date.now() - 60_000;
  writeTrust(data, { ...trust, until, certificate: await hall.trust.authority.device({ deviceId: 'kiosk-1', role: 'kiosk', publicKey, until }) });
  const kiosk = await open(configOf(hall.url, data));
  await kiosk.becomes({ at: 'setUpShut', why: 'ranOut' });
  const other = await openLanHall();
  const elsewhere = tempDir();
  writeTrust(elsewhere, { ...(await enrolled(other)), authority: trust.authority });
  const stranger = await open(configOf(hall.url, elsewhere));
  await new Promise((done) => { setTimeout(done, 1_500); });
  expect([stranger.screen().at, stranger.kiosk.doorkeeper.face().agentUp]).toEqual(['attract', false]);
});

test('a kiosk that belonged to a hall is not made another one’s by whoever stands at it', async () => {
  const [own, other] = [await openLanHall(), await openLanHall()];
  const data = tempDir();
  writeTrust(data, await enrolled(own));
  await byAgent(own.hall, 'revokeDevice', { deviceId: 'kiosk-1' });
  const kiosk = await open(configOf(own.url, data));
  await kiosk.becomes({ at: 'setUpShut', why: 'sentAway' });
  kiosk.touch({ type: 'go', to: 'setUp' });
  for (let left = new URL(own.url).host.length; left > 0; left -= 1) kiosk.touch({ type: 'erase' });
  for (const id of new URL(other.url).host) kiosk.touch({ type: 'choose', id });
  await new Promise((done) => { setTimeout(done, 1_100); });
  kiosk.touch({ type: 'next' }, ...Array.from(other.trust.enrolment.open(wanted), (digit): Touch => ({ type: 'digit', digit })), { type: 'next' });
  await kiosk.becomes({ at: 'setUpRefused', why: 'otherHall' });
  expect(other.trust.enrolment.now()).toMatchObject({ at: 'open', triesLeft: 5 });
  expect(readTrust(data)?.authority).toBe(own.trust.authority.pem);
});

test('what the hall let in is not this machine: nothing is kept', async () => {
  const hall = await openLanHall();
  const data = tempDir();
  const kiosk = await open(configOf(hall.url, data));
  kiosk.types(hall.trust.enrolment.open({ ...wanted, deviceId: 'kiosk-9' }));
  await kiosk.becomes({ at: 'setUpSigns' });
  await yes(hall);
  await kiosk.becomes({ at: 'setUpRefused', why: 'otherName', deviceId: 'kiosk-1' });
  expect(readTrust(data)).toBeUndefined();
});

test.each([['three days ahead', 3 * 86_400_000], ['ten minutes ahead', 10 * 60_000], ['ten minutes behind', -10 * 60_000], ['in another century', Date.parse('2001-01-01T00:00:00Z') - Date.now()]])('a hall %s: the kiosk says both times at the first answer, before anybody is shown signs or asked to let it in', async (_what, aheadMs) => {
  const hall = await openLanHall({ ...systemClock, now: () => Date.now() + aheadMs });
  const data = tempDir();
  const kiosk = await open(configOf(hall.url, data));
  kiosk.types(hall.trust.enrolment.open(wanted));
  await kiosk.becomes({ at: 'setUpRefused', why: 'clocksDiffer', deviceId: 'kiosk-1' });
  const { clocks } = kiosk.screen() as Extract<Screen, { at: 'setUpRefused' }>;
  // A `Date` has whole seconds, and an answer takes its while.
  expect(Math.abs((clocks?.hall ?? NaN) - (clocks?.here ?? NaN) - aheadMs)).toBeLessThan(60_000);
  expect(hall.trust.enrolment.now()).toMatchObject({ at: 'open', triesLeft: 5 });
  expect([hall.hall.db.faces.devices.enrolledDevices(), readTrust(data)]).toEqual([[], undefined]);
});

test('clocks that are a little apart, as two machines’ are, keep nobody out', async () => {
  const hall = await openLanHall({ ...systemClock, now: () => Date.now() + enrolmentLimits.clocksApartMs - 60_000 });
  const kiosk = await open(configOf(hall.url, tempDir()));
  kiosk.types(hall.trust.enrolment.open(wanted));
  await kiosk.becomes({ at: 'setUpSigns' });
  expect(hall.trust.enrolment.now()).toMatchObject({ at: 'proved' });
});

test('at the command line, too: both times and what to do', async () => {
  const hall = await openLanHall({ ...systemClock, now: () => Date.now() + 86_400_000 });
  const said: string[] = [];
  const code = hall.trust.enrolment.open(wanted);
  expect(await enrolHere({ deviceId: 'kiosk-1', printerId: 'printer-1', data: tempDir(), url: hall.url, code, say: (line) => { said.push(line); } })).toBe(2);
  expect(said).toEqual([expect.stringMatching(/^这台 \d{4}-\d\d-\d\d \d\d:\d\d，主机 \d{4}-\d\d-\d\d \d\d:\d\d。/), enrolRefusalWords.clocksDiffer]);
});

test('where it stands: under another name and with a file that says nothing it is out, with a file that others may read it does not begin', async () => {
  const hall = await openLanHall();
  const data = tempDir();
  const trust = await enrolled(hall);
  expect(standingOf(configOf(hall.url, data))).toEqual({ at: 'out', why: 'new' });
  expect(standingOf(configOf('http://127.0.0.1:1', data))).toEqual({ at: 'plain' });
  writeTrust(data, trust);
  expect(standingOf(configOf(hall.url, data))).toMatchObject({ at: 'in', trust: { held: trust } });
  expect(standingOf({ ...configOf(hall.url, data), deviceId: 'kiosk-7' })).toEqual({ at: 'out', why: 'otherName', authority: trust.authority });
  writeFileSync(join(data, trustFileName), '{"deviceId":');
  expect(standingOf(configOf(hall.url, data))).toEqual({ at: 'out', why: 'broken' });
});

test('an address that was typed at the kiosk stands for the configured one, for its pages too, until the configuration names another', async () => {
  const hall = await openLanHall();
  const data = tempDir();
  writeTrust(data, { ...(await enrolled(hall)), typed: { url: 'https://192.0.2.7:7443', insteadOf: 'https://hall.local:7443' } });
  const old = { agent: { url: 'https://hall.local:7443' }, data };
  expect(new URL(addressOf(old.agent.url, old)).origin).toBe('https://192.0.2.7:7443');
  expect(addressOf('https://hall.local:7443/board/?big=1', old)).toBe('https://192.0.2.7:7443/board/?big=1');
  expect(addressOf('https://elsewhere.local/board/', old)).toBe('https://elsewhere.local/board/');
  const changed = { agent: { url: 'https://192.0.2.9:7443' }, data };
  expect(addressOf(changed.agent.url, changed)).toBe('https://192.0.2.9:7443');
});
