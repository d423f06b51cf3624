/* The door for a whole instance: lengths, ranges, pairs named twice. */
import { isPlaces, isWeight, no, type PlanRefusal } from './event.ts';
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
  return findTwice(workers, capacity.length, edgeWorker, edgePosting);
}

/** Edges are put in piles by worker; within a pile each posting is marked with the worker. */
function findTwice(workers: number, postings: number, edgeWorker: Int32Array, edgePosting: Int32Array): PlanRefusal | undefined {
  const last = new Int32Array(workers).fill(-1);
  const before = new Int32Array(edgeWorker.length);
  for (let edge = 0; edge < edgeWorker.length; edge += 1) {
    const worker = edgeWorker[edge] as number;
    before[edge] = last[worker] as number;
    last[worker] = edge;
  }
  const mark = new Int32Array(postings).fill(-1);
  for (let worker = 0; worker < workers; worker += 1) {
    for (let edge = last[worker] as number; edge >= 0; edge = before[edge] as number) {
      const posting = edgePosting[edge] as number;
      if (mark[posting] === worker) return no('edgeTwice', { worker, posting }).error;
      mark[posting] = worker;
    }
  }
  return undefined;
}
