/* The warm start: a market of coarse, then finer bids finds prices near the right ones, so that the exact searches after it are short. Never trusted: only where the searches begin. */
import { nobody, nowhere, type Floor } from './floor.ts';

/** Bids of a round are at least this part of the bids of the round before. */
const finer = 2 ** 5;
/** The first step is this part of the largest weight, the last this part of it; a step is never below 1. */
const coarsest = 2 ** -3;
const finest = 2 ** -34;
/** Bids a worker may cost on average in one round: wars of small steps are for the searches to end. */
const bidsPerWorker = 20;

/** Sets the price of every posting that has places. Everybody is nowhere, before and after. */
export function findFirstPrices(floor: Floor): void {
  let largest = 0;
  const { ofWorker: { weight } } = floor;
  for (const one of weight) if (one > largest) largest = one;
  const bids = new Float64Array(floor.workers);
  const queue = new Int32Array(floor.workers);
  const last = Math.max(1, Math.floor(largest * finest));
  for (let step = Math.floor(largest * coarsest); step >= last; step = Math.floor(step / finer)) {
    market(floor, step, bids, queue);
    for (let posting = 0; posting < floor.postings; posting += 1) {
      const free = (floor.filled[posting] as number) < (floor.capacity[posting] as number);
      // A price that did not fill its places is no price; the others went up to one step too far.
      floor.price[posting] = free ? 0 : Math.max(0, (floor.price[posting] as number) - step);
      for (let worker = floor.first[posting] as number; worker !== nobody; worker = floor.first[posting] as number) floor.rise(worker);
    }
  }
}

/** One round: who is without place bids for the best one as much as makes the second best better by a step; a full posting lets its lowest bid go. */
function market(floor: Floor, step: number, bids: Float64Array, queue: Int32Array): void {
  const { capacity, filled, first, next, price } = floor;
  let waiting = 0;
  for (let worker = floor.workers - 1; worker >= 0; worker -= 1) queue[waiting++] = worker;
  for (let budget = floor.workers * bidsPerWorker; waiting > 0 && budget > 0; budget -= 1) {
    waiting -= 1;
    const worker = queue[waiting] as number;
    const { posting, best, second } = twoBest(floor, worker);
    if (posting === nowhere) continue;
    bids[worker] = (price[posting] as number) + best - second + step;
    if ((filled[posting] as number) >= (capacity[posting] as number)) {
      const out = lowest(first[posting] as number, next, bids);
      floor.rise(out);
      queue[waiting] = out;
      waiting += 1;
    }
    floor.sit(worker, posting);
    if ((filled[posting] as number) >= (capacity[posting] as number)) price[posting] = bids[lowest(first[posting] as number, next, bids)] as number;
  }
}

/** Who has bid least; of equals the one who came last. */
function lowest(from: number, next: Int32Array, bids: Float64Array): number {
  let low = from;
  for (let worker = next[from] as number; worker !== nobody; worker = next[worker] as number) if ((bids[worker] as number) < (bids[low] as number)) low = worker;
  return low;
}

const found = { posting: nowhere, best: 0, second: 0 };

/** The posting of the most gain above 0, and the gain of the next best or of waiting. One object for all calls: this is the innermost loop. */
function twoBest(floor: Floor, worker: number): typeof found {
  const { ofWorker: { start, length, node, weight }, price } = floor;
  let [posting, best, second] = [nowhere, 0, 0];
  for (let entry = start[worker] as number, to = entry + (length[worker] as number); entry < to; entry += 1) {
    const gain = (weight[entry] as number) - (price[node[entry] as number] as number);
    if (gain <= second) continue;
    if (gain > best) {
      second = best;
      best = gain;
      posting = node[entry] as number;
    } else second = gain;
  }
  found.posting = posting;
  found.best = best;
  found.second = second;
  return found;
}
