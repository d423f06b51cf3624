/* A browser asks to be let in: signs on its screen, somebody's yes elsewhere, and its key is the hall's. */
import { enrolmentLimits, enrolmentPaths, pairBegunSchema, pairTakenSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { askHall } from '../kit/entry/ask-hall.ts';
import { makeKey } from '../kit/entry/browser-key.ts';
import type { FaceRole } from '../kit/entry/standing.ts';

export type Pairing =
  | { readonly at: 'beginning' | 'away' | 'full' | 'in'; }
  /** this browser has no keys or keeps none */
  | { readonly at: 'cannot' }
  | { readonly at: 'waiting'; readonly signs: string; readonly forMs: number }
  /** staff said no */
  | { readonly at: 'refused' };

/** The hall is away, or too many wait. */
const againMs = 5_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Until it is let in, refused, or cannot be; `tell` hears each step. Signs whose time is over make room for others. Never rejects. */
export async function pair(role: FaceRole, tell: (now: Pairing) => void): Promise<'in' | 'refused' | 'cannot'> {
  for (;;) {
    tell({ at: 'beginning' });
    const key = await makeKey().catch(() => undefined);
    if (key === undefined) { tell({ at: 'cannot' }); return 'cannot'; }
    const begun = await askHall(enrolmentPaths.pair, { role, publicKey: key.publicKey }, pairBegunSchema);
    if (!begun.ok) {
      tell({ at: begun.refusal === 'tooMany' ? 'full' : 'away' });
      await wait(againMs);
      continue;
    }
    const untilMs = performance.now() + enrolmentLimits.openMs;
    tell({ at: 'waiting', signs: begun.signs, forMs: enrolmentLimits.openMs });
    const signature = await key.sign(`pair ${begun.talk}`);
    for (;;) {
      await wait(enrolmentLimits.pageAsksAgainMs);
      const taken = await askHall(enrolmentPaths.paired, { talk: begun.talk, signature }, pairTakenSchema);
      if (taken.ok && taken.state === 'in') {
        try {
          await key.keep();
        } catch {
          tell({ at: 'cannot' });
          return 'cannot';
        }
        tell({ at: 'in' });
        return 'in';
      }
      // Also after an agent that was started anew: it knows nobody who waits.
      if (!taken.ok && taken.refusal === 'notLetIn') {
        if (performance.now() >= untilMs - againMs) break;
        tell({ at: 'refused' });
        return 'refused';
      }
    }
  }
}
