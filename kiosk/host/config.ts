/* kiosk.json: what one kiosk needs to know, checked whole before anything starts. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { describeIssues } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { readerConfigSchema, scannerConfigSchema, socialCardConfigSchema } from './devices/reader-config.ts';
import { printerConfigSchema } from './printing/printer-config.ts';
import { updatesConfigSchema } from './updates/updater.ts';

/** Plain http speaks on loopback only; the LAN needs certificates. */
const loopback = z.enum(['127.0.0.1', '::1', 'localhost'], { error: 'plain http is for loopback only: 127.0.0.1' });
const port = z.int().min(0).max(65_535);

export const kioskConfigSchema = z.strictObject({
  deviceId: idSchema,
  /** the hall agent; on loopback with the key that the hall knows this kiosk by, on the LAN with the certificate of `--enrol` */
  agent: z.strictObject({
    url: z.url({ protocol: /^https?$/, error: 'expected https://… of the hall agent' }).refine((url) => url.startsWith('https://') || loopback.safeParse(new URL(url).hostname.replace(/^\[|\]$/g, '')).success, { error: 'plain http is for loopback only: the hall agent speaks https' }),
    key: z.string().min(16).max(200).optional(),
  }),
  /** where the local page is served with --browser; port 0 = any free one */
  listen: z.strictObject({ host: loopback, port }).default({ host: '127.0.0.1', port: 0 }),
  reader: readerConfigSchema,
  /** a slot or field for social-security cards, where there is one */
  socialCard: socialCardConfigSchema.optional(),
  /** a QR and bar-code scanner on a serial line, where there is one */
  scanner: scannerConfigSchema.optional(),
  printer: printerConfigSchema,
  /** the name under which the hall knows the printer of this kiosk */
  printerId: idSchema,
  /** directory of what the window keeps; relative to the configuration file */
  data: z.string().min(1).max(500),
  /** of the screen, so that touch targets have their size in millimetres; 21.5 inches at 1080×1920 has 4 */
  pxPerMm: z.number().min(1).max(40).default(4),
  /** of the kiosk's voice: 0 is silent, 1 as loud as the machine goes */
  volume: z.number().min(0).max(1).default(0.8),
  /** the window of Electron; the whole screen unless told */
  screen: z.strictObject({ width: z.int().min(320).max(8_000), height: z.int().min(320).max(8_000), fullScreen: z.boolean() }).default({ width: 1080, height: 1920, fullScreen: true }),
  /** new versions from the hall, where the launcher starts this kiosk; without it none are taken */
  updates: updatesConfigSchema.optional(),
  /** with Electron: the hall's board on another screen of this machine; displays are counted from 1, left to right. Over https it comes in with this kiosk's certificate, as board `<deviceId>-board` */
  board: z.strictObject({ url: z.url({ protocol: /^https?$/, error: 'expected http://… of the board page' }), display: z.int().min(1).max(16) }).optional(),
});
export type KioskConfig = z.infer<typeof kioskConfigSchema>;

/** A value as it stands in the file. Throws an Error whose message is the one line to show. */
export function checkKioskConfig(raw: unknown, name: string): KioskConfig {
  const parsed = kioskConfigSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${name}: ${describeIssues(parsed.error)}`);
  return parsed.data;
}

/** Reads and checks the file. Throws an Error whose message is the one line to show. */
export function readKioskConfig(path: string): KioskConfig {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`, { cause: error });
  }
  const config = checkKioskConfig(raw, path);
  const beside = (place: string): string => resolve(dirname(resolve(path)), place);
  return { ...config, data: beside(config.data), ...(config.updates === undefined ? {} : { updates: { ...config.updates, folder: beside(config.updates.folder) } }) };
}
