/* Tells the other hubs, through the database, whom this one hears. */
import { keepPresence } from '@kuaizhao/db/city/journal/halls.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import type { HubParts } from './parts.ts';
import type { Presence } from './presence.ts';

const everyMs = 5_000;

/** Starts at once. `close` waits for the write that runs. */
export function startKeepingPresence(db: CityDb, presence: Presence, { after, log }: Pick<HubParts, 'after' | 'log'>): { readonly close: () => Promise<void> } {
  let cancel: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const turn = (): void => {
    cancel = after(everyMs, () => {
      running = keepPresence(db, presence.news()).catch((error: unknown) => { log.warn({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'presence was not kept'); })
        .then(() => { if (!closed) turn(); });
    });
  };
  turn();
  return { async close() { closed = true; cancel?.(); await running; } };
}
