/*
 * The process that speaks PC/SC by pcsc-mini: tells of slots and cards, carries bytes to them. It ends with the machine's PC/SC service.
 *
 * Why a process of its own: when the service dies, pcsc-mini throws from a finalizer of its addon, behind everybody's back, and that ends the process it happens in.
 */
import type { Card, Client, Reader } from 'pcsc-mini';
import { LibraryFault } from '../../library-process/messages.ts';
import { serveCalls } from '../../library-process/serve-calls.ts';

/** Cards held at the same time; a kiosk has one slot or two. */
const heldLimit = 8;

const slots = new Map<string, Reader>();
const cards = new Map<number, Card>();
let client: Client | undefined;
let lastCard = 0;

async function start(): Promise<void> {
  // Loaded here, not above: on a machine without PC/SC that fails, and by a call it can be told.
  const { default: pcsc } = await import('pcsc-mini').catch(() => { throw new LibraryFault('noPcsc'); });
  const watch = (reader: Reader): void => {
    const slot = reader.name();
    let present = false;
    slots.set(slot, reader);
    tell({ type: 'slotThere', slot });
    reader.on('change', (status) => {
      const here = status.has(pcsc.ReaderStatus.PRESENT) && !status.has(pcsc.ReaderStatus.MUTE);
      // While we hold the card the state changes to "in use" and back: only coming and going is told.
      if (here === present) return;
      present = here;
      tell({ type: here ? 'cardIn' : 'cardOut', slot });
    });
    reader.on('disconnect', () => {
      slots.delete(slot);
      tell({ type: 'slotGone', slot });
    });
  };
  client = new pcsc.Client().on('reader', watch).on('error', () => process.exit(0));
  try {
    client.start();
  } catch {
    throw new LibraryFault('serviceNotRunning');
  }
}

async function connect(slot: unknown): Promise<number> {
  const { default: pcsc } = await import('pcsc-mini');
  const reader = slots.get(String(slot));
  if (reader === undefined || cards.size >= heldLimit) throw new LibraryFault('noCard');
  lastCard += 1;
  const id = lastCard;
  cards.set(id, await reader.connect(pcsc.CardMode.SHARED));
  return id;
}

async function release(id: unknown): Promise<void> {
  const { default: pcsc } = await import('pcsc-mini');
  const card = cards.get(Number(id));
  cards.delete(Number(id));
  await card?.disconnect(pcsc.CardDisposition.LEAVE);
}

const tell = serveCalls({
  calls: {
    async start() {
      await start();
      return {};
    },
    connect: async ({ slot }) => ({ card: await connect(slot) }),
    async transmit({ card, apdu }) {
      const held = cards.get(Number(card));
      if (held === undefined || !(apdu instanceof Uint8Array)) throw new LibraryFault('noCard');
      return { answer: Uint8Array.from(await held.transmit(apdu)) };
    },
    async release({ card }) {
      await release(card);
      return {};
    },
  },
  end: () => client?.stop(),
});
