/* The search's frontier: places by distance, ties by number, so that the same journal takes the same path on every machine. */
import { widerInts, widerNumbers } from './adjacency.ts';

/** A binary heap whose entries know where they stand; `begin` forgets the last search in no time. */
export class Frontier {
  distance: Float64Array<ArrayBuffer>;
  private heap: Int32Array<ArrayBuffer>;
  private position: Int32Array<ArrayBuffer>;
  private seen: Int32Array<ArrayBuffer>;
  private search = 0;
  private size = 0;
  /** places taken out so far, in that order */
  readonly settled: number[] = [];

  constructor(places: number) {
    this.distance = new Float64Array(places);
    this.heap = new Int32Array(places);
    this.position = new Int32Array(places);
    this.seen = new Int32Array(places);
  }

  addPlaces(places: number): void {
    this.distance = widerNumbers(this.distance, places);
    this.heap = widerInts(this.heap, places);
    this.position = widerInts(this.position, places);
    this.seen = widerInts(this.seen, places);
  }

  begin(): void {
    this.size = 0;
    this.settled.length = 0;
    // The count of searches starts again long before it would leave 32 bits.
    if (this.search === 0x7fff_fffe) { this.seen.fill(0); this.search = 0; }
    this.search += 1;
  }

  /** True when this is a shorter way to the place than any before. */
  offer(place: number, distance: number): boolean {
    if (this.seen[place] === this.search) {
      if (distance >= (this.distance[place] as number)) return false;
      this.distance[place] = distance;
      this.up(this.position[place] as number, place, distance);
      return true;
    }
    this.seen[place] = this.search;
    this.distance[place] = distance;
    this.up(this.size, place, distance);
    this.size += 1;
    return true;
  }

  /** The nearest place if it is nearer than the limit, else -1; it counts as settled. */
  take(limit: number): number {
    if (this.size === 0) return -1;
    const top = this.heap[0] as number;
    if ((this.distance[top] as number) >= limit) return -1;
    this.size -= 1;
    if (this.size > 0) this.down(this.heap[this.size] as number);
    this.settled.push(top);
    return top;
  }

  private up(from: number, place: number, distance: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent] as number;
      const far = this.distance[above] as number;
      if (far < distance || (far === distance && above < place)) break;
      this.heap[at] = above;
      this.position[above] = at;
      at = parent;
    }
    this.heap[at] = place;
    this.position[place] = at;
  }

  private down(place: number): void {
    const { heap, distance, position, size } = this;
    const far = distance[place] as number;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      let below = heap[child] as number;
      if (child + 1 < size) {
        const right = heap[child + 1] as number;
        const [a, b] = [distance[below] as number, distance[right] as number];
        if (b < a || (b === a && right < below)) { child += 1; below = right; }
      }
      const near = distance[below] as number;
      if (near > far || (near === far && below > place)) break;
      heap[at] = below;
      position[below] = at;
      at = child;
    }
    heap[at] = place;
    position[place] = at;
  }
}
