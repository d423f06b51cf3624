/* The keys by which the city keeps people: a file of the hub's own, never in the database, which knows their public halves and which is the newest. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cityKeyKey, type CityKeyWord } from '../../domain/people/sharing/person.ts';
import { createFieldCipher, type FieldCipher } from '../../sealing/field-cipher.ts';
import { addKey, dropKey, readOrMakeKeys, type KeyRing, type RingKey } from '../../sealing/key-file.ts';
import type { SealedBox } from '../../sealing/sealed-box.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb, Sql } from '../store/city-db.ts';

export interface CityKey {
  /** seals by the newest key, opens by each that the database still knows */
  readonly cipher: FieldCipher;
  /** the newest, for which halls close boxes */
  readonly keyId: string;
  /** what halls closed for this key or an older one, by its id */
  readonly envelopes: ReadonlyMap<string, SealedBox>;
}
/** `keyMissing`: the database is sealed with keys whose file is not here; `keyIsAnother`: the file lacks one of them. */
export type KeyOpened = { readonly ok: true; readonly key: CityKey } | { readonly ok: false; readonly reason: 'keyMissing' | 'keyIsAnother' };
/** `noRoom`: the file has fifteen keys, so older ones must go first. */
export type Rotated = { readonly ok: true; readonly keyId: string } | { readonly ok: false; readonly reason: 'keyMissing' | 'keyIsAnother' | 'noRoom' };

/** In the directory of each hub. */
export const cityKeyFile = (data: string): string => join(data, 'city.key');

export const keyIdOf = (publicKey: string): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16);

interface Known { readonly key_id: string }
interface Named { readonly ringKey: RingKey; readonly keyId: string; readonly envelope: SealedBox }

const knownKeys = (sql: Sql): Promise<Known[]> => sql.query<Known>('SELECT key_id FROM city_key ORDER BY key_no');

/** The ids of the keys that the database knows, the newest last, as one word: another word means that the file is to be read again. */
export const keysKnown = async (sql: Sql): Promise<string> => (await knownKeys(sql)).map((row) => row.key_id).join(' ');

/** Whether this key is the newest, and stays so until the transaction is over: nothing is sealed by an older one. */
export async function isNewest(sql: Sql, keyId: string): Promise<boolean> {
  const [newest] = await sql.query<Known>('SELECT key_id FROM city_key ORDER BY key_no DESC LIMIT 1 FOR SHARE');
  return newest?.key_id === keyId;
}

function namedKeys(ring: KeyRing): Named[] {
  return ring.keys.map((ringKey) => {
    const { envelope } = createFieldCipher({ keys: [ringKey], slips: ring.slips });
    return { ringKey, keyId: keyIdOf(envelope.publicKey), envelope };
  });
}

/** Reads the key file, or makes it at the very first start, and tells the halls the public half of the newest key. Several hubs of one database need the same file. Throws when others may read it. */
export async function openCityKey(db: CityDb, path: string, now: number): Promise<KeyOpened> {
  if (!existsSync(path) && (await knownKeys(db)).length > 0) return { ok: false, reason: 'keyMissing' };
  const ring = readOrMakeKeys(path);
  const named = namedKeys(ring);
  const known = await db.transaction(async (sql) => {
    await sql.query('LOCK TABLE city_key IN EXCLUSIVE MODE');
    const before = await knownKeys(sql);
    const first = named.at(-1);
    if (before.length > 0 || first === undefined) return before;
    await makeNewest(sql, first, now);
    return [{ key_id: first.keyId }];
  });
  const kept = known.flatMap((row) => named.find(({ keyId }) => keyId === row.key_id) ?? []);
  const newest = kept.at(-1);
  if (newest === undefined || kept.length < known.length) return { ok: false, reason: 'keyIsAnother' };
  // A key that the database does not know yet was added by a hand that was stopped: it seals nothing.
  const cipher = createFieldCipher({ keys: kept.map(({ ringKey }) => ringKey), slips: ring.slips }, { older: () => kept.slice(0, -1).map(({ ringKey }) => ringKey.id) });
  return { ok: true, key: { cipher, keyId: newest.keyId, envelopes: new Map(kept.map(({ keyId, envelope }) => [keyId, envelope])) } };
}

async function makeNewest(sql: Sql, { ringKey, keyId, envelope: { publicKey } }: Named, now: number): Promise<void> {
  await sql.query('INSERT INTO city_key (key_id, public_key, ring_no, made_at) VALUES ($1, $2, $3, $4)', [keyId, publicKey, ringKey.id, now]);
  await publish(sql, 'codes', [{ key: cityKeyKey, kind: 'cityKey', body: JSON.stringify({ keyId, publicKey } satisfies CityKeyWord) }], now);
}

/** A further key: first in the file, then in the database and in the halls' feed, at once. Done again after a stop anywhere it goes on with the key that is in the file already. */
export async function rotateCityKey(db: CityDb, path: string, now: number): Promise<Rotated> {
  const opened = await openCityKey(db, path, now);
  if (!opened.ok) return opened;
  const waiting = (): Named | undefined => {
    const named = namedKeys(readOrMakeKeys(path));
    return named.at(named.findIndex(({ keyId }) => keyId === opened.key.keyId) + 1);
  };
  if (waiting() === undefined && addKey(path) === undefined) return { ok: false, reason: 'noRoom' };
  const next = waiting();
  if (next === undefined) throw new Error('a key that was added is in its file');
  await db.transaction(async (sql) => {
    await sql.query('LOCK TABLE city_key IN EXCLUSIVE MODE');
    if (!(await knownKeys(sql)).some((row) => row.key_id === next.keyId)) await makeNewest(sql, next, now);
  });
  return { ok: true, keyId: next.keyId };
}

/** Takes keys out of the file that the database knows no longer. Those behind the newest wait for the database and stay. */
export async function dropGoneKeys(db: CityDb, path: string): Promise<readonly string[]> {
  const known = new Set((await knownKeys(db)).map((row) => row.key_id));
  const named = namedKeys(readOrMakeKeys(path));
  const newest = named.findLastIndex(({ keyId }) => known.has(keyId));
  const gone = named.filter(({ keyId }, place) => place < newest && !known.has(keyId));
  for (const { ringKey } of gone) dropKey(path, ringKey.id);
  return gone.map(({ keyId }) => keyId);
}
