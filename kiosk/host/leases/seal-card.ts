/* A card closed for the hall's agent alone: the kiosk that closed it cannot open it again, so neither can who carries the kiosk away. The counterpart is db/sealing/sealed-box.ts. */
import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';

/** DER in front of the 32 raw bytes of an X25519 public key (RFC 8410). */
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');

/** `sealKey`: the hall's public key, base64url. `leaseId` and `number` are bound in: the box opens for that number only. Throws when the key is none. */
export function sealCard(card: Card, sealKey: string, leaseId: string, number: string): string {
  const theirs = Buffer.from(sealKey, 'base64url');
  const publicKey = createPublicKey({ key: Buffer.concat([publicHead, theirs]), format: 'der', type: 'spki' });
  const once = generateKeyPairSync('x25519');
  const ours = once.publicKey.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey });
  // The key is used for this one box, so its nonce may come from the same place.
  const material = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ours, theirs]), 'kuaizhao sealed card', 44));
  const cipher = createCipheriv('aes-256-gcm', material.subarray(0, 32), material.subarray(32)).setAAD(Buffer.from(`${leaseId}|${number}`));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(card), 'utf8'), cipher.final()]);
  return Buffer.concat([ours, cipher.getAuthTag(), sealed]).toString('base64url');
}
