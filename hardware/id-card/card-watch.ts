/* The loop of a reader in service: find every 300 ms, read what was placed, tell each trouble once, notice when the card is gone. */
import type { CardTrouble, ReaderEvent, Timer } from '../ports.ts';
import { attemptCard, type WatchEnd } from './card-attempt.ts';
import { attendLyingCard, type PresenceMemory } from './lying-card.ts';
import type { SamChannel } from './sam-channel.ts';
import { samCommands } from './sam-commands.ts';

export const watchLimits = { findEveryMs: 300, missesToLift: 2, silencesToEnd: 3 } as const;

export interface CardWatchParts {
  readonly channel: SamChannel;
  readonly timer: Timer;
  readonly tell: (event: ReaderEvent) => void;
}

/** A card that lies on the reader without having been read, and what was said of it. */
interface TroubledCard {
  readonly told: CardTrouble;
  /** finds in a row that did not see it */
  readonly misses: number;
}

/** Runs until the module is out of service or the line is over, and says which. */
export async function watchCards({ channel, timer, tell }: CardWatchParts): Promise<WatchEnd> {
  const memory: PresenceMemory = { canAsk: 'untried' };
  let troubled: TroubledCard | undefined;
  let silences = 0;

  const missed = (): void => {
    if (troubled === undefined) return;
    troubled = { ...troubled, misses: troubled.misses + 1 };
    if (troubled.misses < watchLimits.missesToLift) return;
    troubled = undefined;
    tell({ type: 'cardLifted' });
  };
  const noteTrouble = (trouble: CardTrouble): void => {
    // A card that goes on lying there is tried again and again, but people are told once.
    if (troubled?.told !== trouble) tell({ type: 'cardTrouble', trouble });
    troubled = { told: trouble, misses: 0 };
  };
  /** Everything from "found" to "gone"; undefined = go on finding. */
  const handleFound = async (): Promise<WatchEnd | undefined> => {
    for (;;) {
      if (troubled !== undefined && troubled.misses > 0) {
        // 80 and then 9F again is a new placement.
        troubled = undefined;
        tell({ type: 'cardLifted' });
      }
      const outcome = await attemptCard(channel);
      if (outcome.type === 'end') return outcome.end;
      if (outcome.type === 'trouble') {
        noteTrouble(outcome.trouble);
        // An unreadable text was read well: to the module that card is done with, and find no longer sees it.
        if (outcome.trouble !== 'unreadable') return undefined;
      } else {
        tell({ type: 'cardRead', card: outcome.card });
      }
      troubled = undefined;
      const end = await attendLyingCard(channel, timer, memory);
      if (end !== 'closed') tell({ type: 'cardLifted' });
      if (end === 'lifted') return undefined;
      if (end !== 'replaced') return end;
    }
  };

  for (;;) {
    const reply = await channel.ask(samCommands.find);
    silences = reply.meaning === 'silent' ? silences + 1 : 0;
    if (silences >= watchLimits.silencesToEnd) return 'silent';
    switch (reply.meaning) {
      case 'closed': case 'selfTest': case 'notAuthorised': return reply.meaning;
      case 'found': {
        const end = await handleFound();
        if (end !== undefined) return end;
        break;
      }
      case 'unknownCard': case 'rejectedCard':
        noteTrouble(reply.meaning);
        break;
      case 'silent': break;
      case 'noCard': case 'failed': case 'badQuestion': case 'unlisted': case 'noSuchItem': case 'ok':
        missed();
        break;
    }
    await channel.wait(watchLimits.findEveryMs);
  }
}
