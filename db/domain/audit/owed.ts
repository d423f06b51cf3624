/* Refusals on their way into the audit: the first of a kind at once, its like of the same minute together as one row with a count. So a flood writes a few rows a minute, and none of it is left out. */
import type { Instant } from '../scalars.ts';
import type { AuditEntry } from './row.ts';

export const togetherMs = 60_000;
/** Kinds of refusals of one member of staff or machine that are told apart in a minute; what goes beyond is told as one. */
export const kindsApart = 20;

export interface Owed { readonly entry: AuditEntry; readonly times: number; /** when a row of this kind was written last */ readonly wroteAt: Instant | undefined }
/** By kind. Never changed in place: whoever undoes a commit goes back to the one before. */
export type AllOwed = ReadonlyMap<string, Owed>;

const actorOf = ({ who, role, device }: AuditEntry): string => `${role} ${who} ${device ?? ''}`;
const keyOf = (entry: AuditEntry): string => `${actorOf(entry)} ${entry.act} ${entry.name ?? ''} ${entry.outcome}`;

/** One more. `due`: the first since a row of this kind was written, and that is a minute ago. */
export function owe(all: AllOwed, entry: AuditEntry, now: Instant): { readonly all: AllOwed; readonly key: string; readonly due: boolean } {
  const mine = actorOf(entry);
  const crowd = !all.has(keyOf(entry)) && [...all.keys()].filter((key) => key.startsWith(`${mine} `)).length >= kindsApart;
  const kind: AuditEntry = crowd ? { act: entry.act, who: entry.who, role: entry.role, ...(entry.device === undefined ? {} : { device: entry.device }), outcome: 'manyKinds' } : entry;
  const key = keyOf(kind);
  const before = all.get(key);
  const owed: Owed = { entry: before === undefined || before.times === 0 ? kind : before.entry, times: (before?.times ?? 0) + 1, wroteAt: before?.wroteAt };
  return { all: new Map(all).set(key, owed), key, due: owed.times === 1 && isDue(owed, now) };
}

/** A clock that was set back must not keep anything waiting. */
const isDue = ({ times, wroteAt }: Owed, now: Instant): boolean => times > 0 && (wroteAt === undefined || now - wroteAt >= togetherMs || now < wroteAt);

/** What is to be written now, of one kind or of all; with `whole` also what is not a minute old. Kinds that have been quiet for a minute are forgotten. */
export function settle(all: AllOwed, now: Instant, { key: only, whole = false }: { readonly key?: string; readonly whole?: boolean } = {}): { readonly all: AllOwed; readonly rows: readonly { readonly entry: AuditEntry; readonly times: number }[] } {
  const rows: { entry: AuditEntry; times: number }[] = [];
  const left = new Map(all);
  for (const [key, owed] of only === undefined ? all : [...all].filter(([one]) => one === only)) {
    const { entry, times, wroteAt } = owed;
    if (times > 0 && (whole || isDue(owed, now))) {
      rows.push({ entry, times });
      left.set(key, { entry, times: 0, wroteAt: now });
    } else if (times === 0 && (wroteAt === undefined || now - wroteAt >= togetherMs || now < wroteAt)) left.delete(key);
  }
  return { all: left, rows };
}
