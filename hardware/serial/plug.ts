/* The plug of a simulated device: the lines that end in it, pulled out and put back together. */
import type { Line, OpenLine } from '../ports.ts';
import { linePair } from './line-pair.ts';

export interface Plug {
  /** The near end of a new line in memory; rejects while unplugged. */
  readonly openLine: OpenLine;
  /** `cut` ends the line as a pulled cable does; closing it is what is done without. */
  readonly attach: (far: Line, cut?: () => void) => void;
  attached(far: Line): boolean;
  lines(): readonly Line[];
  /** Every line ends; until `plugIn` none can be opened. */
  readonly unplug: () => void;
  readonly plugIn: () => void;
  pluggedIn(): boolean;
  /** Ends every line but leaves the plug in: a cable that was pulled and put back at once. */
  cutLines(): void;
}

/** `onLine` sets up the device's listening on each new far end. */
export function createPlug(onLine: (far: Line) => void): Plug {
  const cuts = new Map<Line, () => void>();
  let plugged = true;
  const attach = (far: Line, cut: () => void): void => {
    cuts.set(far, cut);
    far.onClose(() => cuts.delete(far));
    onLine(far);
  };
  const cutLines = (): void => {
    const all = [...cuts.values()];
    cuts.clear();
    for (const cut of all) cut();
  };
  return {
    async openLine() {
      await Promise.resolve();
      if (!plugged) throw new Error('unplugged');
      const pair = linePair();
      attach(pair.far, () => pair.cut());
      return pair.near;
    },
    attach: (far, cut = () => void far.close()) => attach(far, cut),
    attached: (far) => cuts.has(far),
    lines: () => [...cuts.keys()],
    unplug() {
      plugged = false;
      cutLines();
    },
    plugIn() {
      plugged = true;
    },
    pluggedIn: () => plugged,
    cutLines,
  };
}
