/* What is wrong between a hall and the city: as the city's staff are told, the most pressing first. Counts and times, never what a row says. */
export const hallTroubleKinds = ['copy', 'auditOther', 'auditBack', 'auditKey', 'gap', 'waiting', 'behind', 'restored', 'clock'] as const;
export type HallTroubleKind = (typeof hallTroubleKinds)[number];
/** What is kept when it was heard; all else is counted when somebody asks. */
export type HeardAlarmKind = 'copy' | 'restored' | 'clock' | 'auditKey' | 'auditBack' | 'auditOther';

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
  /** its audit is signed by another key, has fewer rows than it was said to have, or other ones; until somebody has judged it */
  readonly auditKey?: HallAlarm; readonly auditBack?: HallAlarm; readonly auditOther?: HallAlarm;
}
export interface HallAlarm { readonly at: number; readonly times: number; readonly value: number | null }
/** `n`: rows, at which row, or how often; minutes for `clock` (ahead when positive). `minutes`: how old the newest row is. */
export interface HallTrouble { readonly kind: HallTroubleKind; readonly since: number | null; readonly n?: number; readonly minutes?: number }
const minutesOf = (ms: number): number => Math.trunc(ms / 60_000);

export function hallTroubles(hall: HallStanding, now: number): HallTrouble[] {
  const { copy, restored, clock, auditKey, auditBack, auditOther } = hall;
  const missing = hall.claimedSeq - hall.seq;
  const old = hall.newestClock === null ? undefined : now - hall.newestClock;
  const found: Readonly<Record<HallTroubleKind, HallTrouble | undefined>> = {
    copy: copy !== undefined && now - copy.at < copyShownMs ? { kind: 'copy', since: copy.at, n: copy.times } : undefined,
    auditOther: auditOther && { kind: 'auditOther', since: auditOther.at, n: auditOther.value ?? 0 },
    auditBack: auditBack && { kind: 'auditBack', since: auditBack.at, n: auditBack.value ?? 0 },
    auditKey: auditKey && { kind: 'auditKey', since: auditKey.at },
    gap: hall.gaps === 0 ? undefined : { kind: 'gap', since: hall.gapAt, ...(hall.lost === undefined ? {} : { n: hall.lost }) },
    waiting: hall.waiting === 0 ? undefined : { kind: 'waiting', since: hall.waitingSince, n: hall.waiting },
    behind: missing <= 0 || (old !== undefined && old < behindFromMs) ? undefined : { kind: 'behind', since: hall.newestClock, n: missing, ...(old === undefined ? {} : { minutes: minutesOf(old) }) },
    restored: restored !== undefined && now - restored.at < restoredShownMs ? { kind: 'restored', since: restored.at } : undefined,
    clock: clock === undefined || Math.abs(clock.value ?? 0) <= clockOffMs ? undefined : { kind: 'clock', since: clock.at, n: minutesOf(clock.value ?? 0) },
  };
  return hallTroubleKinds.flatMap((kind) => found[kind] ?? []);
}
