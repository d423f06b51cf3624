/* From the hall's file to a folder that can be started: fetched slowly and resumed after a cut, believed only by the vendor's signature, unpacked beside, named last. Whatever ends it at whatever moment, what was there before stands. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushed, openHead, openRelease, unpack } from '@kuaizhao/sync-agent/contract/release/file.ts';
import type { kioskRefusals } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { unpackedBytes, type Manifest, type ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import type { HallLine } from './hall-line.ts';
import type { VersionFolder } from './version-folder.ts';

export type KioskRefusal = (typeof kioskRefusals)[number];
/** Where a power cut could come; a test ends the process there. */
export const takeSteps = ['begun', 'piece', 'fetched', 'checked', 'unpacked', 'named'] as const;
export type TakeStep = (typeof takeSteps)[number];

export interface TakeParts {
  readonly folder: string;
  readonly versions: VersionFolder;
  readonly platform: ReleasePlatform;
  /** of the vendor */
  readonly keys: readonly string[];
  readonly line: Pick<HallLine, 'piece'>;
  /** a breath between pieces, so that the hall's own traffic notices nothing; false: the kiosk ends */
  readonly breathe: () => Promise<boolean>;
  readonly at?: (step: TakeStep) => void;
}
/** `cut`: try again later; nothing is lost that was fetched. */
export type Taken = 'ready' | 'cut' | KioskRefusal;
const roomBesideBytes = 100_000_000;

/** One at a time. Never rejects. */
export async function takeRelease(parts: TakeParts, version: string): Promise<Taken> {
  const { folder, at = () => undefined } = parts;
  const path = join(folder, 'download', `${version}-${parts.platform}.part`);
  if (parts.versions.isThere(version)) return 'ready';
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (const name of readdirSync(dirname(path))) if (join(dirname(path), name) !== path) rmSync(join(dirname(path), name), { recursive: true, force: true });
    at('begun');
    const resumed = sizeOf(path) > 0;
    const fetched = await fetchAll(parts, version, path);
    if (fetched !== 'whole') {
      if (fetched !== 'cut') rmSync(path, { force: true });
      return fetched;
    }
    at('fetched');
    const taken = await put(parts, version, path);
    if (taken === 'cut' || taken === 'noRoom') return taken;
    rmSync(path, { force: true });
    // What was fetched before a power cut may have come to the disk otherwise: that is no fault of the release, so it is fetched anew.
    return taken === 'digestWrong' && resumed ? 'cut' : taken;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(path, { force: true });
    return 'noRoom';
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The head is looked at as soon as it is there: what is not the vendor's is not fetched to its end. */
async function fetchAll({ line, platform, keys, breathe, at = () => undefined }: TakeParts, version: string, path: string): Promise<'whole' | 'cut' | KioskRefusal> {
  const file = await open(path, 'a', 0o600);
  try {
    let [from, looked] = [(await file.stat()).size, false];
    for (;;) {
      if (!looked && from > 0) {
        const head = await openHead(path, keys);
        if (head !== undefined) {
          const refusal = head.ok ? unfit(head.manifest, version, platform) : head.refusal;
          if (refusal !== undefined) return refusal;
          if (head.ok && !await hasRoom(path, head.manifest, from)) return 'noRoom';
          looked = true;
        }
      }
      const piece = await line.piece(version, platform, from);
      // At the very end there is no further piece: what is there is judged as a whole.
      if (piece === undefined) return from > 0 && looked && await isWhole(path, keys) ? 'whole' : 'cut';
      await file.writeFile(piece.bytes);
      from += piece.bytes.length;
      at('piece');
      if (from === piece.size) {
        await file.sync();
        return 'whole';
      }
      if (!await breathe()) return 'cut';
    }
  } finally {
    await file.close();
  }
}

const isWhole = async (path: string, keys: readonly string[]): Promise<boolean> => (await openRelease(path, keys)).ok;

function unfit({ version: own, platform: where }: Manifest, version: string, platform: ReleasePlatform): KioskRefusal | undefined {
  if (where !== platform) return 'platformOther';
  // The agent's word for what a file is counts for nothing.
  return own === version ? undefined : 'manifestWrong';
}

async function hasRoom(path: string, manifest: Manifest, fetched: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize > unpackedBytes(manifest) + Math.max(0, manifest.packed.bytes - fetched) + roomBesideBytes;
}

async function put({ versions, keys, platform, at = () => undefined }: TakeParts, version: string, path: string): Promise<'ready' | 'cut' | KioskRefusal> {
  const release = await openRelease(path, keys);
  if (!release.ok) return release.refusal;
  const refusal = unfit(release.manifest, version, platform);
  if (refusal !== undefined) return refusal;
  at('checked');
  const part = versions.partOf(version);
  if (!await unpack(path, release, part)) {
    versions.partOf(version);
    return 'digestWrong';
  }
  at('unpacked');
  // Without its program it is no version, whatever lies there under its name.
  rmSync(versions.at(version), { recursive: true, force: true });
  await rename(part, versions.at(version));
  await flushed(dirname(part));
  at('named');
  return 'ready';
}
