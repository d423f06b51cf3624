/* Who was heard of by this hub and when, and how far each hall says its journal goes. In memory; the database is told every few seconds. */
import type { HeardOf } from '@kuaizhao/db/city/journal/halls.ts';

export interface Presence {
  heard(hallId: string, at: number): void;
  /** the end of its journal, from its hello */
  claims(hallId: string, seq: number): void;
  seenAt(hallId: string): number | undefined;
  claimedSeq(hallId: string): number | undefined;
  /** Whoever was heard of since this was asked last. */
  news(): readonly HeardOf[];
}

export function createPresence(): Presence {
  const seen = new Map<string, number>();
  const claimed = new Map<string, number>();
  const fresh = new Set<string>();
  return {
    heard: (hallId, at) => {
      seen.set(hallId, Math.max(at, seen.get(hallId) ?? 0));
      fresh.add(hallId);
    },
    claims: (hallId, seq) => { claimed.set(hallId, seq); },
    seenAt: (hallId) => seen.get(hallId),
    claimedSeq: (hallId) => claimed.get(hallId),
    news() {
      const heard = [...fresh].map((hallId): HeardOf => ({ hallId, seenAt: seen.get(hallId) ?? 0, claimedSeq: claimed.get(hallId) ?? 0 }));
      fresh.clear();
      return heard;
    },
  };
}
