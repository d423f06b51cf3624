/* What is wrong between a hall and the city: as the city's staff are told, the most pressing first. Counts and times, never what a row says. */
export const hallTroubleKinds = ['copy', 'gap', 'waiting', 'behind', 'restored', 'clock'] as const;
export type HallTroubleKind = (typeof hallTroubleKinds)[number];

/** A clock that is off by more is told; rule 13: it never stops anything. */
export const clockOffMs = 60_000;
/** What is younger than this is on its way. */
export const behindFromMs = 2 * 60_000;
/** A copy that has not knocked for so long is gone; a restore that is older has been looked at. */
export const copyShownMs = 24 * 3_600_000;
export const restoredShownMs = 3 * 24 * 3_600_000;

/** What the hub's tables say of one hall. Times are milliseconds UTC. */
export interface HallStanding {
  /** the end of its journal as its last hello said, and how far of that is here */
  readonly claimedSeq: number; readonly seq: number;
  /** of the newest row that is here */
  readonly newestClock: number | null;
  readonly waiting: number; readonly waitingSince: number | null;
  readonly gaps: number; /** undefined: found before anybody counted */ readonly lost: number | undefined; readonly gapAt: number | null;
  readonly copy?: HallAlarm; readonly restored?: HallAlarm; readonly clock?: HallAlarm;
}
export interface HallAlarm { readonly at: number; readonly times: number; readonly value: number | null }
/** `n`: rows, or how often; minutes for `clock` (ahead when positive). `minutes`: how old the newest row is. */
export interface HallTrouble { readonly kind: HallTroubleKind; readonly since: number | null; readonly n?: number; readonly minutes?: number }
const minutesOf = (ms: number): number => Math.trunc(ms / 60_000);

export function hallTroubles(hall: HallStanding, now: number): HallTrouble[] {
  const { copy, restored, clock } = hall;
  const missing = hall.claimedSeq - hall.seq;
  const old = hall.newestClock === null ? undefined : now - hall.newestClock;
  const found: Readonly<Record<HallTroubleKind, HallTrouble | undefined>> = {
    copy: copy !== undefined && now - copy.at < copyShownMs ? { kind: 'copy', since: copy.at, n: copy.times } : undefined,
    gap: hall.gaps === 0 ? undefined : { kind: 'gap', since: hall.gapAt, ...(hall.lost === undefined ? {} : { n: hall.lost }) },
    waiting: hall.waiting === 0 ? undefined : { kind: 'waiting', since: hall.waitingSince, n: hall.waiting },
    behind: missing <= 0 || (old !== undefined && old < behindFromMs) ? undefined : { kind: 'behind', since: hall.newestClock, n: missing, ...(old === undefined ? {} : { minutes: minutesOf(old) }) },
    restored: restored !== undefined && now - restored.at < restoredShownMs ? { kind: 'restored', since: restored.at } : undefined,
    clock: clock === undefined || Math.abs(clock.value ?? 0) <= clockOffMs ? undefined : { kind: 'clock', since: clock.at, n: minutesOf(clock.value ?? 0) },
  };
  return hallTroubleKinds.flatMap((kind) => found[kind] ?? []);
}
