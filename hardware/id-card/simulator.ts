/* A SAM_A module with an antenna, in software: it stands at the far end of a line and speaks bytes, so that the true driver runs in tests and in the demo. */
import type { CardRead, Line, OpenLine, Timer } from '../ports.ts';

/** What goes wrong. Everything stays as set until set again. */
export interface ReaderFaults {
  /** answers nothing at all */
  readonly silent: boolean;
  /** SW3 answered to status, SAM id, find, select, read instead of the true one */
  readonly status?: number | undefined;
  readonly find?: number | undefined;
  readonly select?: number | undefined;
  readonly read?: number | undefined;
  /** bytes of noise before each reply */
  readonly noiseBytes: number;
  /** the last byte of each reply is spoiled */
  readonly spoiled: boolean;
}

export interface ReaderSimulatorParts {
  readonly timer: Timer;
  /** time the card itself takes to be read; 800 unless told */
  readonly cardReadMs?: number;
  /** pace of the wire; 11.5 (115200 baud) unless told, Infinity = at once */
  readonly bytesPerMs?: number;
  /** bytes a piece, as replies are cut on the wire; 61 unless told */
  readonly pieceBytes?: number;
  /** false: the module does not know 30 05 (read chip management number) */
  readonly knowsManagementNumber?: boolean;
  /** true: find answers 9F again for a card that was read and still lies there (clones); false: 80, as the table says */
  readonly findsReadCardAgain?: boolean;
}

export interface ReaderSimulator {
  /** Hands out the near end of a new line to the simulator; rejects while unplugged. */
  readonly openLine: OpenLine;
  /** Stands at the far end of a line of the caller's own (a pty, a socket). */
  attach(far: Line): void;
  place(card: CardRead): void;
  lift(): void;
  setFaults(faults: Partial<ReaderFaults>): void;
  /** Pulls the cable: every line ends, `openLine` rejects until `plugIn`. */
  unplug(): void;
  plugIn(): void;
  readonly samId: string;
  close(): Promise<void>;
}

export function createReaderSimulator(_parts: ReaderSimulatorParts): ReaderSimulator {
  throw new Error('in work');
}
