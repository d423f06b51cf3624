/* Boxes that anybody can close for the hall and only the hall can open: X25519 with a key made for the one box, AES-256-GCM. A kiosk keeps cards in them while the agent is away. */
import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';

/** DER in front of the 32 raw bytes of an X25519 key (RFC 8410). */
const [privateHead, publicHead] = [Buffer.from('302e020100300506032b656e04220420', 'hex'), Buffer.from('302a300506032b656e032100', 'hex')];
const rawBytes = 32;
const tagBytes = 16;

export interface SealedBox {
  /** The key that closes, 32 raw bytes as base64url. */
  readonly publicKey: string;
  /** What a box holds: its one-time public key, tag, text; `where` is what it was closed for. Undefined when it was closed for something else, or is damaged. */
  open(box: Buffer, where: string): string | undefined;
}

/** `seed`: 32 bytes of the hall's own. */
export function createSealedBox(seed: Buffer): SealedBox {
  const secret = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
  return {
    publicKey: publicKey.toString('base64url'),
    open(box, where) {
      if (box.length <= rawBytes + tagBytes) return undefined;
      const [theirs, tag, sealed] = [box.subarray(0, rawBytes), box.subarray(rawBytes, rawBytes + tagBytes), box.subarray(rawBytes + tagBytes)];
      try {
        const shared = diffieHellman({ privateKey: secret, publicKey: createPublicKey({ key: Buffer.concat([publicHead, theirs]), format: 'der', type: 'spki' }) });
        const material = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([theirs, publicKey]), 'kuaizhao sealed card', 44));
        const cipher = createDecipheriv('aes-256-gcm', material.subarray(0, 32), material.subarray(32)).setAAD(Buffer.from(where)).setAuthTag(tag);
        return Buffer.concat([cipher.update(sealed), cipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
