/* The far end of vsmartcard's virtual reader (vpcd): a TCP line on which the machine's own PC/SC sends APDUs to a virtual card. Each message is two bytes of length and its bytes. */
import type { Line, SocialCardRead } from '../../ports.ts';
import { createVirtualCard, type VirtualCardKind } from './virtual-card.ts';

/** T=0, no historical bytes but two. */
const answerToReset = Uint8Array.of(0x3b, 0x02, 0x14, 0x50);
const askAnswerToReset = 4;
const messageLimit = 1_024;

/** Serves until the line ends; closing the line is pulling the card. */
export function serveVpcd(line: Line, person: SocialCardRead, kind?: VirtualCardKind): void {
  let answer = createVirtualCard(person, kind);
  let held: Uint8Array = new Uint8Array(0);
  const send = (bytes: Uint8Array): void => void line.write(Uint8Array.of(bytes.length >> 8, bytes.length & 0xff, ...bytes)).catch(() => undefined);
  const hear = (message: Uint8Array): void => {
    if (message.length !== 1) send(answer(message));
    else if (message[0] === askAnswerToReset) send(answerToReset);
    // 0 power off, 1 power on, 2 reset: the card forgets what was selected.
    else answer = createVirtualCard(person, kind);
  };
  line.onBytes((bytes) => {
    held = Uint8Array.of(...held, ...bytes);
    for (let length = lengthOf(held); held.length >= 2 + length; length = lengthOf(held)) {
      if (length > messageLimit) return void line.close();
      hear(held.slice(2, 2 + length));
      held = held.slice(2 + length);
      if (held.length < 2) break;
    }
    return undefined;
  });
}

const lengthOf = (held: Uint8Array): number => (held.length < 2 ? Infinity : ((held[0] ?? 0) << 8) | (held[1] ?? 0));
