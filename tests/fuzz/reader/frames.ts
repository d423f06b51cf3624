/*
 * Mutated frames against the parser and the decoder. A person may come out only if he went in whole.
 *
 * XOR over bytes has a limit: an even number of flips of the same bit is invisible to any receiver. An oracle of its own, byte by byte, says of each stream which
 * frames are whole by the rules of the wire; a person of such a frame who is nobody's of ours is counted as `undetectable`, anything else is `wrong`.
 */
import { decodeCardData } from '@kuaizhao/hardware/id-card/card-text/decode-card.ts';
import { encodeCardData } from '@kuaizhao/hardware/id-card/card-text/encode-card.ts';
import { createFrameParser, encodeFrame, lenLimit } from '@kuaizhao/hardware/id-card/frames.ts';
import { replyCode } from '@kuaizhao/hardware/id-card/reply-codes.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import { syntheticPeople } from '@kuaizhao/kiosk/host/dev/people.ts';
import { people } from '../../hardware/id-card/vectors.ts';
import { createMutator, pieces, type Chance } from '../mutate.ts';

export const head = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69);
export const everybody: readonly CardRead[] = [...Object.values(people), ...syntheticPeople.map(({ card }) => card)];

const answer = (sw3: number, data: Uint8Array = new Uint8Array(0)): Uint8Array => encodeFrame(Uint8Array.of(0, 0, sw3, ...data));
const cardFrames = everybody.map((card) => answer(0x90, encodeCardData(card)));
const shortFrames = [0x90, 0x80, 0x81, 0x41, 0x31, 0x66, 0x21].map((sw3) => answer(sw3)).concat(answer(0x9f, new Uint8Array(4)), answer(0x90, new Uint8Array(8)), answer(0x90, new Uint8Array(16)));

const keyOf = (card: CardRead): string => JSON.stringify([card.layout, card.name, card.englishName, card.sex, card.birth, card.number]);
const ours = new Set(everybody.map(keyOf));

/** Who is in the bodies, by what the hall takes of a card. */
const personsIn = (bodies: readonly Uint8Array[]): string[] => bodies.flatMap((body) => {
  const card = replyCode(body[2] ?? 0).meaning === 'ok' ? decodeCardData(body.subarray(3)) : undefined;
  return card === undefined ? [] : [keyOf(card)];
});

/** Every place of the stream where a whole frame stands, found without the parser. */
function wholeFrames(stream: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = stream.indexOf(0x96); at >= 0; at = stream.indexOf(0x96, at + 1)) {
    if (at < 3 || stream[at - 1] !== 0xaa || stream[at - 2] !== 0xaa || stream[at - 3] !== 0xaa || stream[at + 1] !== 0x69) continue;
    const len = (stream[at + 2] ?? 0) * 256 + (stream[at + 3] ?? 0);
    const end = at + 4 + len;
    if (len < 4 || len > lenLimit || end > stream.length) continue;
    if (stream.subarray(at + 2, end).reduce((sum, byte) => sum ^ byte, 0) === 0) found.push(stream.slice(at + 4, end - 1));
  }
  return found;
}

export interface FramesOutcome { frames: number; persons: number; undetectable: number; bytes: number; longestHeld: number; readonly wrong: string[] }

/** `count` frames in streams of one to three, each mutated or, seldom, left whole. */
export function fuzzFrames(count: number, chance: Chance): FramesOutcome {
  const mutate = createMutator(chance, head);
  const fresh = createFrameParser('reply');
  /** never reset: what streams leave behind must not grow, nor make it deaf */
  const living = createFrameParser('reply');
  const outcome: FramesOutcome = { frames: 0, persons: 0, undetectable: 0, bytes: 0, longestHeld: 0, wrong: [] };
  const accuse = (what: string): void => {
    if (outcome.wrong.length < 5) outcome.wrong.push(`${what} at frame ${outcome.frames}`);
  };
  for (let streams = 1; outcome.frames < count; streams++) {
    const frames = Array.from({ length: 1 + chance.nat(3) }, () => {
      const from = chance.nat(3) === 0 ? shortFrames : cardFrames;
      const frame = from[chance.nat(from.length)] ?? head;
      return chance.nat(10) === 0 ? frame : mutate(frame);
    });
    outcome.frames += frames.length;
    const stream = Uint8Array.from(Buffer.concat(frames));
    outcome.bytes += stream.length;
    fresh.reset();
    const bodies: Uint8Array[] = [];
    for (const piece of pieces(stream, chance)) {
      bodies.push(...fresh.feed(piece));
      living.feed(piece);
      outcome.longestHeld = Math.max(outcome.longestHeld, fresh.held(), living.held());
    }
    const persons = personsIn(bodies);
    outcome.persons += persons.length;
    const strangers = persons.filter((person) => !ours.has(person));
    if (strangers.length > 0) {
      const whole = new Set(personsIn(wholeFrames(stream)));
      for (const stranger of strangers) {
        if (whole.has(stranger)) outcome.undetectable += 1;
        else accuse('a person who was in no whole frame');
      }
    }
    if (streams % 500 === 0) {
      // The longest frame that a false head can promise ends within these.
      const after = [new Uint8Array(lenLimit + 7), cardFrames[0] ?? head].flatMap((bytes) => living.feed(bytes));
      if (!personsIn(after).includes(keyOf(everybody[0] ?? people.resident))) accuse('a whole frame was not heard');
    }
  }
  if (outcome.longestHeld > lenLimit + 7) accuse(`${outcome.longestHeld} bytes held`);
  return outcome;
}
