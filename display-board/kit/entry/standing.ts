/* How this browser stands with the hall: in, with what it shows at the door; or out, and why. */
import { enrolmentPaths, sessionSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { askHall } from './ask-hall.ts';
import { ownKey } from './browser-key.ts';

export type FaceRole = 'board' | 'console';
/** `new`: never let in. `lost`: the hall, or the browser, does not know it any more. `otherRole`: it is in as the other face. */
export const outReasons = ['new', 'lost', 'sentAway', 'copied', 'runOut', 'otherRole'] as const;
export type OutReason = (typeof outReasons)[number];

export type Standing =
  | { readonly at: 'in'; readonly deviceId: string; readonly signed: { readonly challenge: string; readonly signature: string } }
  | { readonly at: 'out'; readonly why: OutReason }
  /** nobody can tell now */
  | { readonly at: 'away' };

const lockName = 'kuaizhao-session';

/** Asks the hall, with the session's cookie; signs what it wants signed. Never rejects. */
export async function standing(role: FaceRole): Promise<Standing> {
  // The token may change with the answer: two pages of one browser ask one after the other, or one would throw away what the other got.
  const told = await navigator.locks.request(lockName, () => askHall(enrolmentPaths.session, {}, sessionSchema));
  const key = await ownKey();
  if (!told.ok) {
    const { refusal } = told;
    if (refusal === 'sentAway' || refusal === 'copied' || refusal === 'runOut') return { at: 'out', why: refusal };
    return refusal === 'noSession' ? { at: 'out', why: key === undefined ? 'new' : 'lost' } : { at: 'away' };
  }
  if (told.role !== role) return { at: 'out', why: 'otherRole' };
  if (key === undefined) return { at: 'out', why: 'lost' };
  const { deviceId, challenge } = told;
  return { at: 'in', deviceId, signed: { challenge, signature: await key.sign(`line ${challenge}`) } };
}
