/* The first line of a release file: the list, and who signed it. Nothing of it is believed, nor even parsed further, before the signature is known to be right. */
import { z } from 'zod';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { isSignedBy, type SigningKey } from '@kuaizhao/db/sealing/signing-key.ts';
import type { ReleaseRefusal } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { manifestSchema, manifestText, releaseLimits, unpackedBytes, type Manifest } from './manifest.ts';

/** Of the vendor: 32 bytes, base64url. They come with the machine's configuration, never over a line. */
export const releaseKeySchema = z.string().regex(/^[\w-]{43}$/);
/** More than one, so that a key can be replaced by the next. */
export const releaseKeysSchema = z.array(releaseKeySchema).min(1).max(5);

const headSchema = z.strictObject({ release: z.literal(1), key: releaseKeySchema, signature: z.string().regex(/^[\w-]{86}$/), manifest: z.string().max(releaseLimits.headBytes) });
/** A signature for this is none for anything else. */
const signedText = (manifest: string): string => `kuaizhao release 1\n${manifest}`;

/** One line, without its end. */
export function headLine(manifest: Manifest, key: SigningKey): string {
  const text = manifestText(manifestSchema.parse(manifest));
  return JSON.stringify({ release: 1, key: key.publicKey, signature: key.sign(signedText(text)), manifest: text });
}

export type ReadHead = { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly refusal: ReleaseRefusal };
const refused = (refusal: ReleaseRefusal): ReadHead => ({ ok: false, refusal });

/** Refuses `manifestWrong`, `signatureWrong`, `tooLarge`. */
export function readHead(line: string, keys: readonly string[]): ReadHead {
  const head = headSchema.safeParse(parsedJson(line)).data;
  if (head === undefined) return refused('manifestWrong');
  if (!keys.includes(head.key) || !isSignedBy(head.key, signedText(head.manifest), head.signature)) return refused('signatureWrong');
  const manifest = manifestSchema.safeParse(parsedJson(head.manifest)).data;
  if (manifest === undefined || manifestText(manifest) !== head.manifest) return refused('manifestWrong');
  if (manifest.packed.bytes > releaseLimits.packedBytes || unpackedBytes(manifest) > releaseLimits.unpackedBytes) return refused('tooLarge');
  return { ok: true, manifest };
}
