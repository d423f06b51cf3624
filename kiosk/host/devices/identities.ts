/* Whoever comes, by whichever card: the events of the card reader and of the chip-card slot as the session hears them. */
import type { CardReader, ReaderEvent, SocialCardEvent, SocialCardReader } from '@kuaizhao/hardware/ports.ts';
import type { SessionEvent } from '@kuaizhao/kiosk/session/event.ts';
import { takeCard, takeSocialCard, type TakenCard } from './domain-card.ts';

export type IdentityEvent = Extract<SessionEvent, { type: 'cardRead' | 'cardUnfit' | 'cardTrouble' | 'cardLifted' | 'reader' }>;

export interface Identities {
  onEvent(listener: (event: IdentityEvent) => void): void;
  close(): Promise<void>;
}

const came = (taken: TakenCard): IdentityEvent => (taken.ok ? { type: 'cardRead', card: taken.card } : { type: 'cardUnfit', code: taken.code });

/** A person is asked to take his card back until every card is gone, whichever way it came. The state of the reader is the card reader's: the slot is one way more, and its absence takes nothing away. */
export function createIdentities(reader: CardReader, socialCard: SocialCardReader | undefined): Identities {
  const lying = new Set<'reader' | 'slot'>();
  const lifted = (from: 'reader' | 'slot'): readonly IdentityEvent[] => {
    lying.delete(from);
    return lying.size === 0 ? [{ type: 'cardLifted' }] : [];
  };
  const readerSaid = (event: ReaderEvent): readonly IdentityEvent[] => {
    switch (event.type) {
      case 'ready': case 'outOfService': return [{ type: 'reader', reader: event.type }];
      case 'cardLifted': return lifted('reader');
      case 'cardRead': case 'cardTrouble':
        lying.add('reader');
        return [event.type === 'cardRead' ? came(takeCard(event.card)) : event];
    }
  };
  const slotSaid = (event: SocialCardEvent): readonly IdentityEvent[] => {
    switch (event.type) {
      case 'ready': case 'outOfService': return [];
      case 'cardLifted': return lifted('slot');
      case 'socialCardRead': case 'socialCardTrouble':
        lying.add('slot');
        if (event.type === 'socialCardRead') return [came(takeSocialCard(event.card))];
        return [{ type: 'cardTrouble', trouble: event.trouble === 'notSocialCard' ? 'unknownCard' : event.trouble }];
    }
  };
  return {
    onEvent(listener) {
      reader.onEvent((event) => readerSaid(event).forEach((one) => listener(one)));
      socialCard?.onEvent((event) => slotSaid(event).forEach((one) => listener(one)));
    },
    async close() {
      await Promise.all([reader.close(), socialCard?.close()]);
    },
  };
}
