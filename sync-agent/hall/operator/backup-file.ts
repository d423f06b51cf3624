/* A hall in one file: a line that says whose it is and what is in it with its checksums, then the files one after the other. What is not exactly so is no backup. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';

const magic = 'kuaizhao-hall-backup-1';
const headLimit = 4_096;
const headSchema = z.strictObject({ magic: z.literal(magic), hallId: idSchema, files: z.array(z.strictObject({ name: z.enum(['hall.db', 'hall.key', 'identity.json', 'ca.key', 'ca.pem', 'audit.key']), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(6) });
type Name = z.infer<typeof headSchema>['files'][number]['name'];
export interface Backup { readonly hallId: string; readonly files: Partial<Record<Name, Buffer>> }

export function packBackup(hallId: string, files: Partial<Record<string, Buffer>>): Buffer {
  const named = headSchema.shape.files.element.shape.name.options.flatMap((name) => { const bytes = files[name]; return bytes === undefined ? [] : [{ name, bytes }]; });
  const head = { magic, hallId, files: named.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: hash('sha256', bytes, 'hex') })) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...named.map(({ bytes }) => bytes)]);
}

/** Undefined when it is no backup, or not whole, or any byte of it is another one. */
export function unpackBackup(packed: Buffer): Backup | undefined {
  const end = packed.subarray(0, headLimit).indexOf(0x0a);
  if (end < 0) return undefined;
  let head: z.infer<typeof headSchema>;
  try {
    head = headSchema.parse(JSON.parse(packed.subarray(0, end).toString('utf8')));
  } catch {
    return undefined;
  }
  const files: Partial<Record<Name, Buffer>> = {};
  let at = end + 1;
  for (const { name, bytes, sha256 } of head.files) {
    const part = packed.subarray(at, at + bytes);
    if (part.byteLength !== bytes || hash('sha256', part, 'hex') !== sha256 || name in files) return undefined;
    files[name] = part;
    at += bytes;
  }
  return at === packed.byteLength ? { hallId: head.hallId, files } : undefined;
}
