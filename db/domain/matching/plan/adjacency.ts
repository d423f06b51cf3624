/* Lists of (node, weight) for many owners in two flat arrays: reading a list is reading memory in a row, and lists may still grow and shrink. */

/** A list that outgrows its block moves to the end with this many times its room. */
const growth = 2;
const smallestBlock = 4;

/** Owners and nodes are small integers. The order inside a list depends on nothing but the calls made. */
export class Adjacency {
  /** where the list of an owner begins in `node` and `weight` */
  start: Int32Array<ArrayBuffer>;
  length: Int32Array<ArrayBuffer>;
  private room: Int32Array<ArrayBuffer>;
  node: Int32Array<ArrayBuffer>;
  weight: Float64Array<ArrayBuffer>;
  private end = 0;

  constructor(owners: number, entries: number) {
    this.start = new Int32Array(owners);
    this.length = new Int32Array(owners);
    this.room = new Int32Array(owners);
    this.node = new Int32Array(entries);
    this.weight = new Float64Array(entries);
  }

  /** All lists at once, each in the order of the entries, with no room to spare. */
  static of(owners: number, owner: Int32Array, node: Int32Array, weight: Float64Array): Adjacency {
    const lists = new Adjacency(owners, owner.length);
    const { start, length, room } = lists;
    for (let entry = 0; entry < owner.length; entry += 1) room[owner[entry] as number] = (room[owner[entry] as number] as number) + 1;
    let at = 0;
    for (let one = 0; one < owners; one += 1) {
      start[one] = at;
      at += room[one] as number;
    }
    for (let entry = 0; entry < owner.length; entry += 1) {
      const one = owner[entry] as number;
      const place = (start[one] as number) + (length[one] as number);
      lists.node[place] = node[entry] as number;
      lists.weight[place] = weight[entry] as number;
      length[one] = (length[one] as number) + 1;
    }
    lists.end = at;
    return lists;
  }

  addOwners(owners: number): void {
    this.start = widerInts(this.start, owners);
    this.length = widerInts(this.length, owners);
    this.room = widerInts(this.room, owners);
  }

  add(owner: number, node: number, weight: number): void {
    const length = this.length[owner] as number;
    if (length === this.room[owner]) this.move(owner, Math.max(smallestBlock, length * growth));
    const place = (this.start[owner] as number) + length;
    this.node[place] = node;
    this.weight[place] = weight;
    this.length[owner] = length + 1;
  }

  /** Where the entry stands, -1 when there is none. */
  find(owner: number, node: number): number {
    const from = this.start[owner] as number;
    for (let at = from, to = from + (this.length[owner] as number); at < to; at += 1) if (this.node[at] === node) return at;
    return -1;
  }

  /** The last entry takes the place of the one that goes. */
  drop(owner: number, node: number): void {
    const at = this.find(owner, node);
    if (at < 0) return;
    const length = (this.length[owner] as number) - 1;
    const last = (this.start[owner] as number) + length;
    this.node[at] = this.node[last] as number;
    this.weight[at] = this.weight[last] as number;
    this.length[owner] = length;
  }

  /** Two entries of one list change places. */
  swap(one: number, other: number): void {
    const [node, weight] = [this.node[one] as number, this.weight[one] as number];
    this.node[one] = this.node[other] as number;
    this.weight[one] = this.weight[other] as number;
    this.node[other] = node;
    this.weight[other] = weight;
  }

  clear(owner: number): void {
    this.length[owner] = 0;
  }

  private move(owner: number, room: number): void {
    if (this.end + room > this.node.length) this.makeRoom(room);
    const from = this.start[owner] as number;
    const to = from + (this.length[owner] as number);
    this.node.copyWithin(this.end, from, to);
    this.weight.copyWithin(this.end, from, to);
    this.start[owner] = this.end;
    this.room[owner] = room;
    this.end += room;
  }

  /** Blocks left behind are given back here: all lists move together into new arrays, half as large again as what is in use. */
  private makeRoom(wanted: number): void {
    let used = wanted;
    for (const room of this.room) used += room;
    const size = used + (used >> 1);
    const node = new Int32Array(size);
    const weight = new Float64Array(size);
    let at = 0;
    for (let owner = 0; owner < this.start.length; owner += 1) {
      const from = this.start[owner] as number;
      const to = from + (this.length[owner] as number);
      node.set(this.node.subarray(from, to), at);
      weight.set(this.weight.subarray(from, to), at);
      this.start[owner] = at;
      at += this.room[owner] as number;
    }
    this.node = node;
    this.weight = weight;
    this.end = at;
  }
}

export function widerInts(array: Int32Array<ArrayBuffer>, size: number, fill = 0): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(size).fill(fill);
  wide.set(array);
  return wide;
}

export function widerNumbers(array: Float64Array<ArrayBuffer>, size: number, fill = 0): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(size).fill(fill);
  wide.set(array);
  return wide;
}
