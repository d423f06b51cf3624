/* The kiosk's part in updates: asks the hall from time to time, has the next version ready beside the one that runs, and changes over when the hall is closed and nobody stands here. */
import { z } from 'zod';
import { releaseKeysSchema } from '@kuaizhao/sync-agent/contract/release/head.ts';
import { versionSchema } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { releasePlatformSchema, type ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import type { ReleaseAsk, ReleaseTold } from '@kuaizhao/sync-agent/contract/release/line.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { HostLog } from '../host-log.ts';
import type { Health } from './health.ts';
import { stepFor } from './decide.ts';
import type { HallLine } from './hall-line.ts';
import { takeRelease, type KioskRefusal } from './take-release.ts';
import { openVersionFolder } from './version-folder.ts';

/** Of kiosk.json. */
export const updatesConfigSchema = z.strictObject({
  /** of versions, shared with the launcher; relative to the configuration file */
  folder: z.string().min(1).max(500),
  /** public keys of the vendor, from `npm run release -- keys`; more than one while a key is replaced */
  keys: releaseKeysSchema,
});
export type UpdatesConfig = z.infer<typeof updatesConfigSchema>;

/** How the launcher started this kiosk; undefined without one. `own`: the version of the program itself, which counts where it came with the machine's package. */
export function launchedAs(env: Readonly<Record<string, string | undefined>>, own: string): { readonly folder: string; readonly running: string } | undefined {
  const { KUAIZHAO_LAUNCHED: version, KUAIZHAO_FOLDER: folder } = env;
  if (version === undefined || folder === undefined) return undefined;
  const running = versionSchema.safeParse(version === 'installed' ? own : version).data;
  return running === undefined ? undefined : { folder, running };
}

/** An agent that is away, or has no word for us, is asked again after this. */
const againMs = 60_000;
/** Between two pieces of a file: with their size about a megabyte a second. */
const breathMs = 250;

export interface UpdaterParts {
  readonly config: UpdatesConfig;
  readonly running: string;
  readonly line: HallLine;
  readonly health: Pick<Health, 'isHealthy'>;
  /** nobody stands here, nothing is asked of anybody */
  readonly idle: () => boolean;
  /** ends this program, so that the launcher starts what the pointer names */
  readonly leave: () => void;
  readonly timer: Timer;
  readonly log: HostLog;
}

/** Asks until stopped. Without a processor and system that releases are made for it does nothing. */
export function startUpdater(parts: UpdaterParts): { healthy(): void; stop(): void } {
  const platform = releasePlatformSchema.safeParse(`${process.platform}-${process.arch}`).data;
  return platform === undefined ? { healthy: () => undefined, stop: () => undefined } : updaterOn(platform, parts);
}

function updaterOn(platform: ReleasePlatform, parts: UpdaterParts): { healthy(): void; stop(): void } {
  const { config, running, line, timer, log } = parts;
  const versions = openVersionFolder(config.folder, platform);
  let [stopped, taking, cancel] = [false, false, (): void => undefined];
  let refused: { readonly version: string; readonly refusal: KioskRefusal } | undefined;
  const refuse = (version: string, refusal: KioskRefusal): void => {
    if (refused?.version !== version || refused.refusal !== refusal) log.warn({ version, refusal }, 'releaseRefused');
    refused = { version, refusal };
  };

  async function take(version: string): Promise<void> {
    if (taking) return;
    taking = true;
    log.info({ version }, 'releaseFetching');
    versions.tidy(running, version);
    const breathe = (): Promise<boolean> => new Promise((resolve) => { timer.after(breathMs, () => { resolve(!stopped); }); });
    const taken = await takeRelease({ folder: config.folder, versions, platform, keys: config.keys, line, breathe }, version);
    taking = false;
    if (taken === 'ready') {
      refused = undefined;
      log.info({ version }, 'releaseReady');
    } else if (taken !== 'cut') refuse(version, taken);
  }

  function changeOver(version: string): void {
    try {
      versions.point(version);
    } catch {
      return refuse(version, 'noRoom');
    }
    log.info({ version }, 'releaseSwitching');
    return parts.leave();
  }

  /** A folder that cannot be read ends neither the kiosk nor its asking. */
  const look = (): Promise<void> => looked().catch(() => {
    log.warn({}, 'releaseNotLooked');
    if (!stopped) cancel = timer.after(againMs, () => void look());
  });
  async function looked(): Promise<void> {
    const ready = versions.ready().find((version) => version !== running);
    const said: ReleaseAsk = { platform, running, healthy: parts.health.isHealthy(), bad: versions.bad(), ...(ready === undefined ? {} : { ready }), ...(refused === undefined ? {} : { refused }) };
    const told = await line.ask(said);
    if (stopped) return;
    if (told !== undefined) follow(told);
    cancel = timer.after(told?.againMs ?? againMs, () => void look());
  }
  function follow(told: ReleaseTold): void {
    // A disk may have room again; a wrong file stays wrong.
    const lasting = refused?.refusal === 'noRoom' ? undefined : refused?.version;
    const step = stepFor(told, { running, proven: versions.proven(), bad: versions.bad(), isThere: versions.isThere, refused: lasting, idle: parts.idle() });
    if (step === 'older' && told.wanted !== undefined) refuse(told.wanted, 'older');
    else if (step === 'fetch' && told.wanted !== undefined) void take(told.wanted);
    else if (step === 'switch' && told.wanted !== undefined) changeOver(told.wanted);
  }
  void look();
  return {
    healthy() {
      try {
        versions.healthy(running);
        versions.tidy(running, undefined);
      } catch {
        // The launcher counts on, and ten starts are many.
        log.warn({}, 'healthNotKept');
      }
    },
    stop() { stopped = true; cancel(); },
  };
}
