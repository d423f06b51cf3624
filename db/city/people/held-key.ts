/* The keys of the city as a hub has them now: read again when the database knows others, so that a key which the operator adds, or the file that was missing, counts without a restart. */
import type { CityDb } from '../store/city-db.ts';
import { keysKnown, openCityKey, type CityKey } from './city-key.ts';

/** Gives the keys, or undefined where the file beside this hub lacks one that the database needs. Rejects when the database cannot be asked, or others may read the file. */
export type HeldKey = () => Promise<CityKey | undefined>;

export function createHeldKey(db: CityDb, path: string, now: () => number): HeldKey {
  let held: { readonly known: string; readonly key: CityKey } | undefined;
  return async () => {
    if (held?.known === await keysKnown(db)) return held.key;
    const opened = await openCityKey(db, path, now());
    held = opened.ok ? { known: await keysKnown(db), key: opened.key } : undefined;
    return held?.key;
  };
}
