/* Ed25519 in files: what the hall signs its audit by, and whoever makes the software its releases. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { writeDurably } from '../durable/durable-file.ts';

export interface SigningKey {
  /** 32 bytes, base64url */
  readonly publicKey: string;
  /** base64url */
  sign(text: string): string;
}

/** A new one, readable by its owner alone; overwrites what is there. */
export function makeSigningKey(path: string): SigningKey {
  writeDurably(path, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return readSigningKey(path);
}

/** Throws one line when others may read the file or it holds no such key. */
export function readSigningKey(path: string): SigningKey {
  // Windows has no such mode bits; there the folder's own rights protect the file.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new Error(`${path} is open to others: chmod 600`);
  const secret = privateKeyOf(path);
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  return { publicKey: x, sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url') };
}

function privateKeyOf(path: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is damaged: put it back from a backup`, { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds another kind of key`);
  return key;
}

/** False for anything that is not exactly so, also for what is no key at all. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
