/* How the plan is optimal again after each kind of event, by shortest ways along today's prices; never from scratch. */
import { fillPlaces } from './fill-place.ts';
import { nobody, nowhere, type Floor } from './floor.ts';
import { giveUpPlace, seekPlace } from './seek-place.ts';

/** A worker who takes part from now on. */
export function comeIn(floor: Floor, worker: number): void {
  floor.takesPart[worker] = 1;
  seekPlace(floor, worker);
}

/** A worker who takes no part any more; whoever gains by the place gets it. */
export function goOut(floor: Floor, worker: number): void {
  const from = floor.at[worker] as number;
  floor.rise(worker);
  floor.takesPart[worker] = 0;
  floor.gain[worker] = 0;
  if (from !== nowhere) fillPlaces(floor, from);
}

/** A pair that takes no part any more: the worker keeps everything else. */
export function parts(floor: Floor, worker: number, posting: number): void {
  const together = floor.at[worker] === posting;
  floor.ofWorker.drop(worker, posting);
  floor.ofPosting.drop(posting, worker);
  if (!together) return;
  goOut(floor, worker);
  comeIn(floor, worker);
}

/**
 * A posting whose edges are new or have changed: the lowest price at which nobody elsewhere is drawn to it, then whoever is there and would now gain more
 * elsewhere (or nothing) leaves, the places left are filled, and those who left seek again.
 */
export function priceAnew(floor: Floor, posting: number): void {
  const { ofPosting: { start, length, node, weight }, takesPart, at, gain } = floor;
  let price = 0;
  for (let entry = start[posting] as number, to = entry + (length[posting] as number); entry < to; entry += 1) {
    const worker = node[entry] as number;
    if (takesPart[worker] === 1 && at[worker] !== posting) price = Math.max(price, (weight[entry] as number) - (gain[worker] as number));
  }
  floor.price[posting] = price;
  const leaving: number[] = [];
  for (let entry = start[posting] as number, to = entry + (length[posting] as number); entry < to; entry += 1) {
    const worker = node[entry] as number;
    if (at[worker] !== posting) continue;
    gain[worker] = (weight[entry] as number) - price;
    if (gain[worker] < floor.bestGain(worker, posting)) leaving.push(worker);
  }
  for (const worker of leaving) {
    floor.rise(worker);
    takesPart[worker] = 0;
    gain[worker] = 0;
  }
  fillPlaces(floor, posting);
  for (const worker of leaving) comeIn(floor, worker);
}

/** More places, or fewer, one at a time. A posting without places takes no part and has no price. */
export function setPlaces(floor: Floor, posting: number, places: number): void {
  const before = floor.capacity[posting] as number;
  if (places > before) {
    floor.capacity[posting] = places;
    if (before === 0) priceAnew(floor, posting);
    else fillPlaces(floor, posting);
  }
  for (let left = before - 1; left >= places; left -= 1) {
    floor.capacity[posting] = left;
    if ((floor.filled[posting] as number) > left) giveUpPlace(floor, posting);
  }
  if (places === 0) floor.price[posting] = 0;
}

/** A posting that takes no part any more; everybody there seeks again, in the order of their numbers. */
export function shut(floor: Floor, posting: number): void {
  const there: number[] = [];
  for (let worker = floor.first[posting] as number; worker !== nobody; worker = floor.next[worker] as number) there.push(worker);
  there.sort((a, b) => a - b);
  for (const worker of there) {
    floor.rise(worker);
    floor.gain[worker] = 0;
  }
  floor.capacity[posting] = 0;
  floor.price[posting] = 0;
  for (const worker of there) seekPlace(floor, worker);
}
