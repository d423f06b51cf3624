/* After a commit every console gets the new state whole and every board what is otherwise: at once when it is quiet, at most so often when it is not. */
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';

/** A called number must be on the glass within 100 ms of its commit, also when another change went out just before; a change is small, and making it takes some 7 ms in a full hall. */
const boardGapMs = 20;
const floorGapMs = 150;
/** A kiosk that waits turns its pages every eight seconds; a touch must not wait for them. */
const kiosksGapMs = 5_000;
/** Unheard calls, leave-by times and the age of counts change without any commit: consoles hear each second, boards each fifth. */
const heartbeatMs = 1_000;
const boardBeats = 5;

interface PublisherParts {
  readonly floor: (version: number) => FloorState;
  readonly toBoards: () => void;
  readonly toConsoles: (state: FloorState) => void;
  readonly toKiosks: () => void;
  /** Somebody looks: without listeners nothing is computed. */
  readonly boardsWatching: () => boolean;
  readonly consolesWatching: () => boolean;
  readonly kiosksWatching: () => boolean;
  readonly monotonicMs: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

export function createPublisher(parts: PublisherParts) {
  let version = 0;
  const channel = (gapMs: number, watching: () => boolean, publish: () => void) => {
    let lastMs = -Infinity;
    let cancel: (() => void) | undefined;
    const run = (): void => {
      cancel = undefined;
      lastMs = parts.monotonicMs();
      if (watching()) publish();
    };
    return {
      touch: (): void => { cancel ??= parts.after(Math.max(0, lastMs + gapMs - parts.monotonicMs()), run); },
      stop: (): void => cancel?.(),
    };
  };
  const boards = channel(boardGapMs, parts.boardsWatching, parts.toBoards);
  const consoles = channel(floorGapMs, parts.consolesWatching, () => parts.toConsoles(parts.floor(version)));
  const kiosks = channel(kiosksGapMs, parts.kiosksWatching, parts.toKiosks);
  let stopped = false;
  let cancelBeat: (() => void) | undefined;
  let beats = 0;
  const beat = (): void => {
    cancelBeat = parts.after(heartbeatMs, () => {
      if (stopped) return;
      beats += 1;
      if (beats % boardBeats === 0) boards.touch();
      consoles.touch();
      beat();
    });
  };
  beat();
  return {
    /** Something became true. */
    changed(): void {
      version += 1;
      boards.touch();
      consoles.touch();
      kiosks.touch();
    },
    version: (): number => version,
    stop(): void {
      stopped = true;
      cancelBeat?.();
      boards.stop();
      consoles.stop();
      kiosks.stop();
    },
  };
}
