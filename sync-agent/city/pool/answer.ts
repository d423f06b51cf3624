/* What a person answers to a referral: a yes is granted when the place is the city's to give and the other hall holds it. */
import { confirmReferral, endReferral } from '@kuaizhao/db/city/pool/confirm.ts';
import { referralTold } from '@kuaizhao/db/city/pool/referrals.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { referralLimits } from '@kuaizhao/db/domain/referrals/commands.ts';
import { poolLimits, type PoolAnswerReply, type ReferralReply } from '@kuaizhao/sync-agent/contract/pool.ts';
import type { HubParts } from '../hub/parts.ts';
import type { Turns } from '../hub/turns.ts';
import { messageOf, type HallLine } from './delivery.ts';

interface AnswerParts extends Pick<HubParts, 'now'> {
  readonly db: CityDb; readonly turns: Turns;
  /** a hall has something to hear */
  readonly told: () => void;
  readonly lineOf: (hallId: string) => HallLine;
}

/** Of two people who want the last place, the one whose confirmation is committed first has it; the other hears `placeTaken`. */
export async function answerYesOrNo(parts: AnswerParts, hallId: string, { referralId, answer }: { readonly referralId: string; readonly answer: 'yes' | 'no' }): Promise<PoolAnswerReply> {
  const { db, now } = parts;
  const told = (reply: PoolAnswerReply): PoolAnswerReply => {
    parts.told();
    return reply;
  };
  if (answer === 'no') return told(await endReferral(db, referralId, { outcome: 'declined', hallId, by: 'worker' }, now()) ? { kind: 'recorded' } : { kind: 'refuse', reason: 'over' });
  const confirmed = await confirmReferral(db, referralId, hallId, { now: now(), heldUntil: now() + referralLimits.holdMs });
  switch (confirmed.kind) {
    case 'placeTaken': case 'over': case 'unknown': return told({ kind: 'refuse', reason: confirmed.kind });
    case 'away': return confirmed;
    case 'confirmed': if (confirmed.held) return { kind: 'granted' };
  }
  const held = await hold(parts.lineOf(confirmed.jobHall), referralId, confirmed.offer, now());
  if (held?.kind === 'recorded') {
    // In the turn of that hall: what it said before it held the place still counts it as over.
    await parts.turns.take(confirmed.jobHall, () => referralTold(db, referralId, 'job', 'confirmed'));
    return told({ kind: 'granted' });
  }
  // Without its word nobody is sent across the city; whatever it recorded meanwhile is taken back.
  await endReferral(db, referralId, held === undefined ? { outcome: 'expired' } : { outcome: 'placeTaken', by: 'job' }, now());
  return told(held === undefined ? { kind: 'away' } : { kind: 'refuse', reason: 'placeTaken' });
}

/** Asks the hall of the job to hold the place; one that has not heard of the offer hears it first. */
async function hold(line: HallLine, referralId: string, offer: string, now: number): Promise<ReferralReply | undefined> {
  const confirm = (): Promise<ReferralReply | undefined> => line.tell(messageOf({ referralId, state: 'confirmed', offer, expiresAt: now }, now), poolLimits.holdMs);
  const first = await confirm();
  if (first?.kind !== 'refused' || first.code !== 'referralUnknown') return first;
  const offered = await line.tell(messageOf({ referralId, state: 'open', offer, expiresAt: now + poolLimits.tellMs }, now), poolLimits.holdMs);
  return offered?.kind === 'recorded' ? confirm() : offered;
}
