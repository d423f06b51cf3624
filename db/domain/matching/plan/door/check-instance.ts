/* The door for a whole instance: lengths, ranges, pairs named twice. */
import { isPlaces, isWeight, no, type PlanRefusal } from './event.ts';
import type { Adjacency } from '../adjacency.ts';
import type { Instance } from '../floor.ts';

/** The first thing wrong with the instance, or undefined. One pass over the edges. */
export function checkInstance({ workers, capacity, edgeWorker, edgePosting, edgeWeight }: Instance): PlanRefusal | undefined {
  const edges = edgeWeight.length;
  if (!Number.isInteger(workers) || workers < 0 || edgeWorker.length !== edges || edgePosting.length !== edges) return no('malformed').error;
  const wrongPlaces = capacity.findIndex((places) => !isPlaces(places));
  if (wrongPlaces >= 0) return no('placesWrong', { posting: wrongPlaces }).error;
  for (let edge = 0; edge < edges; edge += 1) {
    const [worker, posting] = [edgeWorker[edge] as number, edgePosting[edge] as number];
    if (worker < 0 || worker >= workers) return no('workerUnknown', { worker }).error;
    if (posting < 0 || posting >= capacity.length) return no('postingUnknown', { posting }).error;
    if (!isWeight(edgeWeight[edge] as number)) return no('weightWrong', { worker, posting }).error;
  }
  return undefined;
}

/** The first pair that the lists of the workers name twice, or undefined: each posting is marked with the worker who named it last. */
export function findTwice({ start, length, node }: Adjacency, workers: number, postings: number): PlanRefusal | undefined {
  const mark = new Int32Array(postings).fill(-1);
  for (let worker = 0; worker < workers; worker += 1) {
    for (let entry = start[worker] as number, to = entry + (length[worker] as number); entry < to; entry += 1) {
      const posting = node[entry] as number;
      if (mark[posting] === worker) return no('edgeTwice', { worker, posting }).error;
      mark[posting] = worker;
    }
  }
  return undefined;
}
