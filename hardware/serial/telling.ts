/* What a driver tells its owners: events as they come; its state of service once for each change, and again to a listener that comes late. */
import type { DeviceLog } from '../ports.ts';

export interface Telling<Event, State extends Event> {
  readonly tell: (event: Event) => void;
  /** Nothing when it is the state already told. */
  readonly tellState: (state: State) => void;
  readonly onEvent: (listener: (event: Event) => void) => void;
  /** From now on nobody is told anything. */
  readonly stop: () => void;
}

export function createTelling<Event extends { readonly type: string }, State extends Event>(log: DeviceLog): Telling<Event, State> {
  const listeners: ((event: Event) => void)[] = [];
  let present: State | undefined;
  let presentKey = '';
  let over = false;
  const tell = (event: Event): void => {
    if (over) return;
    for (const listener of listeners) {
      try {
        listener(event);
      } catch {
        // A fault of the owner must not put the device out of service.
        log('deviceListenerFailed', { type: event.type });
      }
    }
  };
  return {
    tell,
    tellState(state) {
      const key = JSON.stringify(state);
      if (key === presentKey) return;
      present = state;
      presentKey = key;
      tell(state);
    },
    onEvent(listener) {
      listeners.push(listener);
      const known = present;
      if (known !== undefined) queueMicrotask(() => { if (present === known && !over) listener(known); });
    },
    stop() {
      over = true;
    },
  };
}
