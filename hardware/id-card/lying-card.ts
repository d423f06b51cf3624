/*
 * Knows when a card that was read has left the field.
 *
 * The trap: after a good read `find` answers 80 both for "no card" and for "the same card still lies there", so find alone cannot tell.
 * What vendors' own programs do (seen in public code for serial readers): they go on asking the selected card for something small and take the first
 * failure as "removed". We ask for the chip management number (30 05) and drop it unread; the new address (30 03) would do too, but is personal.
 * Certain: the reply codes. Assumed, never tried on a real module: that a selected card answers 30 05 again and again, and that one that left fails it (41, 80).
 *
 * Where the module refuses 30 05 as a question (codes 10 to 3F) or is silent on it, find is all there is. Two kinds of module are told apart by the first find after the read:
 * 9F at once = this module finds a lying card again, so 80 means it left; 80 = it hides a lying card, its leaving cannot be seen,
 * and after `presumeLiftedMs` we say `cardLifted` on suspicion, because an owner that waits for it must not wait for ever. 9F later is a new placement.
 */
import type { Timer } from '../ports.ts';
import type { WatchEnd } from './card-attempt.ts';
import type { SamChannel, SamReply } from './sam-channel.ts';
import { samCommands } from './sam-commands.ts';

export const lyingLimits = { everyMs: 300, missesToLift: 2, silencesToEnd: 3, presumeLiftedMs: 10_000 } as const;

/** What is known of this module's 30 05; kept as long as its line. */
export interface PresenceMemory {
  canAsk: 'untried' | 'yes' | 'no';
}
/** `replaced`: a card was found anew, so the old one must have left. */
export type LyingEnd = 'lifted' | 'replaced' | WatchEnd;

/** The end that any answer may bring, whatever was asked. */
const hardEnd = (reply: SamReply): WatchEnd | undefined =>
  reply.meaning === 'closed' || reply.meaning === 'selfTest' || reply.meaning === 'notAuthorised' ? reply.meaning : undefined;

/** Attends the card that was just read until it left, was replaced, or the module can no longer be asked. */
export async function attendLyingCard(channel: SamChannel, timer: Timer, memory: PresenceMemory): Promise<LyingEnd> {
  const since = timer.now();
  let findsAgain: boolean | undefined;
  let [misses, silences] = [0, 0];
  // The first question follows the read at once, while the card is surely there: that is how we learn whether this module knows 30 05.
  for (let first = true; ; first = false) {
    if (!first) await channel.wait(lyingLimits.everyMs);
    const reply = await channel.ask(memory.canAsk === 'no' ? samCommands.find : samCommands.managementNumber);
    const end = hardEnd(reply);
    if (end !== undefined) return end;
    silences = reply.meaning === 'silent' ? silences + 1 : 0;
    if (silences >= lyingLimits.silencesToEnd) return 'silent';

    if (memory.canAsk !== 'no') {
      if (reply.meaning === 'ok' || reply.meaning === 'noSuchItem') {
        memory.canAsk = 'yes';
        misses = 0;
      } else if (reply.meaning === 'badQuestion' || reply.meaning === 'unlisted' || (reply.meaning === 'silent' && memory.canAsk === 'untried')) {
        memory.canAsk = 'no';
      } else if (reply.meaning !== 'silent' && ++misses >= lyingLimits.missesToLift) {
        return 'lifted';
      }
    } else if (reply.meaning === 'found') {
      // Nobody swaps cards between two questions 300 ms apart: found at once means still lying.
      findsAgain ??= true;
      if (!findsAgain || misses > 0) return 'replaced';
    } else if (reply.meaning !== 'silent') {
      findsAgain ??= false;
      misses++;
      if (findsAgain ? misses >= lyingLimits.missesToLift : timer.now() - since >= lyingLimits.presumeLiftedMs) return 'lifted';
    }
  }
}
