/* One device comes in by the code that staff read out to it. Pure of lines and files: whoever asks brings checked messages. */
import { createPublicKey, randomBytes, randomInt, verify } from 'node:crypto';
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { enrolmentLimits, type beginSchema, type begunSchema, type EnrolmentRefusal, type proveSchema, type provedSchema, type takenSchema, type takeSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { agree, makeShare, sameProof, transcript, type Share, type Talk } from '@kuaizhao/sync-agent/contract/enrolment/proof.ts';
import type { z } from 'zod';
import { fingerprintOf, type Authority } from './authority.ts';

/** What staff want to let in, before it has a key. */
export interface Wanted { readonly deviceId: string; readonly role: DeviceRole; readonly name: string; readonly printer?: string | undefined }
/** What staff see: the code while one is open; once a device has proved it, the signs that must stand on its screen too. */
export type Enrolling = { readonly wanted: Wanted; readonly leftMs: number } & ({ readonly at: 'open'; readonly code: string; readonly triesLeft: number } | { readonly at: 'proved'; readonly signs: string; readonly fingerprint: string } | { readonly at: 'in' });
export type Told<T> = T | { readonly ok: false; readonly refusal: EnrolmentRefusal };

interface Talking { readonly said: Talk; readonly share: Share; readonly fingerprint: string }
interface Open { readonly wanted: Wanted; readonly code: string; untilMs: number; triesLeft: number; readonly talks: Map<string, Talking>; proved?: { readonly talk: string; readonly publicKey: string; readonly fingerprint: string; readonly signs: string }; letIn?: z.infer<typeof takenSchema> }

const refused = (refusal: EnrolmentRefusal) => ({ ok: false, refusal }) as const;

export function createEnrolment(authority: Authority, monotonicMs: () => number) {
  let open: Open | undefined;
  const current = (): Open | undefined => {
    if (open !== undefined && monotonicMs() >= open.untilMs) open = undefined;
    return open;
  };
  return {
    /** A new code; the one before is gone. */
    open(wanted: Wanted): string {
      const code = String(randomInt(10 ** 8)).padStart(8, '0');
      open = { wanted, code, untilMs: monotonicMs() + enrolmentLimits.openMs, triesLeft: enrolmentLimits.tries, talks: new Map() };
      return code;
    },
    cancel(): void { open = undefined; },
    now(): Enrolling | undefined {
      const one = current();
      if (one === undefined) return undefined;
      const leftMs = one.untilMs - monotonicMs();
      if (one.letIn !== undefined) return { wanted: one.wanted, leftMs, at: 'in' };
      if (one.proved !== undefined) return { wanted: one.wanted, leftMs, at: 'proved', signs: one.proved.signs, fingerprint: one.proved.fingerprint };
      return { wanted: one.wanted, leftMs, at: 'open', code: one.code, triesLeft: one.triesLeft };
    },
    /** Refuses `noCode`, `malformed` (no P-256 key), `tooMany`. */
    begin({ share: deviceShare, publicKey }: z.infer<typeof beginSchema>): Told<z.infer<typeof begunSchema>> {
      const one = current();
      if (one === undefined || one.proved !== undefined) return refused('noCode');
      if (one.talks.size >= enrolmentLimits.begun) return refused('tooMany');
      const fingerprint = knownAs(publicKey);
      if (fingerprint === undefined) return refused('malformed');
      const [talk, share] = [randomBytes(16).toString('base64url'), makeShare(one.code)];
      one.talks.set(talk, { share, fingerprint, said: { talk, deviceShare, agentShare: share.told, publicKey, authority: authority.pem } });
      return { ok: true, talk, share: share.told, authority: authority.pem };
    },
    /** Refuses `noCode`, `wrongCode`, and after the last try `codeGone`. A talk is good for one proof. */
    prove({ talk, proof, signature }: z.infer<typeof proveSchema>): Told<z.infer<typeof provedSchema>> {
      const one = current();
      const talking = one?.talks.get(talk);
      if (one === undefined || talking === undefined || one.proved !== undefined) return refused('noCode');
      one.talks.delete(talk);
      const agreed = proved(talking, proof, signature);
      if (agreed === undefined) {
        one.triesLeft -= 1;
        if (one.triesLeft > 0) return refused('wrongCode');
        open = undefined;
        return refused('codeGone');
      }
      one.proved = { talk, publicKey: talking.said.publicKey, fingerprint: talking.fingerprint, signs: agreed.signs };
      one.untilMs = monotonicMs() + enrolmentLimits.openMs;
      return { ok: true, proof: agreed.agent };
    },
    /** Refuses `notLetIn` when nobody said yes in time. */
    take({ talk }: z.infer<typeof takeSchema>): Told<z.infer<typeof takenSchema>> {
      const one = current();
      if (one?.proved?.talk !== talk) return refused('notLetIn');
      return one.letIn ?? { ok: true, state: 'waiting' };
    },
    /** Staff's yes is a fact: the device gets its certificate. */
    async heard(facts: readonly Fact[]): Promise<void> {
      const one = current();
      for (const fact of facts) {
        if (one?.proved === undefined || fact.type !== 'deviceEnrolled' || fact.fingerprint !== one.proved.fingerprint) continue;
        const { deviceId, role, printer, until } = fact;
        const certificate = await authority.device({ deviceId, role, publicKey: one.proved.publicKey, until });
        one.letIn = { ok: true, state: 'in', deviceId, role, ...(printer === undefined ? {} : { printer }), certificate, until };
      }
    },
  };
}
export type Enrolment = ReturnType<typeof createEnrolment>;

/** What both agreed on, when the other end knows the code and has the key. */
function proved({ share, said }: Talking, proof: string, signature: string) {
  const agreed = agree(share, said.deviceShare, said);
  return agreed !== undefined && sameProof(agreed.device, proof) && isSigned(said.publicKey, transcript(said), signature) ? agreed : undefined;
}

/** The fingerprint of a key, unless it is none of P-256. */
export function knownAs(publicKey: string): string | undefined {
  try {
    return fingerprintOf(publicKey);
  } catch {
    return undefined;
  }
}

/** ECDSA over SHA-256 as WebCrypto gives it; false for anything that is not so. */
export function isSigned(publicKey: string, data: Uint8Array, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
