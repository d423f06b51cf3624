/* What a SAM_A module makes of a card on its antenna: the answer to each question, and how the card remembers it was found, selected and read. */
import type { CardRead } from '../ports.ts';
import { encodeCardData } from './card-text/encode-card.ts';
import { samIdBytes } from './sam-id.ts';
import { samCommands, type SamCommand } from './sam-commands.ts';

export interface LyingCard {
  readonly data: Uint8Array;
  found: boolean;
  selected: boolean;
  wasRead: boolean;
}
export interface ModuleKind {
  readonly samId: string;
  readonly knowsManagementNumber: boolean;
  readonly findsReadCardAgain: boolean;
}
export interface Answer {
  readonly sw3: number;
  readonly data?: Uint8Array;
}

const names = new Map(Object.values(samCommands).map((command: SamCommand) => [(command.body[0] << 8) | command.body[1], command.name]));

/** The command of a request body; undefined when the module does not know it. */
export function commandOf(body: Uint8Array): SamCommand['name'] | undefined {
  return names.get(((body[0] ?? 0) << 8) | (body[1] ?? 0));
}

/** A card that was just laid down. */
export function laidDown(person: CardRead): LyingCard {
  return { data: encodeCardData(person), found: false, selected: false, wasRead: false };
}

/** The true answer of a healthy module. */
export function answerTo(name: SamCommand['name'], card: LyingCard | undefined, kind: ModuleKind): Answer {
  switch (name) {
    case 'status': return { sw3: 0x90 };
    case 'samId': return { sw3: 0x90, data: samIdBytes(kind.samId) };
    case 'find':
      if (card === undefined || (card.wasRead && !kind.findsReadCardAgain)) return { sw3: 0x80 };
      card.found = true;
      return { sw3: 0x9f, data: new Uint8Array(4) };
    case 'select':
      if (card?.found !== true) return { sw3: 0x81 };
      card.selected = true;
      return { sw3: 0x90, data: new Uint8Array(8) };
    case 'read':
      if (card?.selected !== true) return { sw3: 0x41 };
      card.wasRead = true;
      return { sw3: 0x90, data: card.data };
    case 'managementNumber':
      if (!kind.knowsManagementNumber) return { sw3: 0x21 };
      return card?.selected === true ? { sw3: 0x90, data: card.data.slice(260, 276) } : { sw3: 0x41 };
    case 'newAddress':
      // Nobody of ours has moved.
      return card?.selected === true ? { sw3: 0x91 } : { sw3: 0x41 };
  }
}
