/* Which hall is at the door: its key is compared in constant time, and an unknown hall costs the same. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { uplinkHandshakeSchema } from '@kuaizhao/sync-agent/contract/uplink.ts';

export const keyHash = (key: string): Uint8Array => createHash('sha256').update(key, 'utf8').digest();

export type KeyCheck = { readonly ok: true; readonly hallId: string } | { readonly ok: false; readonly reason: 'unknownHall' | 'wrongKey' | 'malformed' };

export function createKeyCheck(halls: readonly { readonly hallId: string; readonly keyHash: Uint8Array }[]): (handshake: unknown) => KeyCheck {
  const hashes = new Map(halls.map((hall) => [hall.hallId, hall.keyHash]));
  const nobody = keyHash('');
  return (handshake) => {
    const parsed = uplinkHandshakeSchema.safeParse(handshake);
    if (!parsed.success) return { ok: false, reason: 'malformed' };
    const known = hashes.get(parsed.data.hall);
    const equal = timingSafeEqual(keyHash(parsed.data.key), known ?? nobody);
    if (known === undefined) return { ok: false, reason: 'unknownHall' };
    return equal ? { ok: true, hallId: parsed.data.hall } : { ok: false, reason: 'wrongKey' };
  };
}
