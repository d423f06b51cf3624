/* From a card just found to its person: select, read, and once more when either failed. */
import type { CardRead, CardTrouble } from '../ports.ts';
import type { SamChannel, SamReply } from './sam-channel.ts';
import { samCommands } from './sam-commands.ts';

/** Why the watch over cards has to stop: the module is out of service, or the line is over. */
export type WatchEnd = 'silent' | 'selfTest' | 'notAuthorised' | 'closed';

export type AttemptOutcome =
  | { readonly type: 'read'; readonly card: CardRead }
  | { readonly type: 'trouble'; readonly trouble: CardTrouble }
  | { readonly type: 'end'; readonly end: WatchEnd };

const tries = 2;

/** What a failed answer means for this card; undefined = worth another try. */
function verdict(reply: SamReply): AttemptOutcome | undefined {
  switch (reply.meaning) {
    case 'closed': case 'selfTest': case 'notAuthorised': return { type: 'end', end: reply.meaning };
    case 'unknownCard': case 'rejectedCard': return { type: 'trouble', trouble: reply.meaning };
    // A card lifted between find and read gives any of these, and is normal.
    case 'noCard': case 'failed': case 'silent': case 'badQuestion': case 'unlisted': case 'noSuchItem': case 'ok': case 'found': return undefined;
  }
}

/** Reads the card that was just found. `placeAgain` when two tries failed, `unreadable` when its text makes no person. */
export async function attemptCard(channel: SamChannel): Promise<AttemptOutcome> {
  let trouble: CardTrouble = 'placeAgain';
  for (let attempt = 0; attempt < tries; attempt++) {
    let reply = await channel.ask(samCommands.select);
    if (reply.meaning === 'ok') {
      reply = await channel.ask(samCommands.read);
      if (reply.meaning === 'ok') {
        const card = channel.person(reply.data);
        if (card !== undefined) return { type: 'read', card };
        trouble = 'unreadable';
        continue;
      }
    }
    const outcome = verdict(reply);
    if (outcome !== undefined) return outcome;
  }
  return { type: 'trouble', trouble };
}
