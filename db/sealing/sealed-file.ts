/* A file that whoever wrote it cannot read: closed for a public key whose other half is kept elsewhere. In pieces, each with its place and the last one marked, so that what is cut off, moved or changed is noticed. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeBox, createSealedBox } from './sealed-box.ts';

const magic = Buffer.from('kuaizhao-sealed-file-1\n');
const [keyTitle, kind, boundTo] = ['kuaizhao backup key 1', 'kuaizhao backup', 'file key'] as const;
const [keyBytes, tagBytes, lengthBytes] = [32, 16, 2];
const pieceBytes = 1_048_576;

/** A pair for backups: `publicKey` goes into hall.json, `secret` is the text of the file to be kept where no hall machine is. */
export function makeBackupKey(): { readonly publicKey: string; readonly secret: string } {
  const seed = randomBytes(keyBytes);
  return { publicKey: createSealedBox(seed, kind).publicKey, secret: `${keyTitle}\n${seed.toString('base64url')}\n` };
}

export const isSealedFile = (bytes: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** The key belongs to this one file, so a counter is nonce enough. */
const nonceOf = (piece: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(piece, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** The pieces of the sealed file, one after the other. Throws when the public key is none. */
export function* sealFile(publicKey: string, plain: Buffer): Generator<Buffer> {
  const fileKey = randomBytes(keyBytes);
  const box = closeBox(publicKey, fileKey.toString('base64url'), boundTo, kind);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt16BE(box.length);
  const head = Buffer.concat([magic, length, box]);
  yield head;
  for (let piece = 0, at = 0; ; piece += 1, at += pieceBytes) {
    const last = at + pieceBytes >= plain.length;
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(piece, last)).setAAD(head);
    yield Buffer.concat([cipher.update(plain.subarray(at, at + pieceBytes)), cipher.final(), cipher.getAuthTag()]);
    if (last) return;
  }
}

export type Opened = { readonly ok: true; readonly plain: Buffer } | { readonly ok: false; readonly reason: 'keyWrong' | 'damaged' };

/** `secret`: what `makeBackupKey` gave. `keyWrong`: it is no such key, or not that of this file. */
export function openSealedFile(secret: string, sealed: Buffer): Opened {
  const [title, text = '', ...more] = secret.trim().split('\n').map((line) => line.trim());
  const seed = Buffer.from(text, 'base64url');
  if (title !== keyTitle || seed.length !== keyBytes || more.length > 0) return { ok: false, reason: 'keyWrong' };
  const boxAt = magic.length + lengthBytes;
  if (!isSealedFile(sealed) || sealed.length < boxAt) return { ok: false, reason: 'damaged' };
  const head = sealed.subarray(0, boxAt + sealed.readUInt16BE(magic.length));
  const fileKey = createSealedBox(seed, kind).open(head.subarray(boxAt), boundTo);
  if (fileKey === undefined) return { ok: false, reason: 'keyWrong' };
  const pieces: Buffer[] = [];
  try {
    for (let piece = 0, at = head.length; ; piece += 1, at += pieceBytes + tagBytes) {
      const end = Math.min(at + pieceBytes + tagBytes, sealed.length);
      const last = end === sealed.length;
      const cipher = createDecipheriv('aes-256-gcm', Buffer.from(fileKey, 'base64url'), nonceOf(piece, last)).setAAD(head).setAuthTag(sealed.subarray(end - tagBytes, end));
      pieces.push(cipher.update(sealed.subarray(at, end - tagBytes)), cipher.final());
      if (last) return { ok: true, plain: Buffer.concat(pieces) };
    }
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}
