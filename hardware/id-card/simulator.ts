/* A SAM_A module with an antenna, in software: it stands at the far end of a line and speaks bytes, so that the true driver runs in tests and in the demo. */
import type { CardRead, Line, OpenLine, Timer } from '../ports.ts';
import { createPlug } from '../serial/plug.ts';
import { writePaced } from '../serial/paced-writer.ts';
import { createFrameParser, encodeFrame } from './frames.ts';
import { answerTo, commandOf, laidDown, type Answer, type LyingCard, type ModuleKind } from './simulated-card.ts';

/** What goes wrong. Everything stays as set until set again. */
export interface ReaderFaults {
  /** answers nothing at all */
  readonly silent: boolean;
  /** SW3 answered to this command instead of the true one */
  readonly status?: number | undefined;
  readonly samId?: number | undefined;
  readonly find?: number | undefined;
  readonly select?: number | undefined;
  readonly read?: number | undefined;
  readonly managementNumber?: number | undefined;
  readonly newAddress?: number | undefined;
  /** bytes of noise before each answer, with a false preamble among them */
  readonly noiseBytes: number;
  /** the last byte of each answer is spoiled */
  readonly spoiled: boolean;
  /** each answer stops in the middle and never goes on */
  readonly stalls: boolean;
  /** time that cards take from now on; undefined = as the simulator was made */
  readonly cardReadMs?: number | undefined;
  /** bytes a piece from now on; undefined = as the simulator was made */
  readonly pieceBytes?: number | undefined;
}

export interface ReaderSimulatorParts {
  readonly timer: Timer;
  /** time the card itself takes to be read; 800 unless told */
  readonly cardReadMs?: number;
  /** pace of the wire; 11.5 (115200 baud) unless told, Infinity = at once */
  readonly bytesPerMs?: number;
  /** bytes a piece, as answers are cut on the wire; 61 unless told */
  readonly pieceBytes?: number;
  /** false: the module does not know 30 05 (read chip management number) */
  readonly knowsManagementNumber?: boolean;
  /** true: find answers 9F again for a card that was read and still lies there (clones); false: 80, as the table says */
  readonly findsReadCardAgain?: boolean;
  readonly samId?: string;
}

export interface ReaderSimulator {
  /** Hands out the near end of a new line to the simulator; rejects while unplugged. */
  readonly openLine: OpenLine;
  /** Stands at the far end of a line of the caller's own (a pty, a socket). */
  attach(far: Line): void;
  /** Lays a card on the antenna, in place of one that lies there. */
  place(card: CardRead): void;
  lift(): void;
  setFaults(faults: Partial<ReaderFaults>): void;
  /** Pulls the cable: every line ends, `openLine` rejects until `plugIn`. */
  unplug(): void;
  plugIn(): void;
  readonly samId: string;
  close(): Promise<void>;
}

/** Questions a module keeps while it works on one; more are lost, as in its small input buffer. */
const waitingLimit = 8;
/** Time to think about any question but read. */
const thinkMs = 12;
const noise = [0xaa, 0xaa, 0xaa, 0x96, 0x13, 0x69, 0x00] as const;

function wireBytes(answer: Answer, faults: ReaderFaults): Uint8Array {
  const frame = encodeFrame(Uint8Array.of(0, 0, answer.sw3, ...(answer.data ?? [])));
  if (faults.spoiled) frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0x5a;
  return Uint8Array.of(...Array.from({ length: faults.noiseBytes }, (_, index) => noise[index % noise.length] ?? 0), ...frame);
}

/** Ready at once; the module is never busy starting. Works on one question at a time, in order, as a true one does. */
export function createReaderSimulator(parts: ReaderSimulatorParts): ReaderSimulator {
  const { timer, cardReadMs = 800, bytesPerMs = 11.5, pieceBytes = 61 } = parts;
  const kind: ModuleKind = {
    samId: parts.samId ?? '05.01-20240115-0000700001-0000000001', knowsManagementNumber: parts.knowsManagementNumber ?? true, findsReadCardAgain: parts.findsReadCardAgain ?? false,
  };
  let faults: ReaderFaults = { silent: false, noiseBytes: 0, spoiled: false, stalls: false };
  let card: LyingCard | undefined;
  const waiting: { readonly far: Line; readonly body: Uint8Array }[] = [];
  let working = false;
  /** Ends the reading of a card before its time. */
  let cutShort: (() => void) | undefined;

  const next = (): void => {
    const question = waiting.shift();
    working = question !== undefined;
    if (question === undefined) return;
    const name = commandOf(question.body);
    const answerNow = (): void => {
      cutShort = undefined;
      if (faults.silent || !plug.attached(question.far)) {
        next();
        return;
      }
      const forced = name === undefined ? 0x21 : faults[name];
      const answer = forced === undefined && name !== undefined ? answerTo(name, card, kind) : { sw3: forced ?? 0x21 };
      const bytes = wireBytes(answer, faults);
      const sent = faults.stalls ? bytes.slice(0, Math.ceil(bytes.length / 2)) : bytes;
      writePaced(question.far, sent, { bytesPerMs, pieceBytes: faults.pieceBytes ?? pieceBytes }, timer, next);
    };
    const reading = name === 'read' && card?.selected === true;
    const cancel = timer.after(reading ? (faults.cardReadMs ?? cardReadMs) : thinkMs, answerNow);
    if (reading) {
      cutShort = () => {
        cancel();
        answerNow();
      };
    }
  };
  const plug = createPlug((far) => {
    const parser = createFrameParser('request');
    far.onBytes((bytes) => {
      for (const body of parser.feed(bytes)) {
        if (waiting.length < waitingLimit) waiting.push({ far, body });
      }
      if (!working) next();
    });
  });
  const lay = (laid: LyingCard | undefined): void => {
    card = laid;
    // A card lifted while it is read: the module notices at once, not at the end of the time.
    cutShort?.();
  };
  return {
    samId: kind.samId,
    openLine: plug.openLine,
    attach: plug.attach,
    place: (person) => lay(laidDown(person)),
    lift: () => lay(undefined),
    setFaults(changed) {
      faults = { ...faults, ...changed };
    },
    unplug: plug.unplug,
    plugIn: plug.plugIn,
    async close() {
      const open = plug.lines();
      plug.unplug();
      await Promise.all(open.map((line) => line.close()));
    },
  };
}
