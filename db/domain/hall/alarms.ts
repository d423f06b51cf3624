/* What a supervisor has to be told without looking: waits, lengths, idle windows and machines past a threshold. The thresholds are data of the hall. */
import { z } from 'zod';
import { idSchema, instantSchema, type Instant } from '../scalars.ts';

export const alarmRulesSchema = z.strictObject({
  /** somebody waits longer in a queue */
  waitMinutes: z.int().min(1).max(600).default(40),
  /** so many wait for one window service; for work */
  queueLength: z.int().min(1).max(5_000).default(30), workLength: z.int().min(1).max(20_000).default(600),
  /** a window where somebody sits has called nobody for so long while people wait for it */
  idleMinutes: z.int().min(1).max(240).default(10),
  /** a kiosk or a board is away for so long */
  awayMinutes: z.int().min(0).max(240).default(2),
  /** the city has not been reached for so long: nobody in the hall notices, and somebody has to know */
  cityMinutes: z.int().min(1).max(1_440).default(30),
});
export type AlarmRules = z.infer<typeof alarmRulesSchema>;

const shippedRules = alarmRulesSchema.parse({});
export const alarmRulesOf = (settings: { readonly alarms?: AlarmRules | undefined }): AlarmRules => settings.alarms ?? shippedRules;

/**
 * `about`: of `wait` and `length` the service, of `idle` and `help` the window, of machines the device. `since`: when it began; `count`: how many, where it is a number.
 * `diskLow` and `diskFull` count the megabytes that are free.
 * `copied`: two machines hold the key of this device.
 * `update`: a release of the kiosk that stopped by itself at this device.
 * `unheard` and `papers` are counts: calls that no board has shown, papers that did not come out.
 */
export const alarmKinds = ['unheard', 'diskFull', 'copied', 'help', 'paperOut', 'printer', 'reader', 'away', 'wait', 'length', 'idle', 'nearEnd', 'papers', 'city', 'readBack', 'erasures', 'diskLow', 'update'] as const;
export const alarmSchema = z.strictObject({ kind: z.enum(alarmKinds), about: idSchema.optional(), since: instantSchema.optional(), count: z.int().min(0).optional() });
export type Alarm = z.infer<typeof alarmSchema>;
/** More than these nobody works off from a list. */
export const alarmsMost = 40;

export interface HallNow {
  readonly services: readonly { readonly code: string; readonly work: boolean; readonly waiting: number; /** since when the longest wait is */ readonly oldest?: Instant | undefined }[];
  readonly windows: readonly { readonly id: string; /** it calls from these */ readonly services: readonly string[]; readonly idleSince?: Instant | undefined; readonly helpSince?: Instant | undefined }[];
  readonly devices: readonly { readonly deviceId: string; readonly connected: boolean; readonly since: Instant; readonly readerDownSince?: Instant | undefined; readonly printer?: string | undefined; readonly printerSince?: Instant | undefined }[];
  readonly unheard: number;
  readonly papers: number;
  readonly cityAwaySince?: Instant | undefined;
  /** what came back from the city after a loss and did not fit */
  /** since when erasures of the city are due in a hall that came back from a backup */
  readonly erasuresSince?: Instant | undefined;
  readonly readBack?: { readonly rows: number; readonly since?: Instant | undefined };
  /** machines whose key a second one has */
  readonly copied?: readonly { readonly deviceId: string; readonly since: Instant }[] | undefined;
  /** where a release of the kiosk went wrong */
  readonly update?: { readonly deviceId: string; readonly since: Instant } | undefined;
  /** of the agent's own machine */
  readonly disk?: { readonly state: 'ok' | 'low' | 'full'; readonly freeMb: number | undefined; readonly since: Instant } | undefined;
}

const minuteMs = 60_000;
const wellPrinters: ReadonlySet<string> = new Set(['ready', 'starting']);

/** What is past its threshold now, what cannot wait first; of the same kind what began first. A service or window without trouble is in no line. */
export function alarmsOf(hall: HallNow, rules: AlarmRules, now: Instant): Alarm[] {
  const past = (since: Instant | undefined, minutes: number): since is Instant => since !== undefined && now - since >= minutes * minuteMs;
  const all: Alarm[] = [
    ...(hall.unheard > 0 ? [{ kind: 'unheard', count: hall.unheard } as const] : []),
    ...(hall.papers > 0 ? [{ kind: 'papers', count: hall.papers } as const] : []),
    ...(hall.readBack === undefined || hall.readBack.rows === 0 ? [] : [{ kind: 'readBack', count: hall.readBack.rows, since: hall.readBack.since } as const]),
    ...(hall.erasuresSince === undefined ? [] : [{ kind: 'erasures', since: hall.erasuresSince } as const]),
    ...(hall.disk === undefined || hall.disk.state === 'ok' ? [] : [{ kind: hall.disk.state === 'full' ? 'diskFull' : 'diskLow', count: hall.disk.freeMb ?? 0, since: hall.disk.since } as const]),
    ...(hall.copied ?? []).map(({ deviceId, since }): Alarm => ({ kind: 'copied', about: deviceId, since })),
    ...(hall.update === undefined ? [] : [{ kind: 'update', about: hall.update.deviceId, since: hall.update.since } as const]),
    ...(past(hall.cityAwaySince, rules.cityMinutes) ? [{ kind: 'city', since: hall.cityAwaySince } as const] : []),
    ...hall.services.flatMap(({ code, work, waiting, oldest }): Alarm[] => [
      ...(past(oldest, rules.waitMinutes) ? [{ kind: 'wait', about: code, since: oldest, count: waiting } as const] : []),
      ...(waiting >= (work ? rules.workLength : rules.queueLength) ? [{ kind: 'length', about: code, count: waiting } as const] : []),
    ]),
    ...hall.windows.flatMap(({ id, services, idleSince, helpSince }): Alarm[] => [
      ...(helpSince === undefined ? [] : [{ kind: 'help', about: id, since: helpSince } as const]),
      ...(past(idleSince, rules.idleMinutes) && hall.services.some(({ code, waiting }) => waiting > 0 && services.includes(code)) ? [{ kind: 'idle', about: id, since: idleSince } as const] : []),
    ]),
    ...hall.devices.flatMap((device): Alarm[] => machineAlarms(device, past(device.since, rules.awayMinutes))),
  ];
  return all.toSorted((one, other) => alarmKinds.indexOf(one.kind) - alarmKinds.indexOf(other.kind) || (one.since ?? 0) - (other.since ?? 0)).slice(0, alarmsMost);
}

/** Of a machine that is away nothing else is known. */
function machineAlarms({ deviceId, connected, since, readerDownSince, printer, printerSince }: HallNow['devices'][number], awayTooLong: boolean): Alarm[] {
  if (!connected) return awayTooLong ? [{ kind: 'away', about: deviceId, since }] : [];
  const alarms: Alarm[] = [];
  if (printer !== undefined && !wellPrinters.has(printer)) alarms.push({ kind: printer === 'paperOut' || printer === 'nearEnd' ? printer : 'printer', about: deviceId, ...(printerSince === undefined ? {} : { since: printerSince }) });
  if (readerDownSince !== undefined) alarms.push({ kind: 'reader', about: deviceId, since: readerDownSince });
  return alarms;
}
