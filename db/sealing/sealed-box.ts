/* Boxes that anybody can close for somebody and only that one can open: X25519 with a key made for the one box, HKDF, AES-256-GCM. A kiosk keeps cards in them while the agent is away; between hall and city they carry what is known of people. */
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';

/** DER in front of the 32 raw bytes of an X25519 key (RFC 8410). */
const [privateHead, publicHead] = [Buffer.from('302e020100300506032b656e04220420', 'hex'), Buffer.from('302a300506032b656e032100', 'hex')];
const rawBytes = 32;
const tagBytes = 16;

/** What a key is for; a box of one kind never opens as another. */
export type BoxKind = 'kuaizhao sealed card' | 'kuaizhao envelope' | 'kuaizhao backup';

export interface SealedBox {
  /** The key that closes, 32 raw bytes as base64url. */
  readonly publicKey: string;
  /** What a box holds: its one-time public key, tag, text; `where` is what it was closed for. Undefined when it was closed for something else, or is damaged. */
  open(box: Buffer, where: string): string | undefined;
}

/** `seed`: 32 bytes of the owner's own. */
export function createSealedBox(seed: Buffer, kind: BoxKind): SealedBox {
  const secret = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = rawOf(createPublicKey(secret));
  return {
    publicKey: publicKey.toString('base64url'),
    open(box, where) {
      if (box.length <= rawBytes + tagBytes) return undefined;
      const [theirs, tag, sealed] = [box.subarray(0, rawBytes), box.subarray(rawBytes, rawBytes + tagBytes), box.subarray(rawBytes + tagBytes)];
      try {
        const material = materialOf(diffieHellman({ privateKey: secret, publicKey: keyOf(theirs) }), theirs, publicKey, kind);
        const cipher = createDecipheriv('aes-256-gcm', material.subarray(0, 32), material.subarray(32)).setAAD(Buffer.from(where)).setAuthTag(tag);
        return Buffer.concat([cipher.update(sealed), cipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** `publicKey` as `SealedBox.publicKey` gives it. Throws when it is none. */
export function closeBox(publicKey: string, text: string, where: string, kind: BoxKind): Buffer {
  const theirs = Buffer.from(publicKey, 'base64url');
  const once = generateKeyPairSync('x25519');
  const ours = rawOf(once.publicKey);
  // The key is used for this one box, so its nonce may come from the same place.
  const material = materialOf(diffieHellman({ privateKey: once.privateKey, publicKey: keyOf(theirs) }), ours, theirs, kind);
  const cipher = createCipheriv('aes-256-gcm', material.subarray(0, 32), material.subarray(32)).setAAD(Buffer.from(where));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([ours, cipher.getAuthTag(), sealed]);
}

const keyOf = (raw: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });
const rawOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
const materialOf = (shared: Buffer, once: Buffer, owner: Buffer, kind: BoxKind): Buffer => Buffer.from(hkdfSync('sha256', shared, Buffer.concat([once, owner]), kind, 44));
