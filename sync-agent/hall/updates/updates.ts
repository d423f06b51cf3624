/* Releases of the kiosk in this hall: what the operator says, what kiosks say, and who gets which when. */
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { whoOf } from '@kuaizhao/db/domain/audit/entries.ts';
import type { AuditEntry } from '@kuaizhao/db/domain/audit/row.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { HallView } from '@kuaizhao/db/domain/view.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { ReleaseRefusal, UpdatesSeen } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { ReleaseAsk, ReleaseTold } from '@kuaizhao/sync-agent/contract/release/line.ts';
import type { Manifest } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { HallClock } from '../clock.ts';
import type { UpdatesConfig } from './config.ts';
import { releaseAnswers } from './answers.ts';
import { isClosed } from './hours.ts';
import { seen } from './seen.ts';
import { heard, moved, wantedBy, type UpdatesState } from './stage.ts';
import { openState } from './state-file.ts';
import { openStore } from './store.ts';

export type UpdateRefusal = ReleaseRefusal | 'unreadable' | 'noKeys' | 'versionUnknown' | 'lanOther' | 'noStage';
export type UpdateDone = { readonly ok: true; readonly version: string; readonly platform?: string } | { readonly ok: false; readonly refusal: UpdateRefusal };

export interface UpdateStatus extends UpdatesSeen {
  /** the newest first */
  readonly releases: readonly Pick<Manifest, 'version' | 'platform' | 'madeAt' | 'notes'>[];
}

export interface UpdatesParts {
  /** without it nothing can be loaded, and kiosks are told that there is nothing */
  readonly config: UpdatesConfig | undefined;
  readonly data: string;
  readonly view: Pick<HallView, 'openDay' | 'dayClosed'>;
  readonly isKiosk: (request: IncomingMessage, deviceId: string) => boolean;
  /** kiosks that may come in now */
  readonly inForce: () => readonly string[];
  readonly audit: (entry: AuditEntry) => Promise<boolean>;
  /** staff have something else to see */
  readonly changed: () => void;
  readonly clock: Pick<HallClock, 'now' | 'monotonicMs'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
export type Updates = Awaited<ReturnType<typeof openUpdates>>;
const seldomMs = 600_000;

/** Rejects when the folder beside the database cannot be made. */
export async function openUpdates(parts: UpdatesParts) {
  const { config, data, view, clock, log } = parts;
  const store = await openStore(data, config?.keys ?? []);
  const file = openState(data, clock.monotonicMs, () => { log.error({}, 'the state of releases could not be written'); });
  const closed = (): boolean => config !== undefined && isClosed(view, config, clock.now());
  const refuse = (refusal: UpdateRefusal): UpdateDone => ({ ok: false, refusal });

  /** What the state becomes, durably, and what staff and audit hear of it. */
  async function become(next: UpdatesState): Promise<void> {
    const before = file.now().stage;
    const { stage } = next;
    await file.set(next);
    if (JSON.stringify(before) === JSON.stringify(stage)) return;
    parts.changed();
    log.info({ version: stage?.version, step: stage?.step, given: stage?.given.length, stopped: stage?.stopped?.why }, 'release');
    const stopped = before?.stopped === undefined ? stage?.stopped : undefined;
    if (stage !== undefined && stopped?.deviceId !== undefined) await parts.audit({ act: 'updateStopped', who: 'agent', role: 'agent', device: stopped.deviceId, subject: subjectOf(stage), outcome: stopped.why });
  }
  const around = (state: UpdatesState) => ({ inForce: parts.inForce(), platforms: store.platforms(state.stage?.version), rules: config ?? { healthyMinutes: 0, sharePercent: 1 }, now: clock.now() });

  async function asked(deviceId: string, ask: ReleaseAsk): Promise<ReleaseTold> {
    if (config === undefined) return { ok: true, maySwitch: false, againMs: seldomMs };
    const next = heard(file.now(), deviceId, ask, clock.now(), !closed());
    await become(moved(next, around(next)));
    const wanted = wantedBy(file.now(), deviceId);
    return { ok: true, ...(wanted === undefined ? {} : { wanted }), maySwitch: wanted !== undefined && closed(), againMs: config.askSeconds * 1_000 };
  }

  return {
    answer: releaseAnswers({ isKiosk: parts.isKiosk, heard: asked, store, log }),
    /** `name`: what the operator's command wrote into the folder. Refuses what is wrong with the file; then nothing is left of it. */
    async load(name: string): Promise<UpdateDone> {
      if (config === undefined) return refuse('noKeys');
      const loaded = await store.load(name, file.now().stage?.version);
      const { version, platform } = loaded.ok ? loaded.manifest : { version: undefined, platform: undefined };
      await parts.audit({ act: 'updateLoaded', who: 'operator', role: 'operator', ...(version === undefined ? {} : { subject: subjectOf({ version }) }), outcome: loaded.ok ? 'ok' : loaded.refusal });
      return version === undefined || !loaded.ok ? refuse(loaded.ok ? 'unreadable' : loaded.refusal) : { ok: true, version, platform };
    },
    /** From now on kiosks get it, one after another. Refuses `versionUnknown`, and `lanOther` when kiosks on it could not speak to this agent. */
    async start(version: string): Promise<UpdateDone> {
      const releases = store.all().filter((one) => one.version === version);
      const refusal = config === undefined ? 'noKeys' : releases.length === 0 ? 'versionUnknown' : releases.some(({ lan }) => lanVersion < lan.from || lanVersion > lan.to) ? 'lanOther' : undefined;
      await parts.audit({ act: 'updateStarted', who: 'operator', role: 'operator', subject: subjectOf({ version }), outcome: refusal ?? 'ok' });
      if (refusal !== undefined) return refuse(refusal);
      const next: UpdatesState = { ...file.now(), stage: { version, startedAt: clock.now(), step: 'one', given: [] } };
      await become(moved(next, around(next)));
      return { ok: true, version };
    },
    /** No further kiosk gets it; those that have it keep it. Said of a release that stopped by itself it ends the alarm, and why it stopped stays. Refuses `noStage`. */
    async stop(version: string, by: Actor = { role: 'agent', operator: true }): Promise<UpdateDone> {
      const { stage } = file.now();
      const known = stage?.version === version;
      await parts.audit({ act: 'updateStopped', ...whoOf(by), subject: subjectOf({ version }), outcome: known ? 'ok' : 'noStage' });
      if (!known) return refuse('noStage');
      await become({ ...file.now(), stage: { ...stage, stopped: stage.stopped === undefined ? { why: 'asked', at: clock.now() } : { ...stage.stopped, settled: true } } });
      return { ok: true, version };
    },
    releases: (): UpdateStatus['releases'] => store.all().map(({ version, platform, madeAt, notes }) => ({ version, platform, madeAt, notes })),
    /** What `update status` prints and the console shows. */
    seen: (): UpdatesSeen => seen(file.now(), { ...around(file.now()), closed: closed() }),
    /** A release that stopped by itself, until somebody has said what becomes of it. */
    trouble(): { readonly deviceId: string; readonly since: Instant } | undefined {
      const stopped = file.now().stage?.stopped;
      return stopped?.deviceId === undefined || stopped.settled === true ? undefined : { deviceId: stopped.deviceId, since: stopped.at };
    },
    end(): void { file.stop(); },
  };
}

/** Ids have no dots. */
const subjectOf = ({ version }: { readonly version: string }): string => version.replaceAll('.', '-');
