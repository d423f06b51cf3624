/* How the plan is optimal again after each kind of event, by shortest ways along today's prices; never from scratch. */
import { fillPlaces } from './fill-place.ts';
import { nobody, nowhere, type Floor } from '../floor.ts';
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

/** A pair that takes no part any more: the worker keeps everything else, and seeks before the place is filled, as the way may end there. */
export function parts(floor: Floor, worker: number, posting: number): void {
  const together = floor.at[worker] === posting;
  floor.ofWorker.drop(worker, posting);
  floor.ofPosting.drop(posting, worker);
  if (together) seekAnew(floor, worker);
}

/** A pair that is new: only a worker who gains by it seeks again. */
export function meets(floor: Floor, worker: number, posting: number, weight: number): void {
  if (floor.takesPart[worker] === 0 || (floor.capacity[posting] as number) === 0) return;
  if (weight - (floor.price[posting] as number) > (floor.gain[worker] as number)) seekAnew(floor, worker);
}

function seekAnew(floor: Floor, worker: number): void {
  const from = floor.at[worker] as number;
  floor.rise(worker);
  seekPlace(floor, worker);
  if (from !== nowhere) fillPlaces(floor, from);
}

/**
 * A posting whose edges are new or have changed: an offer is what somebody would gain here above what they gain elsewhere. The best offers have the places, the
 * last of them is the price (any down to the first that has none would do; this one tells those who wait what a place costs). Then those who had to leave seek again, and the places that others left are filled.
 */
export function priceAnew(floor: Floor, posting: number): void {
  const { offers, leaving } = offersFor(floor, posting);
  const places = floor.capacity[posting] as number;
  const price = offers[places - 1]?.offer ?? 0;
  floor.price[posting] = price;
  for (const { worker } of offers.slice(places)) if (floor.at[worker] === posting) leaving.push(worker);
  for (const worker of leaving) floor.rise(worker);
  const left: number[] = [];
  for (const { worker, weight } of offers.slice(0, places)) {
    const from = floor.at[worker] as number;
    floor.gain[worker] = weight - price;
    if (from === posting) continue;
    floor.rise(worker);
    floor.sit(worker, posting);
    if (from !== nowhere) left.push(from);
  }
  for (const worker of leaving) seekPlace(floor, worker);
  for (const from of left) fillPlaces(floor, from);
}

interface Offer { readonly worker: number; readonly offer: number; readonly weight: number }

/** The best first; of equals those who are here already, then the smaller number. `leaving` are those here who would gain more elsewhere even at no price. */
function offersFor(floor: Floor, posting: number): { readonly offers: readonly Offer[]; readonly leaving: number[] } {
  const { ofPosting: { start, length, node, weight }, takesPart, at, gain } = floor;
  const offers: Offer[] = [];
  const leaving: number[] = [];
  for (let entry = start[posting] as number, to = entry + (length[posting] as number); entry < to; entry += 1) {
    const worker = node[entry] as number;
    if (takesPart[worker] === 0) continue;
    const [here, worth] = [at[worker] === posting, weight[entry] as number];
    const offer = worth - (here ? floor.bestGain(worker, posting) : gain[worker] as number);
    if (offer > 0 || (here && offer === 0)) offers.push({ worker, offer, weight: worth });
    else if (here) leaving.push(worker);
  }
  offers.sort((a, b) => b.offer - a.offer || Number(at[b.worker] === posting) - Number(at[a.worker] === posting) || a.worker - b.worker);
  return { offers, leaving };
}

/** So many places more or fewer than there are. A posting without places takes no part and has no price. */
export function setPlaces(floor: Floor, posting: number, places: number): void {
  const more = places - (floor.capacity[posting] as number);
  if (more > 0) givePlaces(floor, posting, more);
  else takePlaces(floor, posting, -more);
}

/** Gives what the plan of those who go alone is worth more by it, exactly. */
export function givePlaces(floor: Floor, posting: number, more: number): number {
  if (floor.capacity[posting] === 0) floor.price[posting] = bestOffer(floor, posting);
  floor.capacity[posting] = (floor.capacity[posting] as number) + more;
  return fillPlaces(floor, posting);
}

/** The most that anybody who takes part would give for a place of a posting where nobody is. */
export function bestOffer({ takesPart, gain, ofPosting: { start, length, node, weight } }: Floor, posting: number): number {
  let most = 0;
  for (let entry = start[posting] as number, to = entry + (length[posting] as number); entry < to; entry += 1) {
    const worker = node[entry] as number;
    if (takesPart[worker] === 1) most = Math.max(most, (weight[entry] as number) - (gain[worker] as number));
  }
  return most;
}

/** Takes so many places away, one at a time; gives what all that remain are worth less by it, exactly. */
export function takePlaces(floor: Floor, posting: number, fewer: number): number {
  let cost = 0;
  for (let one = 0; one < fewer; one += 1) {
    const left = (floor.capacity[posting] as number) - 1;
    floor.capacity[posting] = left;
    if ((floor.filled[posting] as number) > left) cost += (floor.price[posting] as number) + giveUpPlace(floor, posting);
  }
  if (floor.capacity[posting] === 0) floor.price[posting] = 0;
  return cost;
}

/** A pair that takes part no more: at once where the two are planned together, as prices prove the rest as it stands. */
export function takeOut(floor: Floor, worker: number, posting: number): void {
  const from = floor.at[worker] as number;
  floor.rise(worker);
  floor.takesPart[worker] = 0;
  floor.gain[worker] = 0;
  if (from === posting) floor.capacity[posting] = (floor.capacity[posting] as number) - 1;
  setPlaces(floor, posting, (floor.capacity[posting] as number) - (from === posting ? 0 : 1));
  if (from !== nowhere && from !== posting) fillPlaces(floor, from);
}

/** A place that takes part again, and with it the worker who had it, unless nobody comes with it. */
export function bringBack(floor: Floor, posting: number, worker = nobody): void {
  const places = (floor.capacity[posting] as number) + 1;
  // Without a price the posting must be priced first; else the worker seeks first, as the way may end at this very place.
  if (places === 1) givePlaces(floor, posting, 1);
  floor.capacity[posting] = places;
  if (worker !== nobody) comeIn(floor, worker);
  fillPlaces(floor, posting);
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
