/* A hall's clock turned by hand: an hour passes in seconds, with every timer of that hour. */
import type { HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';

interface Waiting { readonly at: number; readonly run: () => void }

export function handClock(start: number) {
  let nowMs = start;
  const waiting = new Set<Waiting>();
  const clock: HallClock = {
    now: () => Math.round(nowMs),
    monotonicMs: () => nowMs,
    after(delayMs, run) {
      const entry = { at: nowMs + delayMs, run };
      waiting.add(entry);
      return () => { waiting.delete(entry); };
    },
  };
  return {
    clock,
    /** Lets `ms` pass in steps of at most a second; between the steps what waits for sockets gets its turn. */
    async pass(ms: number): Promise<void> {
      const until = nowMs + ms;
      while (nowMs < until) {
        const due = [...waiting].sort((a, b) => a.at - b.at)[0];
        nowMs = Math.min(until, nowMs + 1_000, Math.max(nowMs, due?.at ?? Infinity));
        for (const entry of [...waiting].filter((one) => one.at <= nowMs)) if (waiting.delete(entry)) entry.run();
        await new Promise((done) => { setTimeout(done, 1); });
      }
    },
  };
}
