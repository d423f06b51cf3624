/* The optimum of a whole instance: the market seats nearly everybody, the searches put right what is left. */
import { fillPlaces } from './search/fill-place.ts';
import { nowhere, type Floor } from './floor.ts';
import { holdMarket } from './market.ts';
import { seekPlace } from './search/seek-place.ts';

/**
 * Whatever the market leaves is a correct beginning, as long as those seated sit where they gain most: who would gain and has no place seeks (a posting with a free
 * place takes anybody, whatever it costs), then places that are still free at a price get cheaper. Everybody takes part; nobody sits before.
 */
export function planFromScratch(floor: Floor): void {
  const left = holdMarket(floor);
  for (let worker = 0; worker < floor.workers; worker += 1) {
    floor.takesPart[worker] = 1;
    const at = floor.at[worker] as number;
    floor.gain[worker] = at === nowhere ? 0 : (floor.ofWorker.weight[floor.ofWorker.find(worker, at)] as number) - (floor.price[at] as number);
  }
  for (const worker of left) seekPlace(floor, worker);
  for (let posting = 0; posting < floor.postings; posting += 1) fillPlaces(floor, posting);
}
