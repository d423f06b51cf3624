/* Personal fields at rest: AES-256-GCM a field, bound to its row and column, and HMAC blind indexes for looking up. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createSealedBox, type SealedBox } from './sealed-box.ts';
import { Personal } from '../domain/people/personal.ts';

const keyId = 1;
const ivBytes = 12;
const tagBytes = 16;

export interface FieldCipher {
  /** Box = key id, iv, tag, text. `where` is `table|row|column`: a box copied elsewhere does not open. */
  seal(text: string, where: string): Buffer;
  open(box: Buffer, where: string): Personal;
  /** The same number always gives the same 16 bytes, and nothing else can be learnt from them without the key. */
  blindIndex(text: string, column: string): Buffer;
  /** The blind index of what a box holds. */
  indexBox(box: Buffer, where: string, column: string): Buffer;
  /** The same text in a box for another place. */
  moveBox(box: Buffer, from: string, to: string): Buffer;
  /** what kiosks close for this hall */
  readonly box: SealedBox;
  /** what the city closes for this hall, and halls for the city */
  readonly envelope: SealedBox;
}

/** `key`: 32 bytes. */
export function createFieldCipher(key: Buffer): FieldCipher {
  // Key objects, made once: from bare bytes each call would make one anew, which costs more than the cipher.
  const seed = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
  const derive = (purpose: string) => createSecretKey(seed(purpose));
  const [sealKey, indexKey] = [derive('kuaizhao field'), derive('kuaizhao index')];
  const seal = (text: Buffer, where: string): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(`${where}|${keyId}`));
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([Buffer.of(keyId), iv, cipher.getAuthTag(), sealed]);
  };
  const open = (box: Buffer, where: string): Buffer => {
    const tagAt = 1 + ivBytes;
    const opened = createDecipheriv('aes-256-gcm', sealKey, box.subarray(1, tagAt)).setAAD(Buffer.from(`${where}|${box[0] ?? 0}`)).setAuthTag(box.subarray(tagAt, tagAt + tagBytes));
    return Buffer.concat([opened.update(box.subarray(tagAt + tagBytes)), opened.final()]);
  };
  const blindIndex = (text: string, column: string): Buffer => createHmac('sha256', indexKey).update(`${column}|${text}`).digest().subarray(0, 16);
  return {
    seal: (text, where) => seal(Buffer.from(text, 'utf8'), where),
    open: (box, where) => new Personal(open(box, where).toString('utf8')),
    blindIndex,
    indexBox: (box, where, column) => blindIndex(open(box, where).toString('utf8'), column),
    moveBox: (box, from, to) => seal(open(box, from), to),
    box: createSealedBox(seed('kuaizhao sealed box'), 'kuaizhao sealed card'),
    envelope: createSealedBox(seed('kuaizhao envelope key'), 'kuaizhao envelope'),
  };
}

/** The key file of a hall or a city, made at the first start. Throws when others may read it, because then it protects nothing. */
export function readOrMakeKey(path: string): Buffer {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  // Windows has no such mode bits; there the folder's own rights protect the file.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new Error('the key file can be read by others: chmod 600 it');
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
  if (key.length !== 32) throw new Error('the key file is damaged: it must hold 32 bytes');
  return key;
}
