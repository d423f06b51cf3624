/* Does the people's own work in the hub, a piece at a time: soon after a hall has told something, and now and then by itself. Of several hubs the one with the lease does it. */
import { join } from 'node:path';
import { openCityKey, type KeyOpened } from '@kuaizhao/db/city/people/city-key.ts';
import { createCityPeople } from '@kuaizhao/db/city/people/people-work.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { giveLease, takeLease } from '@kuaizhao/db/city/store/lease.ts';
import type { HubParts } from '../hub/parts.ts';

/** A look at a table that is mostly empty. */
const lookEveryMs = 1_000;
/** A hub that ends without a word is followed by another after this. */
const leaseSeconds = 30;
const leaseName = 'people';

export interface PeopleWorker {
  /** One look now; resolves when it is over. */
  look(): Promise<void>;
  close(): Promise<void>;
}
export interface PeopleParts extends Pick<HubParts, 'now' | 'after' | 'log' | 'randomHex'> {
  readonly db: CityDb;
  /** the hub's own directory, where the key is */
  readonly data: string;
  /** halls have something new to read */
  readonly said: () => void;
}

/** Without the key of this database people stay as they are and nothing of them is opened; everything else of the hub runs. */
export async function startPeopleWorker({ db, data, now, after, log, randomHex, said }: PeopleParts): Promise<PeopleWorker> {
  const opened = await openKey(db, data, now);
  if (!opened.ok) {
    log.error({ reason: opened.reason }, 'people cannot be read here: city.key of the first hub is needed beside this hub, too');
    return { look: () => Promise.resolve(), close: () => Promise.resolve() };
  }
  const people = createCityPeople(db, opened.key);
  const hub = randomHex(8);
  let closed = false;
  let cancel: (() => void) | undefined;
  let running: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    try {
      if (!closed && await takeLease(db, leaseName, hub, leaseSeconds) && await people.work(now())) said();
    } catch (error) {
      if (!closed) log.error({ err: { message: error instanceof Error ? error.message : 'unknown', code: (error as { code?: unknown }).code } }, 'what halls told of people could not be worked on');
    }
  };
  const look = (): Promise<void> => (running ??= work().finally(() => { running = undefined; }));
  const again = (): void => {
    if (closed) return;
    cancel = after(lookEveryMs, () => { void look().then(again); });
  };
  // What an earlier hub had no time for.
  void look().then(again);
  return {
    look,
    async close() {
      closed = true;
      cancel?.();
      await running;
      await giveLease(db, leaseName, hub).catch(() => undefined);
    },
  };
}

const openKey = (db: CityDb, data: string, now: () => number): Promise<KeyOpened> => openCityKey(db, join(data, 'city.key'), now());
