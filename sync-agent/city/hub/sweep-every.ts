/* What the hub clears away by itself: hourly, one round after the other, and a failed one waits for the next. */
import type { HubParts } from './parts.ts';

const everyMs = 3_600_000;

/** `close` waits for a round that runs. */
export function sweepEvery({ after, log }: Pick<HubParts, 'after' | 'log'>, what: string, round: () => Promise<unknown>): { close(): Promise<void> } {
  let sweeping: Promise<unknown> | undefined;
  const sweep = (): void => {
    sweeping = round()
      .catch((error: unknown) => { log.warn({ what, err: { message: error instanceof Error ? error.message : 'unknown' } }, 'could not be swept'); })
      .finally(() => { cancel = after(everyMs, sweep); });
  };
  let cancel = after(everyMs, sweep);
  return {
    async close() {
      cancel();
      await sweeping;
      cancel();
    },
  };
}
