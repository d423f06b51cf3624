/* The driver for social-security cards: watches the slots, reads the card that comes, tells its person or what to do instead. */
import type { DeviceLog, SocialCardEvent, SocialCardReader, Timer } from '../ports.ts';
import { keepConnected } from '../serial/keep-connected.ts';
import { createTelling } from '../serial/telling.ts';
import { createWaiter, type Waiter } from '../serial/waiter.ts';
import type { ChipCard, ChipEvent, ChipService } from './chip-service.ts';
import { readSocialCard, type SocialCardOutcome } from './read-card.ts';

export const socialCardLimits = {
  /** a card that is just being pushed in answers nothing at first */
  tries: 3, betweenTriesMs: 250, connectMs: 3_000,
  /** a service that has just been opened tells its slots one after the other */
  slotsMs: 1_000,
} as const;

export interface SocialCardReaderParts {
  readonly openService: () => Promise<ChipService>;
  readonly timer: Timer;
  readonly log?: DeviceLog;
  /** only slots with this in their name; every slot unless told */
  readonly slotName?: string | undefined;
}

type Inserted = Extract<ChipEvent, { type: 'cardIn' }>;
type Service = Extract<SocialCardEvent, { type: 'ready' | 'outOfService' }>;

/** Starts at once and goes on until `close`. A listener that comes late is told the present service state. */
export function createSocialCardReader({ openService, timer, log = () => undefined, slotName = '' }: SocialCardReaderParts): SocialCardReader {
  const telling = createTelling<SocialCardEvent, Service>(log);
  const waiter = createWaiter(timer);
  const attend = (chips: ChipService): Promise<boolean> => new Promise((resolve) => {
    /** slots that are there, and whose card lies in them */
    const slots = new Map<string, Inserted | undefined>();
    const state = (): void => telling.tellState(slots.size > 0 ? { type: 'ready' } : { type: 'outOfService', reason: 'unplugged' });
    const lifted = (slot: string): void => {
      if (slots.get(slot) !== undefined) telling.tell({ type: 'cardLifted' });
    };
    const readInserted = async (inserted: Inserted): Promise<void> => {
      const still = (): boolean => slots.get(inserted.slot) === inserted;
      const outcome = await attempt(inserted, still, timer, waiter);
      // Whoever pulled his card before it was read is not told of a card that is not there.
      if (outcome === undefined || !still()) return;
      if (outcome.type === 'trouble') log('socialCardTrouble', { trouble: outcome.trouble, step: outcome.step });
      telling.tell(outcome.type === 'read' ? { type: 'socialCardRead', card: outcome.card } : { type: 'socialCardTrouble', trouble: outcome.trouble });
    };
    const cancel = timer.after(socialCardLimits.slotsMs, state);
    chips.onClose(() => {
      cancel();
      for (const slot of slots.keys()) lifted(slot);
      slots.clear();
      resolve(true);
    });
    chips.onEvent((event) => {
      if (!event.slot.includes(slotName)) return;
      if (event.type === 'cardIn') {
        slots.set(event.slot, event);
        void readInserted(event);
        return;
      }
      lifted(event.slot);
      if (event.type === 'slotGone') slots.delete(event.slot);
      else slots.set(event.slot, undefined);
      state();
    });
  });
  const connection = keepConnected({
    open: openService, timer, attend,
    lost(why) {
      if (why !== undefined) log('socialCardServiceAbsent');
      telling.tellState({ type: 'outOfService', reason: 'noService' });
    },
  });
  return {
    onEvent: telling.onEvent,
    async close() {
      telling.stop();
      waiter.stop();
      await connection.close();
    },
  };
}

/** A few tries, as long as the card is there; undefined when it was pulled before the first. */
async function attempt({ connect }: Inserted, still: () => boolean, timer: Timer, waiter: Waiter): Promise<SocialCardOutcome | undefined> {
  let outcome: SocialCardOutcome | undefined;
  for (let tries = 0; tries < socialCardLimits.tries && still(); tries++) {
    if (tries > 0) await waiter.wait(socialCardLimits.betweenTriesMs);
    const card = await connectWithin(connect, timer);
    outcome = card === undefined ? { type: 'trouble', trouble: 'placeAgain', step: 'selectApplication' } : await readSocialCard(card, timer);
    await card?.release();
    if (outcome.type === 'read' || outcome.trouble !== 'placeAgain') break;
  }
  return outcome;
}

/** A card that connects later than that is let go again. */
function connectWithin(connect: () => Promise<ChipCard>, timer: Timer): Promise<ChipCard | undefined> {
  return new Promise((resolve) => {
    let waiting = true;
    const settle = (card?: ChipCard): void => {
      waiting = false;
      cancel();
      resolve(card);
    };
    const cancel = timer.after(socialCardLimits.connectMs, () => settle());
    connect().then((card) => (waiting ? settle(card) : card.release()), () => (waiting ? settle() : undefined)).catch(() => undefined);
  });
}
