/* When a version has shown that it can: its page stands and the agent was reached; or its page has stood for a minute, because an agent that is away must not make every kiosk go back. */
import type { Timer } from '@kuaizhao/hardware/ports.ts';

export const aloneMs = 60_000;

export interface Health {
  /** the page came, or was lost */
  page(stands: boolean): void;
  /** the line to the agent came, or was lost */
  line(up: boolean): void;
  isHealthy(): boolean;
  stop(): void;
}

/** `healthy` is called once. */
export function watchHealth(timer: Timer, healthy: () => void): Health {
  let [stands, up, well] = [false, false, false];
  let cancel = (): void => undefined;
  const become = (): void => {
    if (well) return;
    well = true;
    cancel();
    healthy();
  };
  return {
    page(now) {
      if (now === stands) return;
      stands = now;
      cancel();
      if (stands && up) become();
      else if (stands) cancel = timer.after(aloneMs, become);
    },
    line(now) {
      up = now;
      if (stands && up) become();
    },
    isHealthy: () => well,
    stop: () => { cancel(); },
  };
}
