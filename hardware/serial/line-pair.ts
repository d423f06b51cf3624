/* Two lines back to back in memory: the driver holds one end, a simulator the other. Delivery is never in the caller's own turn, as on a wire. */
import type { Line, Timer } from '../ports.ts';
import { createLineEnd, type LineEnd } from './line-end.ts';

export interface LinePair {
  readonly near: Line;
  readonly far: Line;
  /** Pulls the cable: both ends close at once, bytes under way are lost. */
  cut(): void;
}

/** Bytes keep their order and their cuts. With a timer they travel by `timer.after(0)`, else in a microtask. */
export function linePair(timer?: Timer): LinePair {
  const travel = (run: () => void): void => {
    if (timer === undefined) queueMicrotask(run);
    else timer.after(0, run);
  };
  const ends: { near?: LineEnd; far?: LineEnd } = {};
  const cut = (): void => {
    ends.near?.end();
    ends.far?.end();
  };
  const make = (other: 'near' | 'far'): LineEnd =>
    createLineEnd(
      (bytes) => {
        const copy = Uint8Array.from(bytes);
        travel(() => ends[other]?.receive(copy));
        return Promise.resolve();
      },
      () => new Promise<void>((resolve) => {
        // What was written before the close still arrives, as it would on a wire.
        travel(() => {
          cut();
          resolve();
        });
      }),
    );
  const near = make('far');
  const far = make('near');
  ends.near = near;
  ends.far = far;
  return { near: near.line, far: far.line, cut };
}
