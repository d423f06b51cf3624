/* The code of eight digits: what it opens, for whom, how often, how long; and who learns nothing between the two. */
import { createPrivateKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { chmodSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enrolmentLimits } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { agree, makeShare, transcript } from '@kuaizhao/sync-agent/contract/enrolment/proof.ts';
import { authorityFiles, fingerprintIn, fingerprintOf, openAuthority } from '@kuaizhao/sync-agent/hall/trust/authority.ts';
import { createEnrolment } from '@kuaizhao/sync-agent/hall/trust/enrolment.ts';
import { morning, tempDir } from '../../../fixtures/engine.ts';

const wanted = { deviceId: 'kiosk-1', role: 'kiosk', name: '一号机', printer: 'printer-1' } as const;

function makeDevice() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') };
}

async function hall() {
  const [clock, dir] = [{ now: 0 }, tempDir()];
  const authority = await openAuthority(dir, 'hall-1', () => morning);
  return { clock, dir, authority, enrolment: createEnrolment(authority, () => clock.now) };
}
type Hall = Awaited<ReturnType<typeof hall>>;

/** What a device does with a code; `between` may change what it hears. */
function tries({ enrolment }: Hall, code: string, device = makeDevice(), between: (authority: string) => string = (same) => same) {
  const share = makeShare(code);
  const begun = enrolment.begin({ share: share.told, publicKey: device.publicKey });
  if (!begun.ok) return { begun, proved: begun, agreed: undefined, device };
  const said = { talk: begun.talk, deviceShare: share.told, agentShare: begun.share, publicKey: device.publicKey, authority: between(begun.authority) };
  const agreed = agree(share, begun.share, said);
  const signature = sign('sha256', transcript(said), { key: device.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return { begun, agreed, device, talk: begun.talk, proved: enrolment.prove({ talk: begun.talk, proof: agreed?.device ?? '', signature }) };
}
const enrolledFact = (fingerprint: string) => ({ type: 'deviceEnrolled', ...wanted, fingerprint, proof: 'certificate', until: morning + 1_000_000, by: 'supervisor-1' } as const);

test('the right code: both ends show the same ten signs, prove themselves, and after somebody’s yes there is a certificate', async () => {
  const one = await hall();
  const code = one.enrolment.open(wanted);
  expect(code).toMatch(/^\d{8}$/);
  const { agreed, proved, talk = '', device } = tries(one, code);
  expect(proved).toEqual({ ok: true, proof: agreed?.agent });
  const now = one.enrolment.now();
  expect(now).toMatchObject({ at: 'proved', signs: agreed?.signs, fingerprint: fingerprintOf(device.publicKey) });
  expect(agreed?.signs).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(one.enrolment.take({ talk })).toEqual({ ok: true, state: 'waiting' });
  await one.enrolment.heard([enrolledFact('b'.repeat(64))]);
  expect(one.enrolment.take({ talk })).toEqual({ ok: true, state: 'waiting' });
  await one.enrolment.heard([enrolledFact(fingerprintOf(device.publicKey))]);
  const taken = one.enrolment.take({ talk });
  if (!taken.ok || taken.state !== 'in') throw new Error('not in');
  const certificate = new X509Certificate(taken.certificate);
  expect(certificate.verify(new X509Certificate(one.authority.pem).publicKey)).toBe(true);
  expect([certificate.checkPrivateKey(device.privateKey), fingerprintIn(certificate), certificate.validToDate.getTime()]).toEqual([true, fingerprintOf(device.publicKey), morning + 1_000_000]);
  expect([certificate.subject, certificate.subjectAltName]).toEqual(['CN=kiosk-1\nOU=kiosk', 'URI:urn:kuaizhao:hall-1:kiosk:kiosk-1']);
});

test('a wrong code opens nothing; the fifth wrong one takes the right one along', async () => {
  const one = await hall();
  const code = one.enrolment.open(wanted);
  const wrong = code === '00000000' ? '00000001' : '00000000';
  for (let n = 1; n < enrolmentLimits.tries; n += 1) expect(tries(one, wrong).proved).toEqual({ ok: false, refusal: 'wrongCode' });
  expect(one.enrolment.now()).toMatchObject({ at: 'open', triesLeft: 1 });
  expect(tries(one, wrong).proved).toEqual({ ok: false, refusal: 'codeGone' });
  expect(tries(one, code).begun).toEqual({ ok: false, refusal: 'noCode' });
});

test('after five minutes there is no code, and whoever proved it has five more for somebody’s yes', async () => {
  const one = await hall();
  const code = one.enrolment.open(wanted);
  one.clock.now += enrolmentLimits.openMs - 1;
  const { proved, talk = '' } = tries(one, code);
  expect(proved.ok).toBe(true);
  expect(tries(one, code).begun).toEqual({ ok: false, refusal: 'noCode' });
  one.clock.now += enrolmentLimits.openMs - 1;
  expect(one.enrolment.take({ talk })).toEqual({ ok: true, state: 'waiting' });
  one.clock.now += 1;
  expect(one.enrolment.take({ talk })).toEqual({ ok: false, refusal: 'notLetIn' });
  one.enrolment.open(wanted);
  one.clock.now += enrolmentLimits.openMs;
  expect(tries(one, code).begun).toEqual({ ok: false, refusal: 'noCode' });
});

test('a machine between the two that puts its own authority, key or share in place is refused, and has one guess a run', async () => {
  const one = await hall();
  const code = one.enrolment.open(wanted);
  const other = await openAuthority(tempDir(), 'hall-1', () => morning);
  expect(tries(one, code, makeDevice(), () => other.pem).proved).toEqual({ ok: false, refusal: 'wrongCode' });
  // Its own key under the device's proof.
  const [device, thief, share] = [makeDevice(), makeDevice(), makeShare(code)];
  const begun = one.enrolment.begin({ share: share.told, publicKey: thief.publicKey });
  if (!begun.ok) throw new Error('not begun');
  const said = { talk: begun.talk, deviceShare: share.told, agentShare: begun.share, publicKey: device.publicKey, authority: begun.authority };
  const agreed = agree(share, begun.share, said);
  const signature = sign('sha256', transcript({ ...said, publicKey: thief.publicKey }), { key: thief.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  expect(one.enrolment.prove({ talk: begun.talk, proof: agreed?.device ?? '', signature })).toEqual({ ok: false, refusal: 'wrongCode' });
  // Whoever answers in the agent's place without the code cannot prove that it is the agent.
  const [honest, imposter] = [makeShare(code), makeShare('99999999')];
  const heard = { ...said, deviceShare: honest.told, agentShare: imposter.told };
  expect(agree(honest, imposter.told, heard)?.agent).not.toBe(agree(imposter, honest.told, heard)?.agent);
  // A point that makes every secret the same, and what is no point.
  const zero = Buffer.alloc(32).toString('base64url');
  expect([agree(honest, zero, heard), agree(honest, 'AAAA', heard), agree(honest, Buffer.alloc(32, 255).toString('base64url'), heard)]).toEqual([undefined, undefined, undefined]);
});

test('a key that is none of P-256, and too many beginnings, are refused by name', async () => {
  const one = await hall();
  const code = one.enrolment.open(wanted);
  const rsa = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  expect(one.enrolment.begin({ share: makeShare(code).told, publicKey: rsa })).toEqual({ ok: false, refusal: 'malformed' });
  const { publicKey } = makeDevice();
  for (let n = 0; n < enrolmentLimits.begun; n += 1) expect(one.enrolment.begin({ share: makeShare(code).told, publicKey }).ok).toBe(true);
  expect(one.enrolment.begin({ share: makeShare(code).told, publicKey })).toEqual({ ok: false, refusal: 'tooMany' });
});

test('the authority: kept over restarts, its key for its owner alone, never half of it', async () => {
  const { dir, authority } = await hall();
  const key = join(dir, authorityFiles.key);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect((await openAuthority(dir, 'hall-1', () => morning)).pem).toBe(authority.pem);
  const server = await authority.server(['127.0.0.1', 'hall.local'], morning + 1_000_000);
  const certificate = new X509Certificate(server.cert);
  expect([certificate.verify(new X509Certificate(authority.pem).publicKey), certificate.checkIP('127.0.0.1'), certificate.checkHost('hall.local'), certificate.checkHost('other.local'), certificate.checkPrivateKey(createPrivateKey(server.key))]).toEqual([true, '127.0.0.1', 'hall.local', undefined, true]);
  chmodSync(key, 0o640);
  await expect(openAuthority(dir, 'hall-1', () => morning)).rejects.toThrow('is open to others');
  rmSync(key);
  await expect(openAuthority(dir, 'hall-1', () => morning)).rejects.toThrow('one is missing');
});
