/* The alarms of the floor: what the floor shows, held against the hall's thresholds. */
import { alarmRulesOf, alarmsOf, type HallNow } from '@kuaizhao/db/domain/hall/alarms.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import { profileOf, rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { Faces } from '@kuaizhao/db/hall/faces/faces.ts';
import type { Disk } from '../disk/disk.ts';

/** What did not fit after a loss is told for so long; afterwards `npm run hall -- status` still knows. */
const readBackToldMs = 7 * 24 * 3_600_000;
/** The agent looks after its own line every twenty seconds; the floor is drawn ten times a second. */
const keptMs = 5_000;

/** What a hall that lost something has to tell. */
interface AfterLoss { readonly conflicts: (since: Instant) => { readonly rows: number; readonly since: Instant | undefined }; readonly erasuresSince: () => Instant | undefined }

/** Where a release of the kiosk stopped by itself. */
export type UpdateTrouble = () => { readonly deviceId: string; readonly since: Instant } | undefined;

/** Since when each window has been without anybody is kept here, not in the file: it begins when somebody looks, and an alarm that nobody could see is none. */
export function createAlarms(settings: HallSettings, devices: Faces['devices'], { conflicts, erasuresSince }: AfterLoss, disk?: Pick<Disk, 'now'>, update?: UpdateTrouble) {
  const idleSince = new Map<string, Instant>();
  const rules = alarmRulesOf(settings);
  let kept: { readonly at: Instant; readonly cityAwaySince: Instant | undefined; readonly copied: HallNow['copied'] } | undefined;
  const known = (now: Instant) => {
    if (kept === undefined || Math.abs(now - kept.at) >= keptMs) kept = { at: now, cityAwaySince: cityAway(devices), copied: devices.states().filter(({ kind, state }) => kind === 'link' && state === 'copied') };
    return kept;
  };
  return (floor: FloorState, now: Instant): FloorState => {
    const calling = rulesOn(settings.queueRules, businessDayAt(now));
    for (const window of floor.windows) {
      if (window.staffId === undefined || window.call !== undefined || floor.dayClosed === true) idleSince.delete(window.id);
      else if (!idleSince.has(window.id)) idleSince.set(window.id, now);
    }
    const hall: HallNow = {
      services: floor.services.map(({ code, waiting, oldest }) => ({ code, work: code === workService, waiting, oldest })),
      windows: floor.windows.map((window) => ({ id: window.id, services: profileOf(calling, window, window.profile).services, idleSince: idleSince.get(window.id), helpSince: window.help?.at })),
      devices: floor.devices.filter(({ role }) => role !== 'console').map(({ deviceId, connected, since, reader, readerSince, printer, printerSince }) => ({
        deviceId, connected, since, printer, printerSince, readerDownSince: reader === 'outOfService' ? readerSince ?? since : undefined,
      })),
      unheard: floor.unheard.length, papers: floor.papers.filter(({ state }) => state !== 'queued').length, cityAwaySince: known(now).cityAwaySince, copied: known(now).copied, readBack: conflicts(now - readBackToldMs), erasuresSince: erasuresSince(), disk: disk?.now(), update: update?.(),
    };
    return { ...floor, alarms: alarmsOf(hall, rules, now) };
  };
}

/** The agent looks after the city as after any other part of itself; a hall without a city is always well. */
const cityAway = (devices: Faces['devices']): Instant | undefined =>
  devices.readiness().find(({ deviceId }) => deviceId === 'agent')?.checks.find(({ check, state }) => check === 'city' && state !== 'ok')?.since;
