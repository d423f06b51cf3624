/* city.json: read once, checked whole. Whatever is wrong is one line that names the place. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cityRoles } from '@kuaizhao/db/domain/registry/entries.ts';
import { idleLockSchema } from '@kuaizhao/db/domain/staff/idle.ts';
import { idSchema, phoneSchema, textSchema } from '@kuaizhao/db/domain/scalars.ts';

const loopback = ['127.0.0.1', '::1', 'localhost'] as const;
/** A key is random, not a word: 16 characters are the least that cannot be guessed over a network. */
export const hallKeySchema = z.string().min(16).max(200);

export const cityConfigSchema = z.strictObject({
  /** Keys and tokens travel in the clear, so plain http stays on this machine; port 0 takes a free one. */
  listen: z.strictObject({ host: z.enum(loopback, { error: 'must be 127.0.0.1, ::1 or localhost: plain http is for this machine only' }), port: z.int().min(0).max(65_535) }),
  database: z.union([z.literal('embedded'), z.string().max(1_000).regex(/^postgres(ql)?:\/\//)], { error: 'must be "embedded" or a postgres:// address' }),
  /** a directory of the hub's own; the embedded database lives in it */
  data: z.string().min(1).max(1_000),
  halls: z.array(z.strictObject({ hallId: idSchema, name: textSchema(40), key: hallKeySchema, /** told to all halls */ address: textSchema(80).optional(), hotline: phoneSchema.optional(), /** to other halls, for people who would go there; unknown hinders nobody */ km: z.record(idSchema, z.number().min(0).max(1_000)).optional() })).max(1_000),
  /** who works at the city's desk; `pin` is what `npm run hall -- hash-pin` prints */
  staff: z.array(z.strictObject({ staffId: idSchema, name: textSchema(20), role: z.enum(cityRoles), pin: z.string().regex(/^scrypt\$[\w-]{20,40}\$[\w-]{40,60}$/, { error: 'must be what hash-pin prints' }) })).max(200).optional(),
  /** a desk locks itself after so many minutes without input; 5 when absent */
  idleLockMinutes: idleLockSchema.optional(),
  /** The city's own map behind its halls, which stand on it by their `at`: a picture with its approval number (审图号), for no map is shown without one. Without it the pages draw a schematic. */
  map: z.strictObject({ file: z.string().min(1).max(1_000), approval: z.string().regex(/^\p{Script=Han}{1,2}S\s?[（(]\d{4}[）)]\s?\d{1,5}\s?号$/u, { error: 'must be an approval number like 鲁S(2024)001号' }) }).optional(),
  /** the public API under /api/v1: who may place orders, and where; only hashes of the keys are kept in memory */
  api: z.strictObject({
    clients: z.array(z.strictObject({ clientId: idSchema, /** travels in a header: letters without spaces */ key: z.string().regex(/^[\x21-\x7e]{16,200}$/), /** without it: all */ halls: z.array(idSchema).max(1_000).optional() })).max(200),
    /** requests a minute */
    perAddress: z.int().min(1).max(100_000).optional(), perKey: z.int().min(1).max(100_000).optional(),
    /** a reverse proxy of this machine says in X-Forwarded-For who asks */
    behindProxy: z.boolean().optional(),
  }).optional(),
}).superRefine((config, issue) => {
  const clients = config.api?.clients ?? [];
  if (new Set(clients.map((one) => one.clientId)).size !== clients.length) issue.addIssue({ code: 'custom', path: ['api', 'clients'], message: 'a clientId appears twice' });
  const staff = config.staff ?? [];
  if (new Set(staff.map((one) => one.staffId)).size !== staff.length) issue.addIssue({ code: 'custom', path: ['staff'], message: 'a staffId appears twice' });
  if (new Set(config.halls.map((hall) => hall.hallId)).size !== config.halls.length) issue.addIssue({ code: 'custom', path: ['halls'], message: 'a hallId appears twice' });
});
export type CityConfig = z.infer<typeof cityConfigSchema>;

/** The hub cannot start, for a reason that a person can mend: one line. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** Throws `StartRefused` with one line. Values are never repeated in it: the file holds keys. */
export function readCityConfig(path: string): CityConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartRefused(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StartRefused(`${path} is not JSON`, { cause: error });
  }
  const parsed = cityConfigSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new StartRefused(`${path}: ${place}${issue?.message ?? 'not a city configuration'}`);
}
