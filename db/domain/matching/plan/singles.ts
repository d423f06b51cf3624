/* People who go alone, by their numbers on the floor, and which of them are locked. */
import type { Floor } from './floor.ts';
import { nobody, nowhere } from './floor.ts';
import { Roll } from './roll.ts';
import { bringBack, comeIn, goOut, meets, parts, takeOut } from './search/repair.ts';
import type { Id } from './door/event.ts';

export class Singles {
  readonly roll = new Roll();
  private readonly floor: Floor;
  /** locked worker → posting, and how many of each posting */
  readonly held = new Map<number, number>();
  private readonly heldAt = new Map<number, number>();

  constructor(floor: Floor) {
    this.floor = floor;
    this.roll.fill(floor.workers);
  }

  /** `edges`: number of the posting and weight. */
  insert(id: Id, edges: ReadonlyMap<number, number>): void {
    const worker = this.roll.enter(id) ?? this.roll.enterAt(id, this.floor.newWorker());
    for (const [posting, weight] of edges) this.setEdge(worker, posting, weight);
    comeIn(this.floor, worker);
  }

  remove(id: Id, worker: number): void {
    if (this.held.has(worker)) bringBack(this.floor, this.unhold(worker));
    else goOut(this.floor, worker);
    this.forget(id, worker);
  }

  /** Both were out of the market already: the prices prove the rest as it stands. */
  settle(id: Id, worker: number): void {
    this.unhold(worker);
    this.forget(id, worker);
  }

  private forget(id: Id, worker: number): void {
    const { ofWorker, ofPosting } = this.floor;
    const from = ofWorker.start[worker] as number;
    for (let entry = from; entry < from + (ofWorker.length[worker] as number); entry += 1) ofPosting.drop(ofWorker.node[entry] as number, worker);
    ofWorker.clear(worker);
    this.roll.leave(id);
  }

  kill(worker: number, posting: number): void {
    parts(this.floor, worker, posting);
    if (this.held.get(worker) === posting) bringBack(this.floor, this.unhold(worker), worker);
  }

  meet(worker: number, posting: number, weight: number): void {
    this.setEdge(worker, posting, weight);
    meets(this.floor, worker, posting, weight);
  }

  lock(worker: number, posting: number): void {
    takeOut(this.floor, worker, posting);
    this.held.set(worker, posting);
    this.heldAt.set(posting, this.locked(posting) + 1);
  }

  unlock(worker: number): void {
    bringBack(this.floor, this.unhold(worker), worker);
  }

  /** Gives where the worker was locked. */
  private unhold(worker: number): number {
    const posting = this.held.get(worker) ?? nowhere;
    this.held.delete(worker);
    this.heldAt.set(posting, this.locked(posting) - 1);
    return posting;
  }

  /** Everybody who was locked to the posting, released: they take no part yet. By number. */
  release(posting: number): readonly number[] {
    const released = [...this.held].filter(([, to]) => to === posting).map(([worker]) => worker).sort((a, b) => a - b);
    for (const worker of released) this.held.delete(worker);
    this.heldAt.delete(posting);
    return released;
  }

  setEdge(worker: number, posting: number, weight: number): void {
    const { ofWorker, ofPosting } = this.floor;
    const at = ofWorker.find(worker, posting);
    if (at < 0) {
      ofWorker.add(worker, posting, weight);
      ofPosting.add(posting, worker, weight);
      return;
    }
    ofWorker.weight[at] = weight;
    ofPosting.weight[ofPosting.find(posting, worker)] = weight;
  }

  /** Places of the posting that are locked. */
  locked(posting: number): number {
    return this.heldAt.get(posting) ?? 0;
  }

  /** Where the worker is planned or locked, or `nowhere`. */
  at(worker: number): number {
    return this.held.get(worker) ?? this.floor.at[worker] ?? nowhere;
  }

  weight(worker: number, posting: number): number | undefined {
    const at = worker === nobody || posting === nowhere ? -1 : this.floor.ofWorker.find(worker, posting);
    return at < 0 ? undefined : this.floor.ofWorker.weight[at];
  }

  plannedAt(posting: number): Id[] {
    const there: Id[] = [];
    const { first, next } = this.floor;
    for (let worker = first[posting] ?? nobody; worker !== nobody; worker = next[worker] as number) there.push(this.roll.idOf(worker) as Id);
    return there;
  }

  lockedAt(posting: number): Id[] {
    return [...this.held].filter(([, to]) => to === posting && to !== nowhere).map(([worker]) => this.roll.idOf(worker) as Id);
  }
}
