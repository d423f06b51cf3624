/* The two ways to seal a field: the international one (AES-256-GCM, HMAC-SHA-256) and the national one (SM4, SM3). Both by the OpenSSL of Node; which one made a box stands in its first byte. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, getCiphers, getHashes, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

export type SuiteName = 'international' | 'national';
export interface SuiteKeys {
  /** iv, tag, text; `bound` is what it is sealed for. */
  seal(text: Buffer, bound: Buffer): Buffer;
  /** Throws when it was sealed for something else, with another key, or is damaged. */
  open(sealed: Buffer, bound: Buffer): Buffer;
  /** 16 bytes, always the same for the same text. */
  index(text: string): Buffer;
}
export interface Suite { readonly id: number; readonly name: SuiteName; readonly use: (key: Buffer) => SuiteKeys }

const indexBytes = 16;

/** Key objects, made once: from bare bytes each call would make one anew, which costs more than the cipher. */
const derived = (digest: string, key: Buffer, purpose: string, bytes: number): KeyObject => createSecretKey(Buffer.from(hkdfSync(digest, key, Buffer.alloc(0), purpose, bytes)));

function international(key: Buffer): SuiteKeys {
  const [ivBytes, tagBytes] = [12, 16];
  const [sealKey, indexKey] = [derived('sha256', key, 'kuaizhao field', 32), derived('sha256', key, 'kuaizhao index', 32)];
  return {
    seal(text, bound) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(bound);
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open(sealed, bound) {
      const textAt = ivBytes + tagBytes;
      const opened = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, ivBytes)).setAAD(bound).setAuthTag(sealed.subarray(ivBytes, textAt));
      return Buffer.concat([opened.update(sealed.subarray(textAt)), opened.final()]);
    },
    index: (text) => createHmac('sha256', indexKey).update(text).digest().subarray(0, indexBytes),
  };
}

/** Node offers no SM4-GCM, so SM4-CTR with HMAC-SM3 over what it was sealed for, the iv and the text: encrypt, then mark. The mark is checked before anything is opened. */
function national(key: Buffer): SuiteKeys {
  if (!getCiphers().includes('sm4-ctr') || !getHashes().includes('sm3')) throw new Error('this Node has no SM4 and SM3: "cryptography": "national" cannot be used here');
  const [ivBytes, tagBytes] = [16, 32];
  const [sealKey, markKey, indexKey] = [derived('sm3', key, 'kuaizhao field sm4', 16), derived('sm3', key, 'kuaizhao field hmac-sm3', 32), derived('sm3', key, 'kuaizhao index sm3', 32)];
  const mark = (bound: Buffer, iv: Buffer, text: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bound.length);
    return createHmac('sm3', markKey).update(length).update(bound).update(iv).update(text).digest();
  };
  return {
    seal(text, bound) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('sm4-ctr', sealKey, iv);
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([iv, mark(bound, iv, sealed), sealed]);
    },
    open(sealed, bound) {
      const textAt = ivBytes + tagBytes;
      const [iv, tag, text] = [sealed.subarray(0, ivBytes), sealed.subarray(ivBytes, textAt), sealed.subarray(textAt)];
      if (tag.length !== tagBytes || !timingSafeEqual(tag, mark(bound, iv, text))) throw new Error('unable to authenticate data');
      const opened = createDecipheriv('sm4-ctr', sealKey, iv);
      return Buffer.concat([opened.update(text), opened.final()]);
    },
    index: (text) => createHmac('sm3', indexKey).update(text).digest().subarray(0, indexBytes),
  };
}

export const suites: readonly Suite[] = [{ id: 0, name: 'international', use: international }, { id: 1, name: 'national', use: national }];
