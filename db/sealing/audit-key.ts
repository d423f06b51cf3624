/* The key by which a hall signs how far its audit is. Made at the first start, beside the database, for the agent's own user alone. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { headText, type AuditHead, type UnsignedHead } from '../domain/audit/head.ts';
import { writeDurably } from '../durable/durable-file.ts';

export const auditKeyFile = 'audit.key';

export interface AuditKey {
  /** 32 bytes, base64url */
  readonly publicKey: string;
  /** base64url */
  sign(text: string): string;
}

/** Reads the key, or makes it. Throws one line when others may read the file or it holds no such key. */
export function readOrMakeAuditKey(path: string): AuditKey {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writeDurably(path, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
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

export const signHead = (key: AuditKey, head: UnsignedHead): AuditHead => ({ ...head, key: key.publicKey, signature: key.sign(headText(head)) });
export const isTrueHead = (head: AuditHead): boolean => isSignedBy(head.key, headText(head), head.signature);
