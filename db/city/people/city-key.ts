/* The key by which the city keeps people: a file of the hub's own, never in the database. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cityKeyKey, type CityKeyWord } from '../../domain/people/sharing/person.ts';
import { createFieldCipher, type FieldCipher } from '../../sealing/field-cipher.ts';
import { readOrMakeKeys } from '../../sealing/key-file.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb } from '../store/city-db.ts';

export interface CityKey { readonly cipher: FieldCipher; readonly keyId: string }
/** `keyMissing`: the database is sealed with a key whose file is not here; `keyIsAnother`: with another than this one. */
export type KeyOpened = { readonly ok: true; readonly key: CityKey } | { readonly ok: false; readonly reason: 'keyMissing' | 'keyIsAnother' };

export const keyIdOf = (publicKey: string): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16);

/** Reads the key file, or makes it at the very first start, and tells the halls its public half. Several hubs of one database need the same file. Throws when others may read it. */
export async function openCityKey(db: CityDb, path: string, now: number): Promise<KeyOpened> {
  const [known] = await db.query<{ key_id: string }>('SELECT key_id FROM city_key');
  if (known !== undefined && !existsSync(path)) return { ok: false, reason: 'keyMissing' };
  const cipher = createFieldCipher(readOrMakeKeys(path));
  const { publicKey } = cipher.envelope;
  const keyId = keyIdOf(publicKey);
  const kept = await db.transaction(async (sql) => {
    await sql.query('INSERT INTO city_key (one, key_id, public_key, made_at) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING', [keyId, publicKey, now]);
    const [row] = await sql.query<{ key_id: string }>('SELECT key_id FROM city_key');
    if (row?.key_id === keyId) await publish(sql, 'codes', [{ key: cityKeyKey, kind: 'cityKey', body: JSON.stringify({ keyId, publicKey } satisfies CityKeyWord) }], now);
    return row?.key_id;
  });
  return kept === keyId ? { ok: true, key: { cipher, keyId } } : { ok: false, reason: 'keyIsAnother' };
}
