/* Several workers too many at once: where their ways are long, one search from all ends makes the ways of the others short. */
import { nobody, nowhere, type Floor } from '../floor.ts';
import { seekPlace } from './seek-place.ts';

/** The search from all ends reads the whole floor: it is worth it when those who are left would settle so many times as many postings together as there are. */
const worthIt = 2;

/** Each in turn, as `seekPlace`. */
export function seekPlaces(floor: Floor, workers: readonly number[]): void {
  let raised = false;
  for (const [n, worker] of workers.entries()) {
    seekPlace(floor, worker);
    const left = workers.length - 1 - n;
    if (raised || left * floor.frontier.settled.length <= worthIt * floor.postings) continue;
    raiseAll(floor);
    raised = true;
  }
}

/**
 * Raises every price as far as the plan allows: by how far it is from the posting to the nearest end, a free place or a worker there who goes without. The plan and its
 * proof stay; whoever seeks next finds a way that costs nothing more, so that hardly anything has to be looked at.
 */
function raiseAll(floor: Floor): void {
  const { frontier, first, next, gain, capacity, filled, price, postings } = floor;
  frontier.begin();
  for (let posting = 0; posting < postings; posting += 1) {
    if (capacity[posting] === 0) continue;
    let nearest = Infinity;
    if ((filled[posting] as number) < (capacity[posting] as number)) nearest = 0;
    else for (let worker = first[posting] as number; worker !== nobody; worker = next[worker] as number) nearest = Math.min(nearest, gain[worker] as number);
    if (nearest < Infinity) frontier.offer(posting, nearest);
  }
  for (let posting = frontier.take(Infinity); posting !== nowhere; posting = frontier.take(Infinity)) comeFrom(floor, posting);
  for (const posting of frontier.settled) {
    const by = frontier.distance[posting] as number;
    if (by === 0) continue;
    price[posting] = (price[posting] as number) + by;
    for (let worker = first[posting] as number; worker !== nobody; worker = next[worker] as number) gain[worker] = (gain[worker] as number) - by;
  }
}

/** Everybody who could come to this posting brings the end that is nearest to it nearer to the posting where they are. */
function comeFrom(floor: Floor, posting: number): void {
  const { ofPosting: { start, length, node, weight }, at, gain, price, frontier } = floor;
  const nearest = frontier.distance;
  const base = (nearest[posting] as number) + (price[posting] as number);
  for (let entry = start[posting] as number, to = entry + (length[posting] as number); entry < to; entry += 1) {
    const worker = node[entry] as number;
    const from = at[worker] as number;
    if (from === nowhere) continue;
    const distance = base + ((gain[worker] as number) - (weight[entry] as number));
    if (distance < (nearest[from] as number)) frontier.offer(from, distance);
  }
}
