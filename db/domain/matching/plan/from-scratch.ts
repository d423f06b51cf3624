/* The optimum of a whole instance: first prices, everybody to a best place while there is room, then the searches put right what is left. */
import { fillPlaces } from './fill-place.ts';
import { findFirstPrices } from './first-prices.ts';
import { nowhere, type Floor } from './floor.ts';
import { seekPlace } from './seek-place.ts';

/** Any prices are a correct beginning: who gains by a full posting seeks, and a posting dearer than nothing whose places are free gets cheaper. */
export function planFromScratch(floor: Floor): void {
  findFirstPrices(floor);
  const seeking: number[] = [];
  for (let worker = 0; worker < floor.workers; worker += 1) {
    floor.takesPart[worker] = 1;
    if (!sitAtBest(floor, worker)) seeking.push(worker);
  }
  for (const worker of seeking) seekPlace(floor, worker);
  for (let posting = 0; posting < floor.postings; posting += 1) fillPlaces(floor, posting);
}

/** False when there is something to gain but no room where it would be most. */
function sitAtBest(floor: Floor, worker: number): boolean {
  const { ofWorker: { start, length, node, weight }, price, capacity, filled } = floor;
  let [best, posting] = [0, nowhere];
  for (let entry = start[worker] as number, to = entry + (length[worker] as number); entry < to; entry += 1) {
    const one = node[entry] as number;
    const gain = (weight[entry] as number) - (price[one] as number);
    if (gain < best || gain === 0) continue;
    const free = (filled[one] as number) < (capacity[one] as number);
    if (gain === best && !free) continue;
    if (gain > best) posting = nowhere;
    best = gain;
    if (free) posting = one;
  }
  floor.gain[worker] = best;
  if (posting !== nowhere) floor.sit(worker, posting);
  return best === 0 || posting !== nowhere;
}
