/* Which words the page of a slip offers now: the same table of transitions by which the hall will judge them. */
import type { EveningWord } from '../attendance/commands.ts';
import { nextHire, type HireEvent, type HireState } from '../hiring/states/hire.ts';
import type { Instant } from '../scalars.ts';
import { wordsOfSide, type SlipSide, type SlipWord } from './words.ts';

export interface OfferedTo { readonly state: HireState; readonly startsAt: Instant; /** the worker's last word on the pay */ readonly saidPaid: EveningWord | undefined }

const eventOf: Readonly<Record<SlipWord, HireEvent>> = { arrived: 'arrive', done: 'finish', paid: 'pay', unpaid: 'sayUnpaid' };

/** In the order of the day. A worker may also say yes to what the employer said of the money. */
export const offeredWords = (side: SlipSide, { state, startsAt, saidPaid }: OfferedTo, now: Instant): readonly SlipWord[] => wordsOfSide[side].filter((word) => {
  if (word === 'unpaid' && (now < startsAt || saidPaid === 'no')) return false;
  if (side === 'worker' && word === 'paid' && state === 'paid') return saidPaid !== 'yes';
  return nextHire(state, eventOf[word]) !== undefined;
});
