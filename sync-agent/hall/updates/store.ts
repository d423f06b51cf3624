/* Releases that the agent keeps for its kiosks: whole and checked, or not there. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushed, openHead, openRelease } from '@kuaizhao/sync-agent/contract/release/file.ts';
import { pieceBytes } from '@kuaizhao/sync-agent/contract/release/line.ts';
import type { ReleaseRefusal } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { Manifest, ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import { newestFirst } from './stage.ts';

/** Versions of one platform; the oldest goes when another comes. */
export const keptMost = 3;
/** What the operator's command is still writing. */
export const loadingPattern = /^[0-9a-f]{16}\.loading$/;
const fileName = ({ version, platform }: Pick<Manifest, 'version' | 'platform'>): string => `${version}-${platform}.kzr`;

export type Loaded = { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly refusal: ReleaseRefusal | 'unreadable' };

/** Throws when the folder cannot be made. What was half there when the agent ended is gone. */
export async function openStore(data: string, keys: readonly string[]) {
  const folder = join(data, 'updates');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = new Map<string, { readonly manifest: Manifest; readonly bytes: number }>();
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.loading')) rmSync(join(folder, name), { force: true });
    if (!name.endsWith('.kzr')) continue;
    // The key may have been taken off the list since.
    const opened = await openHead(join(folder, name), keys).catch(() => undefined);
    if (opened?.ok === true && fileName(opened.manifest) === name) kept.set(name, { manifest: opened.manifest, bytes: statSync(join(folder, name)).size });
  }
  return {
    /** Of what the command wrote beside; nothing of it is left when it is refused. */
    async load(name: string, running: string | undefined): Promise<Loaded> {
      const from = join(folder, name);
      try {
        const opened = await openRelease(from, keys);
        if (!opened.ok) return opened;
        const { manifest } = opened;
        await rename(from, join(folder, fileName(manifest)));
        await flushed(folder);
        kept.set(fileName(manifest), { manifest, bytes: statSync(join(folder, fileName(manifest))).size });
        const same = [...kept.values()].map((one) => one.manifest).filter(({ platform }) => platform === manifest.platform).toSorted(newestFirst);
        for (const old of same.slice(keptMost)) if (old.version !== running && old.version !== manifest.version) {
          kept.delete(fileName(old));
          await rm(join(folder, fileName(old)), { force: true });
        }
        return { ok: true, manifest };
      } catch {
        return { ok: false, refusal: 'unreadable' };
      } finally {
        await rm(from, { force: true });
      }
    },
    all: (): readonly Manifest[] => [...kept.values()].map(({ manifest }) => manifest).toSorted(newestFirst),
    platforms: (version: string | undefined): ReleasePlatform[] => [...kept.values()].flatMap(({ manifest }) => (manifest.version === version ? [manifest.platform] : [])),
    /** Undefined when there is no such release, or it ends before `from`. */
    async piece(version: string, platform: string, from: number): Promise<{ readonly bytes: Buffer; readonly size: number } | undefined> {
      const one = [...kept].find(([, { manifest }]) => manifest.version === version && manifest.platform === platform);
      if (one === undefined || from >= one[1].bytes) return undefined;
      const file = await open(join(folder, one[0]), 'r');
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(pieceBytes, one[1].bytes - from)), { position: from });
        return { bytes: buffer.subarray(0, bytesRead), size: one[1].bytes };
      } finally {
        await file.close();
      }
    },
  };
}
export type Store = Awaited<ReturnType<typeof openStore>>;
