/* One place too many: the shortest way to a worker who waits, or to the place that may stay empty, by today's prices. Prices fall. */
import { nobody, nowhere, type Floor } from '../floor.ts';

interface End { length: number; posting: number; /** a worker who waits and comes to `posting`, or nobody: then a place of `posting` stays empty */ worker: number }

/** Fills the free places of a posting whose price is above 0, one by one, until they are filled or the price is 0: then the plan is optimal again. Gives what it is worth more, exactly. */
export function fillPlaces(floor: Floor, posting: number): number {
  let more = 0;
  while ((floor.filled[posting] as number) < (floor.capacity[posting] as number) && (floor.price[posting] as number) > 0) more += fillOne(floor, posting);
  return more;
}

function fillOne(floor: Floor, source: number): number {
  const { frontier, price } = floor;
  const before = price[source] as number;
  const end: End = { length: before, posting: source, worker: nobody };
  frontier.begin();
  frontier.offer(source, 0);
  for (let posting = frontier.take(end.length); posting !== nowhere; posting = frontier.take(end.length)) reach(floor, posting, end);
  lowerPrices(floor, end.length);
  let posting = end.posting;
  if (end.worker !== nobody) floor.sit(end.worker, posting);
  while (posting !== source) {
    const worker = floor.via[posting] as number;
    floor.rise(worker);
    const on = floor.towards[posting] as number;
    floor.sit(worker, on);
    posting = on;
  }
  return before - end.length;
}

/** Everybody who could come to this posting, and what it would cost; whoever sits elsewhere leaves a place there. Who sits here already is no nearer than the posting itself. */
function reach(floor: Floor, posting: number, end: End): void {
  const { ofPosting: { start, length, node, weight }, takesPart, at, gain, price, frontier, via, towards } = floor;
  const nearest = frontier.distance;
  const base = (nearest[posting] as number) + (price[posting] as number);
  let limit = end.length;
  for (let entry = start[posting] as number, to = entry + (length[posting] as number); entry < to; entry += 1) {
    const worker = node[entry] as number;
    const distance = base + ((gain[worker] as number) - (weight[entry] as number));
    if (distance >= limit) continue;
    const from = at[worker] as number;
    if (from === nowhere) {
      if (takesPart[worker] === 0) continue;
      limit = distance;
      end.posting = posting;
      end.worker = worker;
      continue;
    }
    if (distance >= (nearest[from] as number)) continue;
    frontier.offer(from, distance);
    via[from] = worker;
    towards[from] = posting;
    const emptied = distance + (price[from] as number);
    if (emptied < limit) {
      limit = emptied;
      end.posting = from;
      end.worker = nobody;
    }
  }
  end.length = limit;
}

/** Everybody at a posting that becomes cheaper gains that much more, not only those who move. */
function lowerPrices(floor: Floor, length: number): void {
  const { frontier, price, gain, first, next } = floor;
  for (const posting of frontier.settled) {
    const by = length - (frontier.distance[posting] as number);
    if (by <= 0) continue;
    price[posting] = (price[posting] as number) - by;
    for (let worker = first[posting] as number; worker !== nobody; worker = next[worker] as number) gain[worker] = (gain[worker] as number) + by;
  }
}
