/* What a release of the kiosk says of itself, signed with the vendor's key that is on no network. The archive holds the files of this list one after the other and nothing else: it has no names, links or rights of its own that somebody would have to read carefully. */
import { z } from 'zod';
import { instantSchema, textSchema } from '@kuaizhao/db/domain/scalars.ts';
import { versionSchema } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';

export const releaseLimits = {
  /** the first line of a release: its signed list */
  headBytes: 4_000_000,
  files: 10_000, packedBytes: 600_000_000, unpackedBytes: 1_500_000_000,
} as const;

export const releasePlatforms = ['linux-x64', 'linux-arm64', 'win32-x64', 'win32-arm64'] as const;
export type ReleasePlatform = (typeof releasePlatforms)[number];
export const releasePlatformSchema = z.enum(releasePlatforms);

/** What the launcher starts in the folder of a version. */
export const programOf = (platform: ReleasePlatform): string => (platform.startsWith('win32') ? 'Kuaizhao.exe' : 'kuaizhao');

// Windows takes these for devices, whatever stands behind the dot; it forgets dots and blanks at the end.
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Relative, with slashes, down only, the same on every file system. */
const isPlainPath = (path: string): boolean => path.split('/').every((part) => /^[\w@+\-~(), .]{1,120}$/.test(part) && !/^\.{1,2}$|[ .]$/.test(part) && !device.test(part));
const pathSchema = z.string().max(300).refine(isPlainPath, { error: 'not a plain path inside the release' });

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const releaseFileSchema = z.strictObject({ path: pathSchema, bytes: z.int().min(0), sha256: sha256Schema, /** may be started */ run: z.literal(true).optional() });

export const manifestSchema = z.strictObject({
  format: z.literal(1), app: z.literal('kiosk'), version: versionSchema, platform: releasePlatformSchema, madeAt: instantSchema,
  /** versions of the hall's wire that it speaks */
  lan: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }).refine(({ from, to }) => from <= to, { error: 'ends before it begins' }),
  /** for staff, in plain Chinese */
  notes: textSchema(500),
  packed: z.strictObject({ bytes: z.int().min(1), sha256: sha256Schema }),
  files: z.array(releaseFileSchema).min(1).max(releaseLimits.files),
}).superRefine(({ files, platform }, issue) => {
  const names = files.map(({ path }) => path.toLowerCase());
  const all = new Set(names);
  if (all.size !== names.length) issue.addIssue({ code: 'custom', path: ['files'], message: 'a path appears twice' });
  if (names.some((name) => name.split('/').slice(0, -1).some((_part, at, parts) => all.has(parts.slice(0, at + 1).join('/'))))) issue.addIssue({ code: 'custom', path: ['files'], message: 'a file is a folder, too' });
  if (!files.some(({ path, run }) => path === programOf(platform) && run === true)) issue.addIssue({ code: 'custom', path: ['files'], message: `${programOf(platform)} is missing` });
});
export type Manifest = z.infer<typeof manifestSchema>;

export const unpackedBytes = ({ files }: Pick<Manifest, 'files'>): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The one text of a manifest: keys in order, no blanks. */
export const manifestText = (manifest: Manifest): string => JSON.stringify(inOrder(manifest));
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]));
}
