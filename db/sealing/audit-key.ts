/* The key by which a hall signs how far its audit is. Made at the first start, beside the database, for the agent's own user alone. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { headText, type AuditHead, type UnsignedHead } from '../domain/audit/head.ts';
import { isSignedBy, makeSigningKey, readSigningKey, type SigningKey } from './signing-key.ts';

export const auditKeyFile = 'audit.key';
export type AuditKey = SigningKey;

/** Reads the key, or makes it. Throws one line when others may read the file or it holds no such key. */
export function readOrMakeAuditKey(path: string): AuditKey {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return existsSync(path) ? readSigningKey(path) : makeSigningKey(path);
}

export const signHead = (key: AuditKey, head: UnsignedHead): AuditHead => ({ ...head, key: key.publicKey, signature: key.sign(headText(head)) });
export const isTrueHead = (head: AuditHead): boolean => isSignedBy(head.key, headText(head), head.signature);
