/* The warm start: workers bid for places, coarsely, then ever finer, at last exactly, until few are left for the searches. */
import { nobody, nowhere, type Floor } from './floor.ts';

/** The first step of bids is this part of the largest weight, the last one this part of it; each is this many times finer than the one before; none is below 1. */
const coarsest = 2 ** -3;
const finest = 2 ** -34;
const finer = 2 ** 2;
/**
 * After a round a posting that found nobody for a place goes down by so many steps, the others by what they may be too high. Too little leaves places free at high
 * prices, each a long search; too much makes the next round's bids many. Measured at 5,000 × 1,500: most of it matters while steps are large.
 */
const backFree = 8;
const backWhileLarge = 2;
const backThen = 1.25;
const large = 1 / 1_000;
/** Bids a worker may cost on average in one round: the first look, a coarse round, the exact one. The rest of a war of small steps is ended by the searches. */
const firstLook = 2;
const coarseRound = 20;
const exactRound = 6;
/** An exact round that leaves at most this part is all that is needed. After a round with fewer than this many bids a worker it is tried: there was no war. */
const fewLeft = 1 / 50;
const peaceful = 1.4;

/**
 * Seats people so that each sits where they gain most at the prices set, and prices are above 0 only where places are filled, but for a few. Gives those left out,
 * by number. Everybody is nowhere before, and all prices are 0. Coarse rounds only find prices; who sits after the exact round sits exactly right.
 */
export function holdMarket(floor: Floor): number[] {
  const market = new Market(floor);
  const few = floor.workers * fewLeft;
  const first = market.round(0, firstLook);
  if (first.length <= few) return first;
  market.clear(() => 0);
  let largest = 0;
  for (const weight of floor.ofWorker.weight) if (weight > largest) largest = weight;
  const last = Math.max(1, largest * finest);
  for (let step = Math.floor(largest * coarsest); step >= last; step = Math.floor(step / finer)) {
    market.round(step, coarseRound);
    const quiet = market.bidCount < floor.workers * peaceful;
    const back = Math.ceil(step * (step > largest * large ? backWhileLarge : backThen));
    const lower = (price: number, free: boolean): number => Math.max(0, price - (free ? backFree * step : back));
    market.clear(lower);
    if (!quiet) continue;
    const left = market.round(0, exactRound);
    if (left.length <= few) return left;
    market.clear(lower);
  }
  return market.round(0, exactRound);
}

class Market {
  private readonly floor: Floor;
  private readonly bids: Float64Array;
  /** a ring of those without place; nobody is in it twice */
  private readonly queue: Int32Array;
  bidCount = 0;

  constructor(floor: Floor) {
    this.floor = floor;
    this.bids = new Float64Array(floor.workers);
    this.queue = new Int32Array(floor.workers);
  }

  /**
   * One after the other, who is without place bids for the best one what makes it as good as the second best, and a step more; a full posting lets its lowest bid go
   * and costs what the lowest that stays has bid. With step 0 everybody seated is exactly right, and who would only change places with an equal is left out.
   */
  round(step: number, bidsPerWorker: number): number[] {
    const { floor, queue } = this;
    const { capacity, filled } = floor;
    const size = floor.workers;
    const most = size * bidsPerWorker;
    for (let worker = 0; worker < size; worker += 1) queue[worker] = worker;
    const left: number[] = [];
    let [head, waiting, count] = [0, size, 0];
    for (; waiting > 0 && count < most; count += 1) {
      const worker = queue[head] as number;
      head = head + 1 === size ? 0 : head + 1;
      waiting -= 1;
      const { posting, best, second } = twoBest(floor, worker);
      if (posting === nowhere) continue;
      const full = (filled[posting] as number) >= (capacity[posting] as number);
      if (full && best + step === second) {
        left.push(worker);
        continue;
      }
      const out = this.seat(worker, posting, (floor.price[posting] as number) + (best - second) + step, full);
      if (out === nobody) continue;
      const tail = head + waiting;
      queue[tail >= size ? tail - size : tail] = out;
      waiting += 1;
    }
    this.bidCount = count;
    for (; waiting > 0; waiting -= 1, head = head + 1 === size ? 0 : head + 1) left.push(queue[head] as number);
    return left.sort((a, b) => a - b);
  }

  /** Gives who had to go. */
  private seat(worker: number, posting: number, bid: number, full: boolean): number {
    const { floor, bids } = this;
    bids[worker] = bid;
    const out = full ? this.lowest(posting) : nobody;
    if (full) floor.rise(out);
    floor.sit(worker, posting);
    if ((floor.filled[posting] as number) >= (floor.capacity[posting] as number)) floor.price[posting] = bids[this.lowest(posting)] as number;
    return out;
  }

  /** Who at the posting has bid least; of equals the one who came last. */
  private lowest(posting: number): number {
    const { bids, floor: { first, next } } = this;
    let low = first[posting] as number;
    for (let worker = next[low] as number; worker !== nobody; worker = next[worker] as number) if ((bids[worker] as number) < (bids[low] as number)) low = worker;
    return low;
  }

  /** Everybody gets up; prices are set anew. */
  clear(price: (now: number, free: boolean) => number): void {
    const { floor } = this;
    for (let posting = 0; posting < floor.postings; posting += 1) {
      floor.price[posting] = price(floor.price[posting] as number, (floor.filled[posting] as number) < (floor.capacity[posting] as number));
      for (let worker = floor.first[posting] as number; worker !== nobody; worker = floor.first[posting] as number) floor.rise(worker);
    }
  }
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
