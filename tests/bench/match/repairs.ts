/* How long the plan takes to be optimal again after one event, by kind of event, on a hall that stays as full as it was. */
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import type { PlanEvent } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { randomOf } from '../../fixtures/random.ts';
import { percentile } from '../percentile.ts';

/** `any`: all kinds together, as often as they come in a round. */
export interface Repair { readonly event: PlanEvent['type'] | 'any'; readonly count: number; readonly medianMs: number; readonly p95Ms: number; readonly p99Ms: number; readonly maxMs: number }

/** Rounds of leave, arrive, decline, other weights, close, open, headcount, lock and unlock, each event timed alone; the proof is asked at the end of each 100 rounds. */
export function measureRepairs(instance: Instance, rounds: number, seed: number): { readonly repairs: readonly Repair[]; readonly certificateOk: boolean } {
  const made = Plan.of(instance);
  if (!made.ok) throw new Error(made.error.code);
  const plan = made.value;
  const samples = new Map<PlanEvent['type'], number[]>();
  const apply = (event: PlanEvent): void => {
    const from = performance.now();
    const done = plan.apply(event);
    const ms = performance.now() - from;
    if (!done.ok) throw new Error(`${event.type}: ${done.error.code}`);
    const all = samples.get(event.type);
    if (all === undefined) samples.set(event.type, [ms]);
    else all.push(ms);
  };
  const random = randomOf(seed);
  let certificateOk = true;
  const edges = listsOf(instance);
  for (let round = 0; round < rounds; round += 1) {
    for (const event of oneRound(plan, instance, edges, random)) apply(event);
    if (round % 100 === 99 || round === rounds - 1) certificateOk &&= certify(plan.claim()).optimal;
  }
  const repairs = [...samples, ['any', [...samples.values()].flat()] as const].map(([event, all]) => ({ event, count: all.length, medianMs: percentile(all, 0.5), p95Ms: percentile(all, 0.95), p99Ms: percentile(all, 0.99), maxMs: percentile(all, 1) }));
  return { repairs, certificateOk };
}

interface Lists { readonly ofWorker: { posting: number; weight: number }[][]; readonly ofPosting: { worker: number; weight: number }[][] }

function listsOf({ workers, capacity, edgeWorker, edgePosting, edgeWeight }: Instance): Lists {
  const lists: Lists = { ofWorker: Array.from({ length: workers }, () => []), ofPosting: Array.from(capacity, () => []) };
  edgeWeight.forEach((weight, edge) => {
    lists.ofWorker[edgeWorker[edge]!]!.push({ posting: edgePosting[edge]!, weight });
    lists.ofPosting[edgePosting[edge]!]!.push({ worker: edgeWorker[edge]!, weight });
  });
  return lists;
}

/** What is taken away is given back in the same round, so that every round finds the hall as it was. */
function* oneRound(plan: Plan, { workers, capacity }: Instance, { ofWorker, ofPosting }: Lists, random: () => number): Generator<PlanEvent> {
  const below = (limit: number): number => Math.floor(random() * limit);
  const worker = below(workers);
  yield { type: 'removeWorker', worker };
  yield { type: 'insertWorker', worker, edges: ofWorker[worker]! };
  const placed = below(workers);
  const posting = plan.postingOf(placed);
  if (posting !== undefined) {
    const weight = plan.weightOf(placed, posting)!;
    yield { type: 'lock', worker: placed, posting };
    yield { type: 'unlock', worker: placed };
    const now = plan.postingOf(placed) ?? posting;
    const declined = plan.weightOf(placed, now) ?? weight;
    yield { type: 'killEdge', worker: placed, posting: now };
    yield { type: 'addEdge', worker: placed, posting: now, weight: declined };
  }
  const other = below(capacity.length);
  yield { type: 'changeHeadcount', posting: other, places: capacity[other]! + 1 };
  yield { type: 'changeHeadcount', posting: other, places: capacity[other]! };
  const raised = ofPosting[other]!.map(({ worker, weight }) => ({ worker, weight: weight + Math.floor(weight / 100) }));
  yield { type: 'changeWeights', posting: other, edges: raised };
  yield { type: 'changeWeights', posting: other, edges: ofPosting[other]! };
  yield { type: 'closePosting', posting: other };
  yield { type: 'openPosting', posting: other, places: capacity[other]!, edges: ofPosting[other]! };
}
