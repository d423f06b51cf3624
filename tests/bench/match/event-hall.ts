/* A hall that stays about as full as it was while anything may happen in it, for as long as one likes. */
import type { Id, PlanEvent } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import type { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { mostTie, scoreOf } from '@kuaizhao/db/domain/matching/score.ts';

const crewShare = 0.05;
const [fewestEdges, moreEdges] = [5, 33];

interface Person { readonly minutes: number; readonly size: number }

/** Ids in a list that gives any of them at random and drops one in no time. */
class Ids {
  private readonly list: Id[] = [];
  private readonly place = new Map<Id, number>();
  get count(): number { return this.list.length; }
  add(id: Id): void { this.place.set(id, this.list.length); this.list.push(id); }
  drop(id: Id): void {
    const at = this.place.get(id);
    if (at === undefined) return;
    const last = this.list.pop();
    this.place.delete(id);
    if (last === undefined || last === id) return;
    this.list[at] = last;
    this.place.set(last, at);
  }
  any(random: () => number): Id | undefined { return this.list[Math.floor(random() * this.list.length)]; }
}

export class EventHall {
  private readonly random: () => number;
  private readonly full: { readonly workers: number; readonly postings: number };
  private readonly people = new Map<Id, Person>();
  private readonly placeValue = new Map<Id, number>();
  private readonly present = new Ids();
  private readonly open = new Ids();
  private readonly locked = new Ids();
  private ids = 0;

  constructor(random: () => number, full: { readonly workers: number; readonly postings: number }) {
    this.random = random;
    this.full = full;
  }

  /** Postings, then people, until the hall is full. */
  *morning(): Generator<PlanEvent> {
    while (this.open.count < this.full.postings) yield this.remember(this.opens());
    while (this.present.count < this.full.workers * (1 - crewShare)) yield this.remember(this.arrives());
  }

  sizeOf(worker: Id): number { return this.people.get(worker)?.size ?? 1; }

  /** The next event, one that the plan takes. */
  draw(plan: Plan): PlanEvent {
    for (;;) {
      const event = this.one(plan);
      if (event !== undefined) return event;
    }
  }

  happened(event: PlanEvent): void { this.remember(event); }

  private one(plan: Plan): PlanEvent | undefined {
    const [worker, posting, held] = [this.present.any(this.random), this.open.any(this.random), this.stillLocked(plan)];
    const kind = this.below(100);
    if (worker === undefined || posting === undefined) return undefined;
    const at = plan.postingOf(worker);
    if (kind < 40) return this.below(this.full.workers * 2) < this.present.count ? { type: 'removeWorker', worker } : this.arrives();
    if (kind < 58) return at === undefined || plan.isLocked(worker) ? undefined : { type: 'lock', worker, posting: at };
    if (kind < 64) return held === undefined ? undefined : { type: 'unlock', worker: held };
    if (kind < 72) return held === undefined ? undefined : { type: 'settle', worker: held };
    if (kind < 82) return at === undefined ? undefined : { type: 'killEdge', worker, posting: at };
    if (kind < 86) return plan.hasEdge(worker, posting) ? undefined : { type: 'addEdge', worker, posting, weight: this.weight(worker, posting) };
    if (kind < 92) return this.below(this.full.postings * 2) < this.open.count ? { type: 'closePosting', posting } : this.opens();
    if (kind < 96) return { type: 'changeHeadcount', posting, places: Math.max(1, plan.lockedPlaces(posting) + this.below(7)) };
    const met = Array.from({ length: 40 }, () => this.present.any(this.random) ?? worker).filter((one, n, all) => plan.hasEdge(one, posting) && all.indexOf(one) === n);
    return { type: 'changeWeights', posting, edges: met.map((one) => ({ worker: one, weight: this.weight(one, posting) })) };
  }

  /** Declines and closed postings have released some of them. */
  private stillLocked(plan: Plan): Id | undefined {
    for (let held = this.locked.any(this.random); held !== undefined; held = this.locked.any(this.random)) {
      if (plan.isLocked(held)) return held;
      this.locked.drop(held);
    }
    return undefined;
  }

  private arrives(): PlanEvent {
    this.ids += 1;
    const size = this.random() < crewShare ? 2 + this.below(5) : 1;
    this.people.set(this.ids, { minutes: 1 + this.below(700), size });
    const postings = new Set(Array.from({ length: fewestEdges + this.below(moreEdges) }, () => this.open.any(this.random)).filter((one) => one !== undefined));
    return { type: 'insertWorker', worker: this.ids, size, edges: [...postings].map((posting) => ({ posting, weight: this.weight(this.ids, posting) })) };
  }

  private opens(): PlanEvent {
    this.ids += 1;
    this.placeValue.set(this.ids, this.below(600));
    const workers = new Set(this.present.count === 0 ? [] : Array.from({ length: 70 }, () => this.present.any(this.random)).filter((one) => one !== undefined));
    return { type: 'openPosting', posting: this.ids, places: 1 + this.below(7), edges: [...workers].map((worker) => ({ worker, weight: this.weight(worker, this.ids) })) };
  }

  private weight(worker: Id, posting: Id): number {
    const { minutes, size } = this.people.get(worker) ?? { minutes: 1, size: 1 };
    let sum = 0;
    for (let head = 0; head < size; head += 1) {
      const score = scoreOf({ minutes, place: this.placeValue.get(posting) ?? 0, fit: this.below(1_001), tie: this.below(mostTie + 1) });
      if (!score.ok) throw new Error(score.error.code);
      sum += score.value;
    }
    return sum;
  }

  private remember(event: PlanEvent): PlanEvent {
    switch (event.type) {
      case 'insertWorker': this.present.add(event.worker); break;
      case 'openPosting': this.open.add(event.posting); break;
      case 'closePosting': this.open.drop(event.posting); this.placeValue.delete(event.posting); break;
      case 'lock': this.locked.add(event.worker); break;
      case 'unlock': this.locked.drop(event.worker); break;
      case 'removeWorker': case 'settle':
        this.locked.drop(event.worker);
        this.present.drop(event.worker);
        this.people.delete(event.worker);
        break;
      case 'killEdge': case 'addEdge': case 'changeHeadcount': case 'changeWeights': break;
    }
    return event;
  }

  private below(limit: number): number { return Math.floor(this.random() * limit); }
}
