/* After a new key or another suite: rows go over while the hall works, a few each time; an old key goes when nothing has needed it for long enough. */
import { dropKey } from '@kuaizhao/db/sealing/key-file.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Logger } from 'pino';
import type { HallClock } from '../clock.ts';
import { keepLooking } from './keep-looking.ts';

/** Some 3 ms and one commit, four times a second: 5,000 people a minute, and nobody at a kiosk notices. */
const [rowsAtOnce, pauseMs] = [20, 250];
/** What is left after a whole round waits for a new day, for the city, or for somebody to come again. */
const restMs = 60 * 60_000;
/** Kiosks may still hold cards closed for the old key, and the city boxes: halls and city forget within 14 days. Backups carry their own keys. */
const keepUnusedMs = 30 * 24 * 60 * 60_000;

export interface RotationParts { readonly db: Pick<HallDb, 'rotation'>; readonly keyFile: string; readonly clock: HallClock; readonly log: Logger }

/** Looks until stopped. */
export function startRotationJob({ db: { rotation }, keyFile, clock, log }: RotationParts): { stop(): void } {
  let restUntil = clock.monotonicMs();
  const look = (): void => {
    if (clock.monotonicMs() < restUntil) return;
    try {
      if (rotation.due()) {
        if (!rotation.step(rowsAtOnce, clock.now())) return;
        log.info({ stillDue: rotation.due() }, 'a round over everything that is sealed is done');
      } else {
        for (const keyId of rotation.unusedKeys(clock.now() - keepUnusedMs)) {
          dropKey(keyFile, keyId);
          rotation.forget(keyId);
          log.info({ keyId }, 'an old key was not needed for 30 days and is gone');
        }
      }
    } catch (error) {
      // A full disk, for one: what went over stays so, and the rest is tried again.
      log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'sealing anew must wait');
    }
    restUntil = clock.monotonicMs() + restMs;
  };
  return keepLooking(clock, pauseMs, look);
}
