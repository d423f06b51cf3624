/* One worker too many: the shortest way to a free place or to the one who waits instead, by today's prices. Prices rise. */
import { nobody, nowhere, type Floor } from '../floor.ts';

/** Where the best way so far ends: its length, and the free posting or the worker who goes without. */
interface End { length: number; posting: number; worker: number }

/** A worker who takes part and is nowhere comes in: placed, or somebody else (or nobody) is unplaced, and the plan is optimal again. */
export function seekPlace(floor: Floor, worker: number): void {
  const gain = floor.bestGain(worker);
  floor.gain[worker] = gain;
  if (gain === 0) return;
  floor.frontier.begin();
  const end: End = { length: gain, posting: nowhere, worker };
  search(floor, end, worker);
  raisePrices(floor, end.length);
  floor.gain[worker] = gain - end.length;
  handOn(floor, end, worker);
}

/** A posting whose places became one fewer than the workers there: one of them, not always the newest, moves on, and the plan is optimal again. Gives how much dearer its places are. */
export function giveUpPlace(floor: Floor, posting: number): number {
  floor.frontier.begin();
  floor.via[posting] = nobody;
  floor.frontier.offer(posting, 0);
  const end: End = { length: Number.MAX_SAFE_INTEGER, posting: nowhere, worker: nobody };
  search(floor, end, nobody);
  raisePrices(floor, end.length);
  handOn(floor, end, nobody);
  return end.length;
}

/** What the next place of a full posting would cost above its price: how far the nearest end is. Changes nothing. */
export function nextPlaceAbovePrice(floor: Floor, posting: number): number {
  floor.frontier.begin();
  floor.frontier.offer(posting, 0);
  const end: End = { length: Number.MAX_SAFE_INTEGER, posting: nowhere, worker: nobody };
  search(floor, end, nobody);
  return end.length;
}

/** From the worker who seeks, if there is one, and from the postings in the frontier: who could move on from each posting, the nearest first. */
function search(floor: Floor, end: End, source: number): void {
  const { frontier, first, next, gain } = floor;
  if (source !== nobody) reach(floor, source, 0, end, true);
  for (let posting = frontier.take(end.length); posting !== nowhere; posting = frontier.take(end.length)) {
    const distance = frontier.distance[posting] as number;
    for (let worker = first[posting] as number; worker !== nobody; worker = next[worker] as number) {
      const slack = distance + (gain[worker] as number);
      if (slack < end.length) {
        end.length = slack;
        end.posting = nowhere;
        end.worker = worker;
      }
    }
    if (end.length <= distance) return;
    reach(floor, first[posting] as number, distance, end);
  }
}

/**
 * Where each worker of a chain could go from `base`, the distance they are at. The innermost loop: the own posting and all that are settled are nearer than any way
 * from here.
 */
function reach(floor: Floor, from: number, base: number, end: End, alone = false): void {
  const { ofWorker: { start, length, node, weight }, gain, next, price, capacity, filled, via, frontier } = floor;
  const nearest = frontier.distance;
  let limit = end.length;
  for (let worker = from; worker !== nobody; worker = alone ? nobody : next[worker] as number) {
    const slack = base + (gain[worker] as number);
    for (let entry = start[worker] as number, to = entry + (length[worker] as number); entry < to; entry += 1) {
      const posting = node[entry] as number;
      const distance = slack + ((price[posting] as number) - (weight[entry] as number));
      if (distance >= limit || distance >= (nearest[posting] as number)) continue;
      const places = capacity[posting] as number;
      if ((filled[posting] as number) < places) {
        limit = distance;
        end.posting = posting;
        end.worker = nobody;
        via[posting] = worker;
        continue;
      }
      // A closed posting has no places at all: it is no way on.
      if (places === 0) continue;
      frontier.offer(posting, distance);
      via[posting] = worker;
    }
  }
  end.length = limit;
}

/** Everybody at a posting that becomes dearer gains that much less, not only those who move: forgetting the others passes small tests and loops later. */
function raisePrices(floor: Floor, length: number): void {
  const { frontier, price, gain, first, next } = floor;
  for (const posting of frontier.settled) {
    const by = length - (frontier.distance[posting] as number);
    if (by <= 0) continue;
    price[posting] = (price[posting] as number) + by;
    for (let worker = first[posting] as number; worker !== nobody; worker = next[worker] as number) gain[worker] = (gain[worker] as number) - by;
  }
}

/** Along the way found, each worker moves one posting on, from its end back to where it began. */
function handOn(floor: Floor, end: End, source: number): void {
  let posting = end.posting;
  if (end.worker !== nobody) {
    if (end.worker === source) return;
    posting = floor.at[end.worker] as number;
    floor.rise(end.worker);
  }
  while (posting !== nowhere) {
    const worker = floor.via[posting] as number;
    if (worker === nobody) return;
    const from = floor.at[worker] as number;
    floor.rise(worker);
    floor.sit(worker, posting);
    posting = from;
  }
}
