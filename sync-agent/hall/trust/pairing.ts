/* Browsers of the hall that wait to be let in: each shows ten signs, and staff say yes to those signs under a name. */
import { createHash, randomBytes } from 'node:crypto';
import { enrolmentLimits, type pairBegunSchema, type pairSchema, type pairTakenSchema, type pairTakeSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { signsOf } from '@kuaizhao/sync-agent/contract/enrolment/proof.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { z } from 'zod';
import { isSigned, knownAs, type Told } from './enrolment.ts';

export interface WaitingBrowser { readonly role: 'board' | 'console'; readonly signs: string; readonly fingerprint: string; readonly publicKey: string; readonly untilMs: number; letIn?: z.infer<typeof pairTakenSchema> }

export function createPairing(monotonicMs: () => number) {
  const all = new Map<string, WaitingBrowser>();
  const sweep = (): void => { for (const [talk, { untilMs }] of all) if (monotonicMs() >= untilMs) all.delete(talk); };
  return {
    /** Refuses `malformed` (no P-256 key), `tooMany` while so many wait. */
    begin({ role, publicKey }: z.infer<typeof pairSchema>): Told<z.infer<typeof pairBegunSchema>> {
      sweep();
      if (all.size >= enrolmentLimits.begun) return { ok: false, refusal: 'tooMany' };
      const fingerprint = knownAs(publicKey);
      if (fingerprint === undefined) return { ok: false, refusal: 'malformed' };
      const talk = randomBytes(16).toString('base64url');
      const signs = signsOf(createHash('sha256').update(`pair ${talk} ${publicKey}`).digest());
      all.set(talk, { role, signs, fingerprint, publicKey, untilMs: monotonicMs() + enrolmentLimits.openMs });
      return { ok: true, talk, signs };
    },
    /** Refuses `notLetIn` when it is over, or the key is another one. Once it is in, `publicKey` tells whose session begins; a talk is good for one. */
    take({ talk, signature }: z.infer<typeof pairTakeSchema>): { readonly told: Told<z.infer<typeof pairTakenSchema>>; readonly publicKey?: string } {
      sweep();
      const one = all.get(talk);
      if (one === undefined || !isSigned(one.publicKey, Buffer.from(`pair ${talk}`), signature)) return { told: { ok: false, refusal: 'notLetIn' } };
      if (one.letIn === undefined) return { told: { ok: true, state: 'waiting' } };
      all.delete(talk);
      return { told: one.letIn, publicKey: one.publicKey };
    },
    waiting(): readonly Pick<WaitingBrowser, 'role' | 'signs' | 'fingerprint'>[] {
      sweep();
      return [...all.values()].filter(({ letIn }) => letIn === undefined).map(({ role, signs, fingerprint }) => ({ role, signs, fingerprint }));
    },
    /** Staff's no: its page hears `notLetIn`. False when nobody shows these signs. */
    dismiss(wanted: string): boolean {
      sweep();
      const found = [...all].find(([, { signs, letIn }]) => signs === wanted && letIn === undefined);
      return found !== undefined && all.delete(found[0]);
    },
    heard(facts: readonly Fact[]): void {
      for (const fact of facts) for (const one of all.values()) {
        if (fact.type === 'deviceEnrolled' && fact.fingerprint === one.fingerprint && fact.role === one.role) one.letIn = { ok: true, state: 'in', deviceId: fact.deviceId, role: fact.role };
      }
    },
  };
}
export type Pairing = ReturnType<typeof createPairing>;
