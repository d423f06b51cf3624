/* What the plan holds, over typed arrays: who is where, and the two prices that prove it. The searches read and write it; nobody else does. */
import { Adjacency, widerInts, widerNumbers } from './adjacency.ts';
import { Frontier } from './search/frontier.ts';

/** No worker, no posting. */
export const nobody = -1;
export const nowhere = -1;

/** An instance by numbers 0 … : edges may come in any order, each pair at most once. */
export interface Instance {
  readonly workers: number;
  /** places of each posting, at least 1 */
  readonly capacity: Int32Array;
  readonly edgeWorker: Int32Array;
  readonly edgePosting: Int32Array;
  /** whole numbers 1 … 2^50 */
  readonly edgeWeight: Float64Array;
}

/**
 * What holds between two events: `gain[i] + price[j] ≥ weight` on every edge of two that take part, equal where i is at j; a worker without place gains 0,
 * a posting with a free place costs 0. All numbers are whole and below 2^53, so nothing is ever rounded.
 */
export class Floor {
  workers: number;
  postings: number;
  readonly ofWorker: Adjacency;
  readonly ofPosting: Adjacency;
  /** 1 while the worker takes part: present and not held in a locked pair */
  takesPart: Uint8Array<ArrayBuffer>;
  gain: Float64Array<ArrayBuffer>;
  price: Float64Array<ArrayBuffer>;
  /** the posting where the worker is, or `nowhere` */
  at: Int32Array<ArrayBuffer>;
  /** places that take part (locked ones do not); 0 for a closed posting */
  capacity: Int32Array<ArrayBuffer>;
  filled: Int32Array<ArrayBuffer>;
  /** the workers at a posting, a chain: `first` of the posting, then `next` and `before` of the worker */
  first: Int32Array<ArrayBuffer>;
  next: Int32Array<ArrayBuffer>;
  private before: Int32Array<ArrayBuffer>;
  readonly frontier: Frontier;
  /** by which worker, and towards which posting, a search came to a posting */
  via: Int32Array<ArrayBuffer>;
  towards: Int32Array<ArrayBuffer>;

  constructor(instance: Instance) {
    const { workers, capacity, edgeWorker, edgePosting, edgeWeight } = instance;
    this.workers = workers;
    this.postings = capacity.length;
    this.ofWorker = Adjacency.of(workers, edgeWorker, edgePosting, edgeWeight);
    this.ofPosting = Adjacency.of(this.postings, edgePosting, edgeWorker, edgeWeight);
    this.takesPart = new Uint8Array(workers);
    this.gain = new Float64Array(workers);
    this.at = new Int32Array(workers).fill(nowhere);
    this.next = new Int32Array(workers).fill(nobody);
    this.before = new Int32Array(workers).fill(nobody);
    this.price = new Float64Array(this.postings);
    this.capacity = new Int32Array(capacity);
    this.filled = new Int32Array(this.postings);
    this.first = new Int32Array(this.postings).fill(nobody);
    this.via = new Int32Array(this.postings);
    this.towards = new Int32Array(this.postings);
    this.frontier = new Frontier(this.postings);
  }

  /** Room for one more worker, doubled when there is none; gives its number. */
  newWorker(): number {
    const one = this.workers;
    this.workers += 1;
    if (this.workers > this.at.length) {
      const room = Math.max(16, 2 * this.at.length);
      this.ofWorker.addOwners(room);
      const takesPart = new Uint8Array(room);
      takesPart.set(this.takesPart);
      this.takesPart = takesPart;
      this.gain = widerNumbers(this.gain, room);
      this.at = widerInts(this.at, room, nowhere);
      this.next = widerInts(this.next, room, nobody);
      this.before = widerInts(this.before, room, nobody);
    }
    return one;
  }

  /** Room for one more posting, doubled when there is none; gives its number. */
  newPosting(): number {
    const one = this.postings;
    this.postings += 1;
    if (this.postings > this.first.length) {
      const room = Math.max(16, 2 * this.first.length);
      this.ofPosting.addOwners(room);
      this.price = widerNumbers(this.price, room);
      this.capacity = widerInts(this.capacity, room);
      this.filled = widerInts(this.filled, room);
      this.first = widerInts(this.first, room, nobody);
      this.via = widerInts(this.via, room);
      this.towards = widerInts(this.towards, room);
      this.frontier.addPlaces(room);
    }
    return one;
  }

  sit(worker: number, posting: number): void {
    const first = this.first[posting] as number;
    this.at[worker] = posting;
    this.next[worker] = first;
    this.before[worker] = nobody;
    if (first !== nobody) this.before[first] = worker;
    this.first[posting] = worker;
    this.filled[posting] = (this.filled[posting] as number) + 1;
  }

  rise(worker: number): void {
    const posting = this.at[worker] as number;
    if (posting === nowhere) return;
    const [before, next] = [this.before[worker] as number, this.next[worker] as number];
    if (before === nobody) this.first[posting] = next;
    else this.next[before] = next;
    if (next !== nobody) this.before[next] = before;
    this.at[worker] = nowhere;
    this.filled[posting] = (this.filled[posting] as number) - 1;
  }

  /** What the worker would gain at best at today's prices, never below 0; `except` is left out. */
  bestGain(worker: number, except = nowhere): number {
    const { ofWorker: { start, length, node, weight }, price, capacity } = this;
    let best = 0;
    for (let entry = start[worker] as number, to = entry + (length[worker] as number); entry < to; entry += 1) {
      const posting = node[entry] as number;
      const gain = (weight[entry] as number) - (price[posting] as number);
      if (gain > best && posting !== except && (capacity[posting] as number) > 0) best = gain;
    }
    return best;
  }
}
