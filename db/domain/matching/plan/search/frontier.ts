/* The search's frontier: places by distance, ties by number, so that the same journal takes the same path on every machine. */
import { widerInts, widerNumbers } from '../adjacency.ts';

/** A binary heap whose entries know where they stand. */
export class Frontier {
  /** by place; Infinity for those no way led to yet, so that one comparison tells whether a way is shorter */
  distance: Float64Array<ArrayBuffer>;
  private heap: Int32Array<ArrayBuffer>;
  private position: Int32Array<ArrayBuffer>;
  private size = 0;
  /** places taken out so far, in that order */
  readonly settled: number[] = [];

  constructor(places: number) {
    this.distance = new Float64Array(places).fill(Infinity);
    this.heap = new Int32Array(places);
    this.position = new Int32Array(places);
  }

  addPlaces(places: number): void {
    this.distance = widerNumbers(this.distance, places, Infinity);
    this.heap = widerInts(this.heap, places);
    this.position = widerInts(this.position, places);
  }

  /** Forgets the last search, in as many steps as it met places. */
  begin(): void {
    const { distance, heap, settled } = this;
    for (let n = 0; n < settled.length; n += 1) distance[settled[n] as number] = Infinity;
    for (let n = 0; n < this.size; n += 1) distance[heap[n] as number] = Infinity;
    this.size = 0;
    settled.length = 0;
  }

  /** A way to the place that is shorter than `distance` says. Never for one that is settled. */
  offer(place: number, distance: number): void {
    let at = this.size;
    if (this.distance[place] === Infinity) this.size += 1;
    else at = this.position[place] as number;
    this.distance[place] = distance;
    this.up(at, place, distance);
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
