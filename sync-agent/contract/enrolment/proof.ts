/* Two machines that know the same eight digits come to the same key, and a third between them learns nothing: one guess a run, and the code is gone after five. A balanced exchange over ristretto255 after CPace (the generator is hashed from the code), then proofs bound to everything that was said. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ristretto255, ristretto255_hasher as hasher } from '@noble/curves/ed25519.js';

const { Point } = ristretto255;
const domain = 'kuaizhao-enrolment-1';

export interface Share { readonly secret: bigint; /** what is told, base64url */ readonly told: string }

/** One's own half, made anew for every talk. */
export function makeShare(code: string): Share {
  const generator = hasher.hashToCurve(Buffer.from(code, 'utf8'), { DST: domain });
  const secret = Point.Fn.create(BigInt(`0x${randomBytes(48).toString('hex')}`));
  return { secret, told: Buffer.from(generator.multiply(secret).toBytes()).toString('base64url') };
}

/** All that both have said, in this order. */
export interface Talk { readonly talk: string; readonly deviceShare: string; readonly agentShare: string; readonly publicKey: string; readonly authority: string }

/** Undefined when the other's half is no point of the group. Both ends come to the same proofs and the same signs only with the same code and the same talk. */
export function agree(own: Share, other: string, said: Talk) {
  let key: Buffer;
  try {
    const point = Point.fromBytes(Buffer.from(other, 'base64url'));
    if (point.is0()) return undefined;
    const shared = point.multiply(own.secret);
    key = createHash('sha512').update(domain).update(shared.toBytes()).update(transcript(said)).digest();
  } catch {
    return undefined;
  }
  const proof = (of: 'device' | 'agent'): string => createHmac('sha256', key).update(of).digest('base64url');
  return { device: proof('device'), agent: proof('agent'), signs: signsOf(createHmac('sha256', key).update('signs').digest()) };
}

/** What the device's key signs: it has that key, and means this talk. */
export function transcript({ talk, deviceShare, agentShare, publicKey, authority }: Talk): Buffer {
  const hash = createHash('sha256').update(domain);
  for (const part of [talk, deviceShare, agentShare, publicKey, authority]) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}

/** In constant time, whatever the lengths. */
export const sameProof = (expected: string, given: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Ten signs (50 bits) that people compare, in two halves; letters that look like digits are left out. */
export function signsOf(digest: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < 10; at += 1) signs += alphabet.charAt((digest[at] ?? 0) & 31);
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
