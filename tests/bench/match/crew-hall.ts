/* A synthetic hall where some of the people came as crews, the plan of it, and the best there is by branch and bound. */
import type { Highs } from 'highs';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { shiftOfHall } from '@kuaizhao/db/domain/matching/score.ts';
import { randomOf } from '../../fixtures/random.ts';
import { hall, type Kind } from './instances.ts';

export interface Unit { readonly size: number; readonly edges: readonly { readonly posting: number; readonly weight: number }[] }
export interface CrewHall { readonly capacity: Int32Array; readonly units: readonly Unit[]; readonly heads: number; readonly headsInCrews: number }

const share = 0.15;

/** 15% of the people in crews of 2 to 6, each with the pairs of its latest member; every head fits differently. */
export function crewHall(kind: Kind, workers: number, postings: number, seed: number): CrewHall {
  const { capacity, edgeWorker, edgePosting, edgeWeight } = hall(kind, workers, postings, seed);
  const random = randomOf(seed + 1);
  const below = (limit: number): number => Math.floor(random() * limit);
  const edgesOf: { posting: number; weight: number }[][] = Array.from({ length: workers }, () => []);
  edgeWeight.forEach((weight, edge) => edgesOf[edgeWorker[edge]!]!.push({ posting: edgePosting[edge]!, weight }));
  const units: Unit[] = [];
  let headsInCrews = 0;
  for (let worker = 0; worker < workers;) {
    const size = Math.min(workers - worker, headsInCrews < share * worker ? 2 + below(5) : 1);
    worker += size;
    const edges = edgesOf[worker - 1]!;
    if (size > 1) headsInCrews += size;
    units.push(size === 1 ? { size, edges } : { size, edges: edges.map(({ posting, weight }) => ({ posting, weight: Array.from({ length: size }, () => ofHead(kind, weight, random)).reduce((sum, one) => sum + one, 0) })) });
  }
  return { capacity, units, heads: workers, headsInCrews };
}

/** The same arrival and the same place, another fit. */
function ofHead(kind: Kind, weight: number, random: () => number): number {
  if (kind !== 'threePart') return Math.max(1, Math.floor(weight * (0.9 + 0.1 * random())));
  return Math.floor(weight / 2 ** shiftOfHall) * 2 ** shiftOfHall + Math.floor(random() * 1_000 * 1_024);
}

/** Postings first, then everybody in the order of the hall, which is that of arrival; `ms` for all of it. */
export function planCrewHall({ capacity, units }: CrewHall): { readonly plan: Plan; readonly ms: number } {
  const plan = Plan.empty();
  const from = performance.now();
  capacity.forEach((places, posting) => plan.apply({ type: 'openPosting', posting, places, edges: [] }));
  units.forEach(({ size, edges }, worker) => {
    const done = plan.apply({ type: 'insertWorker', worker, edges, size });
    if (!done.ok) throw new Error(done.error.code);
  });
  return { plan, ms: performance.now() - from };
}

/** The best value that HiGHS finds, crews as whole numbers. Weights are scaled to at most 1,000 a head; `limitSeconds` ends it early, with what it has. */
export function bestByBranching(highs: Highs, { capacity, units }: CrewHall, limitSeconds: number): { readonly ms: number; readonly value: bigint; readonly proved: boolean } {
  const from = performance.now();
  const edges = units.flatMap(({ size, edges: of }, unit) => of.filter(({ posting }) => capacity[posting]! >= size).map(({ posting, weight }) => ({ unit, size, posting, weight })));
  const largest = edges.reduce((most, { weight, size }) => Math.max(most, weight / size), 1);
  const rows = units.length + capacity.length;
  const rowUpper = new Float64Array(rows).fill(1);
  capacity.forEach((places, posting) => { rowUpper[units.length + posting] = places; });
  const model = highs.createModel({
    numCols: edges.length, numRows: rows, sense: highs.constants.objectiveSense.maximize, colCost: Float64Array.from(edges, ({ weight }) => weight / largest * 1_000),
    colLower: new Float64Array(edges.length), colUpper: new Float64Array(edges.length).fill(1), rowLower: new Float64Array(rows).fill(-highs.infinity), rowUpper,
    integrality: Int32Array.from(edges, ({ size }) => (size > 1 ? 1 : 0)),
    matrix: {
      format: 'csc', numCols: edges.length, numRows: rows, starts: Int32Array.from({ length: edges.length + 1 }, (_, edge) => 2 * edge),
      indices: Int32Array.from(edges.flatMap(({ unit, posting }) => [unit, units.length + posting])), values: Float64Array.from(edges.flatMap(({ size }) => [1, size])),
    },
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 1e-7, time_limit: limitSeconds });
    model.run();
    const { colValue } = model.getSolution();
    let value = 0n;
    colValue.forEach((one, edge) => { if (one > 0.5) value += BigInt(edges[edge]!.weight); });
    return { ms: performance.now() - from, value, proved: model.getModelStatus() === highs.constants.modelStatus.optimal };
  } finally {
    model.dispose();
  }
}

/** By how much the plan is below the best, in percent, to the thousandth. */
export const gapPercent = (value: bigint, best: bigint): number => Number((best - value) * 100_000n / best) / 1_000;
