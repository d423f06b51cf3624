/* hall.json: what one hall's agent needs to know, checked whole before anything starts. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { auditDaysLeast } from '@kuaizhao/db/domain/audit/row.ts';
import { journalDaysLeast } from '@kuaizhao/db/domain/operations/shorten.ts';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { staffNameSchema } from '@kuaizhao/db/domain/staff/accounts/commands.ts';
import { keptPin } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import { staffRoleSchema } from '@kuaizhao/db/domain/staff/role.ts';
import { describeIssues } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { updatesConfigSchema } from './updates/config.ts';

/** Plain http speaks on loopback only, and in a demo town only; the LAN needs certificates. */
const loopback = z.enum(['127.0.0.1', '::1', 'localhost'], { error: 'plain http is for loopback only: 127.0.0.1' });
const port = z.int().min(0).max(65_535);
/** As machines of the LAN call the agent: a host name or an address. */
const lanNameSchema = z.string().regex(/^[0-9A-Za-z.:-]{1,253}$/);

const hashed = z.string().regex(keptPin);

export const hallConfigSchema = z.strictObject({
  hall: hallSettingsSchema,
  /** plain http for everything on one machine, without certificates */
  listen: z.strictObject({ host: loopback, port }).optional(),
  /** this is a demo town, or a test: plain http may be served */
  town: z.literal(true).optional(),
  /** TLS 1.3 for the machines of the hall: `host` is the address to listen on (0.0.0.0 for all of them), `names` what else the machines call the agent */
  lan: z.strictObject({ host: lanNameSchema, port, names: z.array(lanNameSchema).max(20).default([]) }).optional(),
  /** directory of the database and its key; relative to the configuration file */
  data: z.string().min(1).max(500),
  /** kiosks that may speak to this hall over plain http, each with its key and the printer beside it; on the LAN they are enrolled instead */
  kiosks: z.array(z.strictObject({ deviceId: idSchema, key: z.string().min(16).max(200), printer: idSchema })).max(60).default([]),
  /** whom the hall knows at its first start; later only ids that it has never known are taken from here, all else is done at the console */
  staff: z.array(z.strictObject({ staffId: idSchema, name: staffNameSchema, role: staffRoleSchema, /** made by `npm run hall -- hash-pin` */ pin: hashed, /** of the own identity card, for maintenance at a kiosk; made by `npm run hall -- hash-card` */ card: hashed.optional(), /** the PIN is good for one sign-in, at which another one is set */ oneTime: z.literal(true).optional() })).min(1).max(200),
  /** days for which rows of the journal are kept after the city has acknowledged them; 190 when absent */
  journalDays: z.int().min(journalDaysLeast).max(3_650).optional(),
  /** days for which rows of the audit are kept; 400 when absent */
  auditDays: z.int().min(auditDaysLeast).max(3_650).optional(),
  /** by which cryptography what people gave is sealed from now on: AES and SHA-2 when nothing is said, or the national SM4 and SM3; what was sealed by the other still opens, and goes over little by little */
  cryptography: z.enum(['international', 'national']).optional(),
  /** for whom backups are closed; made by `npm run hall -- backup-key`, whose other half is kept where this machine is not */
  backupKey: z.string().regex(/^[\w-]{43}$/).optional(),
  /** kept back on the disk beside the database for the hour in which it is full, megabytes; 64 when absent, 0 for none */
  ballastMb: z.int().min(0).max(10_000).optional(),
  /** releases of the kiosk; without it none is taken in */
  updates: updatesConfigSchema.optional(),
  city: z.strictObject({ url: z.url({ protocol: /^https?$/ }), key: z.string().min(16).max(200) }).optional(),
}).superRefine((config, issue) => {
  if (config.listen !== undefined && config.town !== true) issue.addIssue({ code: 'custom', path: ['listen'], message: 'plain http is for a demo town ("town": true); the machines of a hall want "lan"' });
  if (config.listen === undefined && config.lan === undefined) issue.addIssue({ code: 'custom', path: ['lan'], message: 'nowhere to listen' });
  for (const kiosk of config.kiosks) if (!config.hall.printers.includes(kiosk.printer)) {
    issue.addIssue({ code: 'custom', path: ['kiosks'], message: `printer ${kiosk.printer} is not in hall.printers` });
  }
});
export type HallConfig = z.infer<typeof hallConfigSchema>;

/** Reads and checks the file. Throws an Error whose message is the one line to show. */
export function readHallConfig(path: string): HallConfig {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`, { cause: error });
  }
  const parsed = hallConfigSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${path}: ${describeIssues(parsed.error)}`);
  return { ...parsed.data, data: resolve(dirname(resolve(path)), parsed.data.data) };
}
