/* Writes bytes to a line at the pace of a real wire and cut into pieces, for simulators: neither a pty nor memory has a baud rate. */
import type { Line, Timer } from '../ports.ts';

export interface Pace {
  /** 11.5 at 115200 baud; Infinity = all at once */
  readonly bytesPerMs: number;
  /** largest piece handed to the line in one write */
  readonly pieceBytes: number;
}

/** Calls `done` when the last piece is out. A line that ended in between swallows the rest. */
export function writePaced(line: Line, bytes: Uint8Array, { bytesPerMs, pieceBytes }: Pace, timer: Timer, done: () => void): void {
  const writeFrom = (at: number): void => {
    const piece = bytes.slice(at, at + pieceBytes);
    line.write(piece).catch(() => undefined);
    const next = at + piece.length;
    if (next >= bytes.length) done();
    else if (bytesPerMs === Infinity) writeFrom(next);
    else timer.after(piece.length / bytesPerMs, () => writeFrom(next));
  };
  writeFrom(0);
}
