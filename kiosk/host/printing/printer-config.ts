/* The printer in kiosk.json: on which wire it hangs and what it can do, checked with the rest before anything starts. */
import { z } from 'zod';
import { printerProfiles, profileNames, type PrinterProfile } from '@kuaizhao/hardware/ticket-printer/profiles.ts';

/** An own profile, for a printer that none of the named ones fits; `npm run probe -- printer` suggests it. */
const spelledProfileSchema = z.strictObject({
  columns: z.int().min(16).max(64),
  dotsPerLine: z.int().min(192).max(1_024).multipleOf(8).optional(),
  characterSet: z.enum(['gb2312', 'gbk', 'gb18030']),
  qr: z.enum(['native', 'raster']),
  cutter: z.enum(['full', 'partial', 'none']),
  completion: z.enum(['mark', 'paper', 'none']),
  status: z.enum(['asked', 'pushed', 'none']),
}).superRefine(({ columns, dotsPerLine, completion, status }, issue) => {
  const say = (path: string, message: string): void => { issue.addIssue({ code: 'custom', path: [path], message }); };
  if (dotsPerLine !== undefined && dotsPerLine < columns * 12) say('dotsPerLine', 'a column is 12 dots');
  if (completion !== 'none' && status === 'none') say('completion', 'a printer that answers nothing completes nothing');
  if (completion === 'paper' && status === 'pushed') say('status', 'pushed status cannot be told from GS r: "asked"');
});
const about = {
  profile: z.union([z.enum(profileNames), spelledProfileSchema], { error: `one of ${profileNames.join(', ')}, or {"columns","characterSet","qr","cutter","completion","status"}` }).optional(),
  /** half-width columns of font A, where no profile is given: 48 on 80 mm paper, 32 on 58 mm; the careful profile of that width */
  columns: z.union([z.literal(32), z.literal(48)], { error: '32 or 48' }).optional(),
  /** which library writes the bytes; the papers are the same */
  composer: z.enum(['thermal', 'receiptline']).optional(),
};
const path = z.string().min(1).max(500);
const bauds = [9600, 19_200, 38_400, 57_600, 115_200] as const;

const linkSchema = z.discriminatedUnion('link', [
  z.strictObject({ link: z.literal('simulator'), ...about }),
  z.strictObject({ link: z.literal('tcp'), host: z.string().min(1).max(253), port: z.int().min(1).max(65_535).default(9100), ...about }),
  z.strictObject({ link: z.literal('serial'), path, baud: z.union(bauds.map((baud) => z.literal(baud)), { error: `one of ${bauds.join(', ')}` }), ...about }),
  /** `/dev/usb/lp0` */
  z.strictObject({ link: z.literal('file'), path, ...about }),
  /** a printer of Windows, by its name there */
  z.strictObject({ link: z.literal('windows'), name: z.string().min(1).max(220), ...about }),
], { error: '"simulator", or {"link":"tcp"|"serial"|"file"|"windows", …} with its address and a profile' }).superRefine(({ link, profile, columns }, issue) => {
  if (link !== 'simulator' && (profile === undefined) === (columns === undefined)) issue.addIssue({ code: 'custom', path: ['profile'], message: 'a profile, or columns' });
});
/** "simulator" alone is a simulated printer that knows everything. */
export const printerConfigSchema = z.preprocess((raw) => (raw === 'simulator' ? { link: 'simulator' } : raw), linkSchema);
export type PrinterConfig = z.output<typeof printerConfigSchema>;

/** Queue of Windows: nothing comes back, whatever the printer behind it could say. */
const mute = { completion: 'none', status: 'none' } as const;

/** 11.5 bytes a millisecond at 115200 baud. */
const bytesPerMs = (baud: number): number => (baud * 0.1) / 1_000;

/** The profile that the file chose or spelled out; a simulator without one knows everything. */
export function profileOf(config: PrinterConfig): PrinterProfile {
  const { profile: given, columns } = config;
  const careful = columns === undefined ? 'full-80' : columns === 48 ? 'plain-80' : 'plain-58';
  const chosen: PrinterProfile = typeof given === 'object' ? { ...given, dotsPerLine: given.dotsPerLine ?? given.columns * 12 } : printerProfiles[given ?? careful];
  if (config.link === 'windows') return { ...chosen, ...mute };
  return config.link === 'serial' ? { ...chosen, bytesPerMs: bytesPerMs(config.baud) } : chosen;
}
