/* Tells halls what became of referrals until they have recorded it: whole state, again and again, never in a hurry. */
import { endReferral } from '@kuaizhao/db/city/pool/confirm.ts';
import { referralTold, untoldReferrals, type Untold } from '@kuaizhao/db/city/pool/referrals.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { referralLimits } from '@kuaizhao/db/domain/referrals/commands.ts';
import { poolLimits, type ReferralMessage, type ReferralReply } from '@kuaizhao/sync-agent/contract/pool.ts';
import type { HubParts } from '../hub/parts.ts';
import type { Turns } from '../hub/turns.ts';

export interface HallLine {
  /** Undefined when no answer came in time, or one that is not understood. */
  tell(message: ReferralMessage, withinMs: number): Promise<ReferralReply | undefined>;
}
/** What a hall is told of an offer besides which one it is and how long it stands. */
export type Offer = Pick<Extract<ReferralMessage, { kind: 'offered' }>, 'hall' | 'fit' | 'about'>;

export interface Delivery {
  /** Everything that connected halls have not recorded yet. While it runs, asking again makes it look once more. */
  readonly deliver: () => Promise<void>;
  idle(): Promise<void>;
}

/** Of one look; what is left goes with the next. */
const atOnce = 1_000;
/** Endings older than a day reach nobody who could still act on them. */
const dayMs = 24 * 3_600_000;
/** A refused offer tells the other hall at once, which may refuse in turn: no more looks than this in a row. */
const looks = 4;

export function createDelivery({ db, now, turns, log }: HubParts & { readonly db: CityDb; readonly turns: Turns }, lines: ReadonlyMap<string, HallLine>): Delivery {
  let running: Promise<void> | undefined;
  let again = false;
  const one = async (line: HallLine, untold: Untold): Promise<boolean> => {
    const reply = await line.tell(messageOf(untold, now()), poolLimits.tellMs);
    if (reply === undefined) return false;
    const { referralId, side, state, hallId } = untold;
    // In the hall's own turn: leftovers that it sent before it recorded this are looked at before.
    await turns.take(hallId, async () => {
      const refusedIt = reply.kind === 'refused' && (state === 'open' || (state === 'confirmed' && side === 'job'));
      if (refusedIt && await endReferral(db, referralId, { outcome: side === 'worker' ? 'declined' : 'placeTaken', by: side }, now())) again = true;
      else await referralTold(db, referralId, side, state);
    });
    return true;
  };
  const look = async (): Promise<void> => {
    const found = await untoldReferrals(db, [...lines.keys()], { now: now(), since: now() - dayMs, limit: atOnce });
    await Promise.all([...Map.groupBy(found, ({ hallId }) => hallId)].map(async ([hallId, untold]) => {
      for (const each of untold) {
        const line = lines.get(hallId);
        if (line === undefined || !await one(line, each)) {
          log.warn({ hall: hallId }, 'a hall does not hear of referrals now');
          return;
        }
      }
    }));
  };
  const run = async (): Promise<void> => {
    for (let n = 0; n < looks && again; n += 1) {
      again = false;
      await look();
    }
  };
  return {
    deliver() {
      again = true;
      return (running ??= run().finally(() => { running = undefined; }));
    },
    idle: async () => { await running?.catch(() => undefined); },
  };
}

export function messageOf({ referralId, state, offer, expiresAt }: Pick<Untold, 'referralId' | 'state' | 'offer' | 'expiresAt'>, now: number): ReferralMessage {
  if (state !== 'open') return { kind: 'settled', referralId, outcome: state };
  // Written by this program's own hand into its own table.
  return { kind: 'offered', referralId, openMs: Math.max(1, Math.min(referralLimits.openMs, expiresAt - now)), ...JSON.parse(offer) as Offer };
}
