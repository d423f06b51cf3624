/* How far a hall's audit is, signed by the hall: kept beside the file and told to the city, so that whoever cuts or rewrites the audit is found out by what was said before. */
import { z } from 'zod';
import { idSchema, instantSchema } from '../scalars.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Names a chain: another one begins when a backup is put back. */
export const auditEpochSchema = z.string().regex(/^[0-9a-f]{16,32}$/);
/** An Ed25519 key as its 32 bytes, base64url. */
export const auditKeySchema = z.string().regex(/^[\w-]{43}$/);
const signature = z.string().regex(/^[\w-]{86}$/);

export const auditHeadSchema = z.strictObject({
  hall: idSchema, epoch: auditEpochSchema,
  /** rows that were ever written, and the chain's value after the newest */
  count: z.int().min(1), hash,
  at: instantSchema,
  key: auditKeySchema, signature,
});
export type AuditHead = Readonly<z.infer<typeof auditHeadSchema>>;
export type UnsignedHead = Omit<AuditHead, 'key' | 'signature'>;

/** What is signed. */
export const headText = ({ hall, epoch, count, hash: value, at }: UnsignedHead): string => `kuaizhao-audit-head-1\n${hall}\n${epoch}\n${count}\n${value}\n${at}`;

/** The beginning and the end of a file of rows for somebody else. */
export const auditFileHeadSchema = z.strictObject({ kuaizhao: z.literal('audit-1'), hall: idSchema, from: z.int().min(1), previous: hash, rows: z.int().min(1) });
export const auditFileEndSchema = z.strictObject({ count: z.int().min(1), hash, at: instantSchema, key: auditKeySchema, signature });
export const fileText = ({ hall, from, previous }: z.infer<typeof auditFileHeadSchema>, { count, hash: value, at }: Omit<z.infer<typeof auditFileEndSchema>, 'key' | 'signature'>): string =>
  `kuaizhao-audit-file-1\n${hall}\n${from}\n${previous}\n${count}\n${value}\n${at}`;
