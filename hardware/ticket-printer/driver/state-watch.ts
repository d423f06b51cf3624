/* Keeps the one word for the printer's state, tells it when it changes, and counts the questions that went unanswered. */
import type { DeviceLog, PrinterState } from '../../ports.ts';

/** With questions every 0.6 s and 0.4 s for an answer, a dead printer is told within 2 s. */
const silencesToUnreachable = 2;

export interface StateWatch {
  state(): PrinterState;
  onState(listener: (state: PrinterState) => void): void;
  tell(state: PrinterState): void;
  /** A state the printer reported, or undefined when it did not answer. */
  saw(state: PrinterState | undefined): void;
  /** unanswered questions in a row */
  silences(): number;
  /** A new line: silence is counted anew. */
  newLine(): void;
  /** Nothing more is told. */
  stop(): void;
}

export function createStateWatch(log: DeviceLog): StateWatch {
  const listeners: ((state: PrinterState) => void)[] = [];
  let state: PrinterState = 'starting';
  let silences = 0;
  let stopped = false;
  const tell = (next: PrinterState): void => {
    if (next === state || stopped) return;
    state = next;
    log('printerState', { state });
    for (const listener of listeners) {
      try {
        listener(next);
      } catch {
        // A fault of the owner must not stop the watch.
        log('printerListenerFailed', { state: next });
      }
    }
  };
  return {
    state: () => state,
    onState: (listener) => void listeners.push(listener),
    tell,
    saw(seen) {
      silences = seen === undefined ? silences + 1 : 0;
      if (seen !== undefined) tell(seen);
      else if (silences >= silencesToUnreachable) tell('unreachable');
    },
    silences: () => silences,
    newLine() {
      silences = 0;
    },
    stop() {
      stopped = true;
    },
  };
}
