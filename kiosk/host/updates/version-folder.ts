/* The folder of versions that kiosk and launcher share: what is there, what was proven here, what was given up. `kiosk/launcher/launch.sh` says the files. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';
import { compareVersions, versionSchema } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { programOf, type ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';

/** Of proven versions so many are remembered; of those given up, too. */
const rememberedMost = 20;
/** Besides what runs. */
const keptBeside = 1;

export type VersionFolder = ReturnType<typeof openVersionFolder>;

/** Every change is on the disk when its function returns; each throws when the disk does not take it, and then nothing has changed. */
export function openVersionFolder(folder: string, platform: ReleasePlatform) {
  const versions = join(folder, 'versions');
  mkdirSync(versions, { recursive: true });
  const lines = (name: string): string[] => {
    try {
      return readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => versionSchema.safeParse(line).success);
    } catch {
      return [];
    }
  };
  const at = (version: string): string => join(versions, version);
  const isThere = (version: string): boolean => existsSync(join(at(version), programOf(platform)));
  return {
    at,
    /** Where a version is unpacked; what an earlier try left there is gone. */
    partOf(version: string): string {
      const part = `${at(version)}.part`;
      rmSync(part, { recursive: true, force: true });
      return part;
    },
    isThere,
    proven: () => lines('proven'),
    bad: () => lines('bad').slice(-rememberedMost),
    /** The launcher starts this one next. */
    point(version: string): void { writeDurably(join(folder, 'current'), `${version}\n`); },
    /** This version runs, and is well. */
    healthy(version: string): void {
      const proven = lines('proven');
      if (proven.at(-1) !== version) writeDurably(join(folder, 'proven'), `${[...proven.filter((one) => one !== version), version].slice(-rememberedMost).join('\n')}\n`);
      writeDurably(join(folder, 'starts'), `${version} 0\n`);
    },
    /** Leaves what runs, what is pointed to, and the newest proven one beside. Never throws: what cannot be cleared is cleared another time. */
    tidy(running: string, wanted: string | undefined): void {
      const beside = lines('proven').filter((one) => one !== running && isThere(one)).slice(-keptBeside);
      const kept = new Set([running, wanted, lines('current')[0], ...beside]);
      try {
        for (const name of readdirSync(versions)) if (!kept.has(name) && (name !== `${wanted ?? ''}.part`)) rmSync(join(versions, name), { recursive: true, force: true });
      } catch { /* another time */ }
    },
    /** Unpacked and whole, the newest first. */
    ready: (): string[] => readdirSync(versions).filter((name) => versionSchema.safeParse(name).success && isThere(name)).toSorted((a, b) => compareVersions(b, a)),
  };
}
