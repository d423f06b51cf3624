/* A slot for chip cards in memory, for the demo and for tests: the true driver speaks APDUs to a virtual card in it. */
import type { SocialCardRead, Timer } from '../../ports.ts';
import type { ChipCard, ChipEvent, ChipService } from '../chip-service.ts';
import { createVirtualCard, type VirtualCardKind } from './virtual-card.ts';

export interface SocialCardSimulator {
  readonly openService: () => Promise<ChipService>;
  /** Puts a card in, in place of one that is there. */
  place(person: SocialCardRead, kind?: VirtualCardKind): void;
  lift(): void;
  /** Pulls the reader's cable: the slot is gone until `plugIn`. */
  unplug(): void;
  plugIn(): void;
  /** The machine's PC/SC ends, and cannot be opened until it is started again. */
  stopService(): void;
  startService(): void;
  /** `mute`: the card does not answer. `slowMs`: time for each answer. */
  setFaults(faults: { readonly mute?: boolean; readonly slowMs?: number }): void;
}

const slot = 'Simulated slot 00';

/** One opened service: who listens, and its end. */
interface Opened { readonly service: ChipService; readonly tell: (event: ChipEvent) => void; readonly end: () => void }

function openedService(present: () => readonly ChipEvent[], ended: (one: Opened) => void): Opened {
  const listeners: ((event: ChipEvent) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let over = false;
  const opened: Opened = {
    service: {
      onEvent(listener) {
        listeners.push(listener);
        for (const event of present()) listener(event);
      },
      onClose: (listener) => closeListeners.push(listener),
      async close() {
        await Promise.resolve();
        opened.end();
      },
    },
    tell: (event) => { for (const listener of listeners) listener(event); },
    end() {
      if (over) return;
      over = true;
      ended(opened);
      for (const listener of closeListeners) listener();
    },
  };
  return opened;
}

export function createSocialCardSimulator({ timer }: { readonly timer: Timer }): SocialCardSimulator {
  let card: { readonly answer: (apdu: Uint8Array) => Uint8Array } | undefined;
  let faults = { mute: false, slowMs: 15 };
  let [plugged, running] = [true, true];
  const opened = new Set<Opened>();
  const toAll = (event: ChipEvent): void => {
    if (plugged) for (const { tell } of opened) tell(event);
  };
  const connect = async (mine: typeof card): Promise<ChipCard> => {
    await Promise.resolve();
    if (mine === undefined || mine !== card) throw new Error('no card');
    return {
      transmit: (apdu) => new Promise((resolve, reject) => {
        timer.after(faults.slowMs, () => {
          if (mine !== card || !plugged) reject(new Error('card pulled'));
          else if (!faults.mute) resolve(mine.answer(apdu));
        });
      }),
      release: () => Promise.resolve(),
    };
  };
  const cardIn = (mine = card): ChipEvent => ({ type: 'cardIn', slot, connect: () => connect(mine) });
  const present = (): readonly ChipEvent[] => (plugged ? [{ type: 'slotThere', slot }, ...(card === undefined ? [] : [cardIn()])] : []);
  const lift = (): void => {
    if (card === undefined) return;
    card = undefined;
    toAll({ type: 'cardOut', slot });
  };
  return {
    async openService() {
      await Promise.resolve();
      if (!running) throw new Error('no service');
      const one = openedService(present, (over) => opened.delete(over));
      opened.add(one);
      return one.service;
    },
    place(person, kind) {
      lift();
      card = { answer: createVirtualCard(person, kind) };
      toAll(cardIn());
    },
    lift,
    unplug() {
      toAll({ type: 'slotGone', slot });
      plugged = false;
    },
    plugIn() {
      plugged = true;
      for (const event of present()) toAll(event);
    },
    stopService() {
      running = false;
      for (const { end } of opened) end();
    },
    startService() {
      running = true;
    },
    setFaults(changed) {
      faults = { ...faults, ...changed };
    },
  };
}
