/* The watchdog of one page, as a machine of its own: it knows when a page is lost, when it is tried again and what stands there meanwhile, and nothing of Electron. */
import type { HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import { isLong, rowOf, waitAfter, watchLimits } from './limits.ts';

export type Loss = 'gone' | 'hung' | 'notLoaded' | 'loadTooSlow';

export interface WatchdogParts {
  readonly timer: HostClock['timer'];
  /** Loads the page; rejects when it cannot be had. */
  readonly load: () => Promise<void>;
  /** Shows what people see during a long wait. */
  readonly recover: () => void;
  /** Asks the page for a sign of life; resolves when it gives one, and may never. */
  readonly beat: () => Promise<unknown>;
  /** Ends a page that is there but does not answer; that it is `gone` then is no second loss. */
  readonly kill: () => void;
  /** The page is there. */
  readonly alive?: () => void;
  /** A page is lost; it comes back by itself after `waitMs`. */
  readonly lost: (loss: Loss, waitMs: number) => void;
}

export interface Watchdog {
  /** Loads the page now. Resolves when the first try is over, well or not. */
  start(): Promise<void>;
  /** Its process ended; heard from outside. */
  gone(): void;
  stop(): void;
}

/** One page is loaded, beaten and mended until `stop`. */
export function createWatchdog(parts: WatchdogParts): Watchdog {
  const { timer } = parts;
  let phase: 'idle' | 'loading' | 'alive' | 'waiting' = 'idle';
  /** Every load has its number: what belongs to an earlier one is not heard any more. */
  let turn = 0;
  let losses = 0;
  let aliveSinceMs = 0;
  let unanswered = 0;
  let cancel = (): void => undefined;

  const after = (delayMs: number, run: () => void): void => {
    cancel();
    cancel = timer.after(delayMs, run);
  };
  const lose = (loss: Loss): void => {
    losses = rowOf(losses, phase === 'alive' ? timer.now() - aliveSinceMs : 0);
    phase = 'waiting';
    turn += 1;
    const waitMs = waitAfter(losses);
    parts.lost(loss, waitMs);
    if (loss === 'hung' || loss === 'loadTooSlow') parts.kill();
    if (isLong(waitMs)) parts.recover();
    after(waitMs, () => void load());
  };
  const load = async (): Promise<void> => {
    phase = 'loading';
    turn += 1;
    const mine = turn;
    after(watchLimits.loadMs, () => lose('loadTooSlow'));
    const loaded = await parts.load().then(() => true, () => false);
    if (mine !== turn) return;
    if (!loaded) return lose('notLoaded');
    phase = 'alive';
    aliveSinceMs = timer.now();
    unanswered = 0;
    parts.alive?.();
    return beat(mine);
  };
  /** One question every beat; any answer, even a late one, is a sign of life. A machine that was asleep asks anew before it judges. */
  const beat = (mine: number): void => {
    if (unanswered >= watchLimits.missedBeats) return lose('hung');
    unanswered += 1;
    void parts.beat().then(() => { if (mine === turn) unanswered = 0; }, () => undefined);
    return after(watchLimits.beatMs, () => { if (mine === turn) beat(mine); });
  };
  return {
    start: load,
    // A page that dies while another is already awaited changes nothing.
    gone: () => { if (phase === 'loading' || phase === 'alive') lose('gone'); },
    stop() {
      cancel();
      phase = 'idle';
      turn += 1;
    },
  };
}
