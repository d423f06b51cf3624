/* How many can be placed at all: Hopcroft and Karp, one place a node, as the books have it. Shares nothing with the plan. */
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';

export function mostPlaced({ workers, capacity, edgeWorker, edgePosting }: Instance): number {
  const seats = Array.from(capacity).flatMap((places, posting) => Array.from({ length: places }, () => posting));
  const reach: number[][] = Array.from({ length: workers }, () => []);
  edgeWorker.forEach((worker, edge) => seats.forEach((posting, seat) => { if (posting === edgePosting[edge]) reach[worker]!.push(seat); }));
  const seatOf = Array.from({ length: workers }, () => -1);
  const workerAt = seats.map(() => -1);
  let placed = 0;
  for (;;) {
    const layer = layers(reach, seatOf, workerAt);
    if (layer === undefined) return placed;
    const take = (worker: number): boolean => {
      for (const seat of reach[worker]!) {
        const there = workerAt[seat]!;
        if (there !== -1 && (layer[there] !== layer[worker]! + 1 || !take(there))) continue;
        seatOf[worker] = seat;
        workerAt[seat] = worker;
        return true;
      }
      layer[worker] = -1;
      return false;
    };
    for (let worker = 0; worker < workers; worker += 1) if (seatOf[worker] === -1 && take(worker)) placed += 1;
  }
}

/** Breadth first from those without a seat; undefined when no free seat is in reach. */
function layers(reach: readonly number[][], seatOf: readonly number[], workerAt: readonly number[]): number[] | undefined {
  const layer = seatOf.map((seat): number => (seat === -1 ? 0 : -1));
  const queue = [...layer.keys()].filter((worker) => layer[worker] === 0);
  let free = false;
  for (const worker of queue) {
    for (const seat of reach[worker]!) {
      const there = workerAt[seat]!;
      if (there === -1) free = true;
      else if (layer[there] === -1) { layer[there] = layer[worker]! + 1; queue.push(there); }
    }
  }
  return free ? layer : undefined;
}
