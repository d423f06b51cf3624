/* Who sits where while the market is held, each posting's seats a heap with the lowest bid on top: the one who goes next. */
import type { Floor } from './floor.ts';

export class Seats {
  /** seats taken at each posting */
  readonly count: Int32Array;
  /** where the seats of a posting begin in `holder` and `bid` */
  private readonly start: Int32Array;
  private readonly holder: Int32Array;
  private readonly bid: Float64Array;

  constructor({ postings, capacity, ofPosting }: Floor) {
    this.count = new Int32Array(postings);
    this.start = new Int32Array(postings);
    let seats = 0;
    for (let posting = 0; posting < postings; posting += 1) {
      this.start[posting] = seats;
      // No posting has more people than pairs, however many places it has.
      seats += Math.min(capacity[posting] as number, ofPosting.length[posting] as number);
    }
    this.holder = new Int32Array(seats);
    this.bid = new Float64Array(seats);
  }

  /** Takes a free seat; the last one sets the price. */
  add(posting: number, worker: number, own: number, price: Float64Array, capacity: Int32Array): void {
    const { count, holder, bid } = this;
    const base = this.start[posting] as number;
    let at = count[posting] as number;
    count[posting] = at + 1;
    const full = at + 1 === capacity[posting];
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((bid[base + parent] as number) <= own) break;
      bid[base + at] = bid[base + parent] as number;
      holder[base + at] = holder[base + parent] as number;
      at = parent;
    }
    bid[base + at] = own;
    holder[base + at] = worker;
    if (full) price[posting] = bid[base] as number;
  }

  /** Takes the seat of who bid least, at a full posting; gives who that was. The posting costs what the lowest bid now is. */
  replace(posting: number, worker: number, own: number, price: Float64Array): number {
    const { holder, bid } = this;
    const base = this.start[posting] as number;
    const size = this.count[posting] as number;
    const out = holder[base] as number;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (bid[base + child + 1] as number) < (bid[base + child] as number)) child += 1;
      if ((bid[base + child] as number) >= own) break;
      bid[base + at] = bid[base + child] as number;
      holder[base + at] = holder[base + child] as number;
      at = child;
    }
    bid[base + at] = own;
    holder[base + at] = worker;
    price[posting] = bid[base] as number;
    return out;
  }

  clear(): void {
    this.count.fill(0);
  }

  /** All who have a seat sit down on the floor. */
  sitDown(floor: Floor): void {
    for (let posting = 0; posting < floor.postings; posting += 1) {
      for (let seat = this.start[posting] as number, to = seat + (this.count[posting] as number); seat < to; seat += 1) floor.sit(this.holder[seat] as number, posting);
    }
  }
}
