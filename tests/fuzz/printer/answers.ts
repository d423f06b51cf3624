/* Mutated answers against the parser of what a printer says. Nothing may be heard that was not said: completion, clearing and names only where their very bytes stand. */
import { createSayingParser, heldLimit, type PrinterSaying, type SayingParser } from '@kuaizhao/hardware/ticket-printer/driver/status.ts';
import { createMutator, pieces, type Chance } from '../mutate.ts';

/** What begins a completion. */
export const head = Uint8Array.of(0x37, 0x22);

const plain = (chance: Chance, length: number): number[] => Array.from({ length }, () => 0x20 + chance.nat(0x5e));
/** Every kind of answer that the driver listens for, and flow control, which it does not. */
const kinds: readonly ((chance: Chance) => readonly number[])[] = [
  (chance) => [0x12 | (chance.nat(256) & 0x6c)],
  (chance) => [0x10 | (chance.nat(256) & 0x6c), chance.nat(256) & 0x6f, chance.nat(256) & 0x6f, chance.nat(256) & 0x6f],
  (chance) => [...head, ...plain(chance, 4), 0x00],
  () => [0x37, 0x25, 0x00],
  (chance) => [0x5f, ...plain(chance, chance.nat(80)), 0x00],
  (chance) => [[0x00, 0x03, 0x0c, 0x0f][chance.nat(4)] ?? 0],
  (chance) => [chance.nat(2) === 0 ? 0x11 : 0x13],
];

/** The bytes that alone may be heard as this; undefined where every byte of the kind is one. */
function bytesOf(saying: PrinterSaying): Buffer | undefined {
  switch (saying.type) {
    case 'printed': return Buffer.from([...head, ...Buffer.from(saying.mark, 'latin1'), 0x00]);
    case 'cleared': return Buffer.of(0x37, 0x25, 0x00);
    case 'name': return Buffer.from([0x5f, ...Buffer.from(saying.text, 'latin1'), 0x00]);
    case 'answer': case 'paper': return Buffer.of(saying.byte);
    case 'push': return undefined;
  }
}

export interface AnswersOutcome { answers: number; sayings: number; longestHeld: number; readonly wrong: string[] }

/** `count` answers in streams of one to six, each mutated or, seldom, left whole; to a parser with GS r and to one without. */
export function fuzzAnswers(count: number, chance: Chance): AnswersOutcome {
  const mutate = createMutator(chance, head);
  const fresh = [createSayingParser(false), createSayingParser(true)] as const;
  /** never reset: what streams leave behind must not grow, nor make it deaf */
  const living = createSayingParser(false);
  const outcome: AnswersOutcome = { answers: 0, sayings: 0, longestHeld: 0, wrong: [] };
  const accuse = (what: string): void => {
    if (outcome.wrong.length < 5) outcome.wrong.push(`${what} at answer ${outcome.answers}`);
  };
  const hear = (parser: SayingParser, stream: Uint8Array): PrinterSaying[] => {
    const cuts = chance.nat(2) === 0 ? pieces(stream, chance) : Array.from(stream, (byte) => Uint8Array.of(byte));
    return cuts.flatMap((cut) => {
      const sayings = parser.feed(cut);
      outcome.longestHeld = Math.max(outcome.longestHeld, parser.held());
      return sayings;
    });
  };
  for (let streams = 1; outcome.answers < count; streams++) {
    const answers = Array.from({ length: 1 + chance.nat(6) }, () => {
      const answer = Uint8Array.from(kinds[chance.nat(kinds.length)]?.(chance) ?? []);
      return chance.nat(10) === 0 ? answer : mutate(answer);
    });
    outcome.answers += answers.length;
    const stream = Buffer.concat(answers);
    for (const parser of fresh) {
      parser.reset();
      const sayings = hear(parser, stream);
      outcome.sayings += sayings.length;
      for (const saying of sayings) {
        const said = bytesOf(saying);
        if (said !== undefined && !stream.includes(said)) accuse(`${saying.type} that nobody said`);
        if (saying.type === 'paper' && parser === fresh[0]) accuse('an answer to a question that was not asked');
      }
    }
    hear(living, stream);
    // The longest answer that was begun ends within these.
    if (streams % 100 === 0 && !hear(living, Uint8Array.of(...new Uint8Array(heldLimit), ...head, 0x4b, 0x5a, 0x4b, 0x5a, 0x00)).some((saying) => saying.type === 'printed' && saying.mark === 'KZKZ')) accuse('a completion was not heard');
  }
  if (outcome.longestHeld > heldLimit) accuse(`${outcome.longestHeld} bytes held`);
  return outcome;
}
