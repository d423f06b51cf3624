/* Who was heard of and when, and how far each hall says its journal goes. In memory: the database keeps the last time, too. */

export interface Presence {
  heard(hallId: string, at: number): void;
  /** the end of its journal, from its hello */
  claims(hallId: string, seq: number): void;
  seenAt(hallId: string): number | undefined;
  claimedSeq(hallId: string): number | undefined;
}

export function createPresence(): Presence {
  const seen = new Map<string, number>();
  const claimed = new Map<string, number>();
  return {
    heard: (hallId, at) => { seen.set(hallId, Math.max(at, seen.get(hallId) ?? 0)); },
    claims: (hallId, seq) => { claimed.set(hallId, seq); },
    seenAt: (hallId) => seen.get(hallId),
    claimedSeq: (hallId) => claimed.get(hallId),
  };
}
