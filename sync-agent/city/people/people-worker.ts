/* Does the people's own work in the hub, a piece at a time: soon after a hall has told something, and now and then by itself. Of several hubs the one with the lease does it. */
import { cityKeyFile, dropGoneKeys, keysKnown, openCityKey } from '@kuaizhao/db/city/people/city-key.ts';
import { createKeyMove, type KeyMove } from '@kuaizhao/db/city/people/key-move.ts';
import { createCityPeople, type CityPeople } from '@kuaizhao/db/city/people/people-work.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { giveLease, takeLease } from '@kuaizhao/db/city/store/lease.ts';
import type { HubParts } from '../hub/parts.ts';

/** A look at a table that is mostly empty. */
const lookEveryMs = 1_000;
/** Of rows that go over to a newer key: so many commits a look, and a new round so long after one that found nothing more to do. */
const stepsALook = 20;
const roundEveryMs = 60_000;
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

/** Without the keys of this database people stay as they are and nothing of them is opened; everything else of the hub runs. A key that the operator adds is taken up at the next look. */
export async function startPeopleWorker({ db, data, now, after, log, randomHex, said }: PeopleParts): Promise<PeopleWorker> {
  const path = cityKeyFile(data);
  const hub = randomHex(8);
  let closed = false;
  let cancel: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let [people, move]: [CityPeople?, KeyMove?] = [];
  let [keys, complained, movesFrom]: [string | undefined, string | undefined, number] = [undefined, undefined, 0];
  const isClosed = (): boolean => closed;
  const readKeys = async (): Promise<void> => {
    const known = await keysKnown(db);
    if (known === keys && people !== undefined) return;
    for (const keyId of keys === undefined ? [] : await dropGoneKeys(db, path)) log.info({ keyId }, 'an old key of the city is not needed any more and is gone from this file');
    const opened = await openCityKey(db, path, now());
    [people, move, keys, movesFrom] = opened.ok ? [createCityPeople(db, opened.key), createKeyMove(db, opened.key), await keysKnown(db), 0] : [undefined, undefined, known, 0];
    const reason = opened.ok ? undefined : opened.reason;
    if (reason !== undefined && reason !== complained) log.error({ reason }, 'people cannot be read here: city.key as the other hubs have it is needed beside this hub, too');
    complained = reason;
  };
  const moveSome = async (): Promise<void> => {
    if (move === undefined || now() < movesFrom || !await move.due()) return;
    let [steps, more] = [0, true];
    while (more && steps < stepsALook && !isClosed()) [steps, more] = [steps + 1, await move.step(now())];
    if (!more) movesFrom = now() + roundEveryMs;
  };
  const work = async (): Promise<void> => {
    try {
      if (closed) return;
      await readKeys();
      // A hub that lacks a key leaves people to one that has it.
      if (people === undefined) return await giveLease(db, leaseName, hub);
      if (!await takeLease(db, leaseName, hub, leaseSeconds)) return;
      if (await people.work(now())) said();
      await moveSome();
    } catch (error) {
      if (!closed) log.error({ err: { message: error instanceof Error ? error.message : 'unknown', code: (error as { code?: unknown }).code } }, 'what halls told of people could not be worked on');
    }
  };
  const look = (): Promise<void> => (running ??= work().finally(() => { running = undefined; }));
  const again = (): void => {
    if (closed) return;
    cancel = after(lookEveryMs, () => { void look().then(again); });
  };
  await readKeys();
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
