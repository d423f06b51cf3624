/* Clock, waiting and chance of the host, handed in once at the root. */
import { randomUUID } from 'node:crypto';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';

export interface HostClock {
  /** monotonic milliseconds, and waiting */
  readonly timer: Timer;
  /** the machine's own time; used only until the hall has told its */
  readonly now: () => Instant;
  readonly newId: () => string;
}

export const systemClock: HostClock = { timer: realTimer, now: () => Date.now(), newId: () => randomUUID() };
