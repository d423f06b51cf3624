/* Small halls and random events by seed, and the slow, plain ways to the same answers. */
import type { Id, PlanEvent } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';

/** What a test says of its seed when it fails; `SEED=7` for another run. */
export const seed = Number(process.env['SEED'] ?? 20_261_121);

/** `MATCH_LONG=1 npx vitest run --project unit tests/db/domain/matching/plan` asks for the many; CI for the few. */
export const fewOrMany = (few: number, many: number): number => (process.env['MATCH_LONG'] === '1' ? many : few);
/** For a test that takes minutes in the long run. */
export const longTimeoutMs = 3_600_000;

export type Triple = readonly [worker: number, posting: number, weight: number];

export function instanceOf(workers: number, capacity: readonly number[], edges: readonly Triple[]): Instance {
  return {
    workers, capacity: Int32Array.from(capacity),
    edgeWorker: Int32Array.from(edges, ([worker]) => worker), edgePosting: Int32Array.from(edges, ([, posting]) => posting), edgeWeight: Float64Array.from(edges, ([, , weight]) => weight),
  };
}

export const triplesOf = (instance: Instance): Triple[] => Array.from(instance.edgeWeight, (weight, edge) => [instance.edgeWorker[edge]!, instance.edgePosting[edge]!, weight] as const);

/** Weights of few values (many ties), of many, or as large as they may be. */
export function randomInstance(random: () => number, mostWorkers: number, mostPostings: number): Instance {
  const below = (limit: number): number => Math.floor(random() * limit);
  const largest = [3, 100, 2 ** 33 * 4_000, 2 ** 50][below(4)]!;
  const workers = below(mostWorkers + 1);
  const capacity = Array.from({ length: below(mostPostings + 1) }, () => 1 + below(3));
  const density = random();
  const edges: Triple[] = [];
  for (let worker = 0; worker < workers; worker += 1) {
    for (let posting = 0; posting < capacity.length; posting += 1) if (random() < density) edges.push([worker, posting, 1 + below(largest)]);
  }
  return instanceOf(workers, capacity, edges);
}

/** The best value by trying everything; for a handful of workers. */
export function bruteForce({ workers, capacity, edgeWorker, edgePosting, edgeWeight }: Instance): bigint {
  const left = Array.from(capacity);
  const of: [number, bigint][][] = Array.from({ length: workers }, () => []);
  edgeWeight.forEach((weight, edge) => of[edgeWorker[edge]!]!.push([edgePosting[edge]!, BigInt(weight)]));
  const best = (worker: number): bigint => {
    if (worker === workers) return 0n;
    let most = best(worker + 1);
    for (const [posting, weight] of of[worker]!) {
      if (left[posting] === 0) continue;
      left[posting]! -= 1;
      const value = weight + best(worker + 1);
      left[posting]! += 1;
      if (value > most) most = value;
    }
    return most;
  };
  return best(0);
}

