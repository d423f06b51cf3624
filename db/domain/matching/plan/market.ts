/* The warm start: workers bid for places, coarsely, then ever finer, at last exactly, until few are left for the searches. */
import { nowhere, type Floor } from './floor.ts';
import { Seats } from './seats.ts';

/** The first step of bids is this part of the largest weight, the last one this part of it; each is this many times finer than the one before; none is below 1. */
const coarsest = 2 ** -3;
const finest = 2 ** -34;
const finer = 2 ** 2;
/**
 * Steps by which prices go down after a round: by what they may be too high, and more at postings that found nobody for a place. Too little leaves places free at high
 * prices, each a long search; too much makes the next round's bids many. Before an exact round they go down further: a worker left over is a short search, a place is not.
 */
const back = 1.25;
const backFree = 8;
const backExact = 8;
/** Bids a worker may cost on average in one round: the first look, a coarse round, the exact one. The rest of a war of small steps is ended by the searches. */
const firstLook = 2;
const coarseRound = 20;
const exactRound = 6;
/** The first look is over when a quarter of the workers has bid and more than a fifth of them was outbid: the hall is crowded. */
const quarter = 1 / 4;
const crowd = 1 / 5;
/** An exact round that leaves at most this part is all that is needed. After a round with fewer than this many bids a worker it is tried: there was no war. */
const fewLeft = 1 / 50;
const peaceful = 1.6;

/**
 * Seats people so that each sits where they gain most at the prices set, and prices are above 0 only where places are filled, but for a few. Gives those left out,
 * by number. Everybody is nowhere before, and all prices are 0. Coarse rounds only find prices; who sits after the exact round sits exactly right.
 */
export function holdMarket(floor: Floor): number[] {
  const market = new Market(floor);
  const left = market.hold();
  market.seats.sitDown(floor);
  return left;
}

class Market {
  private readonly floor: Floor;
  readonly seats: Seats;
  /** a ring of those without place; nobody is in it twice */
  private readonly queue: Int32Array;
  private bidCount = 0;
  /** what the last look found: the posting of the most gain above 0, that gain, and the gain of the next best or of waiting */
  private favourite = nowhere;
  private best = 0;
  private second = 0;

  constructor(floor: Floor) {
    this.floor = floor;
    this.seats = new Seats(floor);
    this.queue = new Int32Array(floor.workers);
  }

  hold(): number[] {
    const { floor } = this;
    const few = floor.workers * fewLeft;
    const first = this.round(0, firstLook, crowd);
    if (first.length <= few) return first;
    floor.price.fill(0);
    this.seats.clear();
    const largest = largestOf(floor.ofWorker.weight);
    const last = Math.max(1, largest * finest);
    for (let step = Math.floor(largest * coarsest); step >= last; step = Math.floor(step / finer)) {
      this.round(step, coarseRound);
      const quiet = this.bidCount < floor.workers * peaceful;
      this.lower(step, quiet ? backExact : back);
      if (!quiet) continue;
      const left = this.round(0, exactRound);
      if (left.length <= few) return left;
      this.lower(step, back);
    }
    return this.round(0, exactRound);
  }

  /** Everybody gets up, and prices fall by so many steps. */
  private lower(step: number, steps: number): void {
    const { floor: { postings, price, capacity }, seats: { count } } = this;
    for (let posting = 0; posting < postings; posting += 1) {
      const free = (count[posting] as number) < (capacity[posting] as number);
      price[posting] = Math.max(0, (price[posting] as number) - Math.ceil(step * (free ? backFree : steps)));
    }
    this.seats.clear();
  }

  /**
   * One after the other, who is without place bids for the best one what makes it as good as the second best, and a step more; a full posting lets its lowest bid go
   * and costs what the lowest that stays has bid. With step 0 everybody seated is exactly right, and who would only change places with an equal is left out.
   */
  private round(step: number, bidsPerWorker: number, mostOutbid = 1): number[] {
    const { queue, seats, seats: { count }, floor: { price, capacity, workers: size } } = this;
    const most = size * bidsPerWorker;
    const early = Math.floor(size * quarter);
    for (let worker = 0; worker < size; worker += 1) queue[worker] = worker;
    const left: number[] = [];
    let head = 0;
    let waiting = size;
    let bids = 0;
    for (; waiting > 0 && bids < most; bids += 1) {
      if (bids === early && waiting - (size - bids) > bids * mostOutbid) break;
      const worker = queue[head] as number;
      head = head + 1 === size ? 0 : head + 1;
      waiting -= 1;
      this.look(worker);
      const { favourite: posting, best, second } = this;
      if (posting === nowhere) continue;
      const bid = (price[posting] as number) + (best - second) + step;
      if ((count[posting] as number) < (capacity[posting] as number)) {
        seats.add(posting, worker, bid, price, capacity);
        continue;
      }
      if (best + step === second) {
        left.push(worker);
        continue;
      }
      const tail = head + waiting;
      queue[tail >= size ? tail - size : tail] = seats.replace(posting, worker, bid, price);
      waiting += 1;
    }
    this.bidCount = bids;
    for (; waiting > 0; waiting -= 1, head = head + 1 === size ? 0 : head + 1) left.push(queue[head] as number);
    return left.sort((a, b) => a - b);
  }

  /** The favourite moves to the front of the list: the next look then seldom finds better on its way, which is what costs. This is the innermost loop. */
  private look(worker: number): void {
    const { ofWorker: { start, length, node, weight }, price } = this.floor;
    const from = start[worker] as number;
    let where = -1;
    let best = 0;
    let second = 0;
    for (let entry = from, to = from + (length[worker] as number); entry < to; entry += 1) {
      const gain = (weight[entry] as number) - (price[node[entry] as number] as number);
      if (gain <= second) continue;
      if (gain > best) {
        second = best;
        best = gain;
        where = entry;
      } else second = gain;
    }
    this.best = best;
    this.second = second;
    this.favourite = where < 0 ? nowhere : node[where] as number;
    if (where > from) this.floor.ofWorker.swap(from, where);
  }
}

function largestOf(weights: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < weights.length; at += 1) if ((weights[at] as number) > largest) largest = weights[at] as number;
  return largest;
}
