/* Synthetic halls of three kinds by seed: even wishes, wishes that crowd on the good jobs, and the three-part score. */
import { scoreOf } from '@kuaizhao/db/domain/matching/score.ts';
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';
import { randomOf } from '../../fixtures/random.ts';

export const kinds = ['uniform', 'contended', 'threePart'] as const;
export type Kind = (typeof kinds)[number];

/** 5 to 37 pairs a worker, 21 on average, and 4 places a posting on average, like a morning in a hall. */
export function hall(kind: Kind, workers: number, postings: number, seed: number): Instance {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const capacity = Int32Array.from({ length: postings }, () => 1 + below(7));
  const wage = Float64Array.from({ length: postings }, () => below(1_000));
  const minutes = Array.from({ length: workers }, () => 1 + below(700));
  minutes.sort((a, b) => b - a);
  const placeValue = Array.from({ length: postings }, () => below(600));
  const edgeWorker: number[] = [];
  const edgePosting: number[] = [];
  const edgeWeight: number[] = [];
  const seen = new Int32Array(postings).fill(-1);
  for (let worker = 0; worker < workers; worker += 1) {
    const degree = Math.min(postings, 5 + below(33));
    for (let found = 0; found < degree;) {
      // Crowding: the cube draws most wishes to the first tenth of the postings.
      const posting = kind === 'uniform' ? below(postings) : below(Math.ceil(postings * (kind === 'contended' ? random() ** 2 : Math.sqrt(random()))));
      if (seen[posting] === worker) {
        if (kind !== 'uniform' && random() < 0.2) found += 1;
        continue;
      }
      seen[posting] = worker;
      found += 1;
      edgeWorker.push(worker);
      edgePosting.push(posting);
      edgeWeight.push(weightOf(kind, random, minutes[worker] ?? 1, placeValue[posting] ?? 0, wage[posting] ?? 0));
    }
  }
  return { workers, capacity, edgeWorker: Int32Array.from(edgeWorker), edgePosting: Int32Array.from(edgePosting), edgeWeight: Float64Array.from(edgeWeight) };
}

function weightOf(kind: Kind, random: () => number, minutes: number, place: number, wage: number): number {
  if (kind === 'uniform') return 1 + Math.floor(random() * 1_000_000);
  if (kind === 'contended') return 1 + Math.floor(wage * 900 + random() * 100_000);
  const fit = Math.floor(wage * 0.4 + random() * 600);
  const score = scoreOf({ minutes, place, fit: Math.min(1_000, fit), tie: Math.floor(random() * 1_024) });
  if (!score.ok) throw new Error('a score out of range');
  return score.value;
}