export function solved(instance: Instance): Plan {
  const plan = Plan.of(instance);
  if (!plan.ok) throw new Error(`refused: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

/** The proven value; throws when the proof does not hold. */
export function provenValue(plan: Plan): bigint {
  const certificate = certify(plan.claim());
  if (!certificate.optimal) throw new Error(`not proved: ${JSON.stringify(certificate.violations)}, value ${certificate.value}, bound ${certificate.bound}`);
  return certificate.value;
}

const mostPeople = 60;

/** The hall as the events leave it, kept in the plainest way. */
export class Book {
  readonly workers = new Set<Id>();
  readonly postings = new Map<Id, number>();
  readonly edges = new Map<string, Triple>();
  readonly locked = new Map<Id, Id>();
  /** heads of each crew */
  readonly sizes = new Map<Id, number>();
  private readonly crewShare: number;
  private nextId = 1_000;

  /** `crewShare`: how many of those who come are crews, 0 … 1. */
  constructor(crewShare = 0) {
    this.crewShare = crewShare;
  }

  apply(event: PlanEvent): void {
    switch (event.type) {
      case 'insertWorker': this.workers.add(event.worker); if (event.size !== undefined) this.sizes.set(event.worker, event.size); for (const { posting, weight } of event.edges) this.edge(event.worker, posting, weight); return;
      case 'removeWorker': this.workers.delete(event.worker); this.locked.delete(event.worker); this.dropEdges(([worker]) => worker === event.worker); return;
      case 'killEdge':
        if (this.locked.get(event.worker) === event.posting) this.locked.delete(event.worker);
        this.edges.delete(`${event.worker} ${event.posting}`);
        return;
      case 'addEdge': this.edge(event.worker, event.posting, event.weight); return;
      case 'openPosting': this.postings.set(event.posting, event.places); for (const { worker, weight } of event.edges) this.edge(worker, event.posting, weight); return;
      case 'closePosting':
        this.postings.delete(event.posting);
        this.dropEdges(([, posting]) => posting === event.posting);
        for (const [worker, posting] of this.locked) if (posting === event.posting) this.locked.delete(worker);
        return;
      case 'changeHeadcount': this.postings.set(event.posting, event.places); return;
      case 'changeWeights': for (const { worker, weight } of event.edges) this.edge(worker, event.posting, weight); return;
      case 'lock': this.locked.set(event.worker, event.posting); return;
      case 'unlock': this.locked.delete(event.worker); return;
      case 'settle': this.settle(event.worker);
    }
  }

  private settle(worker: Id): void {
    const posting = this.locked.get(worker)!;
    this.postings.set(posting, this.postings.get(posting)! - (this.sizes.get(worker) ?? 1));
    this.locked.delete(worker);
    this.workers.delete(worker);
    this.dropEdges(([one]) => one === worker);
  }

  /** What is left to plan, and what locked pairs add. */
  instance(): { instance: Instance; lockedValue: bigint } {
    const workers = [...this.workers].filter((worker) => !this.locked.has(worker));
    const held = (posting: Id): number => [...this.locked.values()].filter((one) => one === posting).length;
    const postings = [...this.postings].map(([posting, places]) => [posting, places - held(posting)] as const).filter(([, places]) => places > 0);
    const [row, column] = [new Map(workers.map((id, n) => [id, n])), new Map(postings.map(([id], n) => [id, n]))];
    const edges = [...this.edges.values()].flatMap(([worker, posting, weight]) => (row.has(worker) && column.has(posting) ? [[row.get(worker)!, column.get(posting)!, weight] as const] : []));
    const lockedValue = [...this.locked].reduce((sum, [worker, posting]) => sum + BigInt(this.edges.get(`${worker} ${posting}`)![2]), 0n);
    return { instance: instanceOf(workers.length, postings.map(([, places]) => places), edges), lockedValue };
  }

  /** An event that fits the book, each kind about as often as in a hall. */
  draw(random: () => number, largest: number): PlanEvent | undefined {
    const below = (limit: number): number => Math.floor(random() * limit);
    const one = <T>(from: Iterable<T>): T | undefined => { const all = [...from]; return all[below(all.length)]; };
    const weight = (): number => 1 + below(largest);
    const some = (ids: Iterable<Id>): { id: Id; weight: number }[] => [...ids].filter(() => random() < 0.3).map((id) => ({ id, weight: weight() }));
    const [worker, posting, edge] = [one(this.workers), one(this.postings.keys()), one(this.edges.values())];
    switch (below(13)) {
      // A long day does not grow without end.
      case 0: case 1: return this.workers.size > mostPeople && worker !== undefined ? { type: 'removeWorker', worker } : { type: 'insertWorker', worker: this.nextId++, edges: some(this.postings.keys()).map(({ id, weight }) => ({ posting: id, weight })), ...(this.crewShare > 0 && random() < this.crewShare ? { size: 2 + below(3) } : {}) };
      case 2: return worker === undefined ? undefined : { type: 'removeWorker', worker };
      case 3: case 4: return edge && { type: 'killEdge', worker: edge[0], posting: edge[1] };
      case 5: return this.postings.size > 14 ? undefined : { type: 'openPosting', posting: this.nextId++, places: 1 + below(4), edges: some(this.workers).map(({ id, weight }) => ({ worker: id, weight })) };
      case 6: return posting === undefined || random() < 0.4 ? undefined : { type: 'closePosting', posting };
      case 7: return posting === undefined ? undefined : this.headcount(posting, 1 + below(5));
      case 8: return posting === undefined ? undefined : { type: 'changeWeights', posting, edges: [...this.edges.values()].filter((triple) => triple[1] === posting && random() < 0.7).map(([id]) => ({ worker: id, weight: weight() })) };
      case 9: return edge && this.mayLock(edge) ? { type: 'lock', worker: edge[0], posting: edge[1] } : undefined;
      case 10: { const held = one(this.locked.keys()); return held === undefined ? undefined : { type: 'unlock', worker: held }; }
      case 11: { const held = one(this.locked.keys()); return held === undefined ? undefined : { type: 'settle', worker: held }; }
      default: return worker === undefined || posting === undefined || this.edges.has(`${worker} ${posting}`) ? undefined : { type: 'addEdge', worker, posting, weight: weight() };
    }
  }

  private headcount(posting: Id, places: number): PlanEvent {
    return { type: 'changeHeadcount', posting, places: Math.max(places, this.heldAt(posting), 1) };
  }

  private heldAt(posting: Id): number {
    return [...this.locked].reduce((heads, [worker, one]) => (one === posting ? heads + (this.sizes.get(worker) ?? 1) : heads), 0);
  }

  private mayLock([worker, posting]: Triple): boolean {
    return !this.locked.has(worker) && this.heldAt(posting) + (this.sizes.get(worker) ?? 1) <= (this.postings.get(posting) ?? 0);
  }

  private edge(worker: Id, posting: Id, weight: number): void {
    this.edges.set(`${worker} ${posting}`, [worker, posting, weight]);
  }

  private dropEdges(gone: (triple: Triple) => boolean): void {
    for (const [key, triple] of this.edges) if (gone(triple)) this.edges.delete(key);
  }
}
