/* Crews that the plan knows: what each is worth where, and where it is. A crew takes its places out of the market of the others. */
import type { Id } from '../door/event.ts';
import { nowhere } from '../floor.ts';

export interface Crew {
  readonly id: Id;
  readonly size: number;
  /** the sum over its heads, by the number of the posting */
  readonly weights: Map<number, number>;
  /** where it is planned or locked, or `nowhere` */
  at: number;
  locked: boolean;
  /** events for which it rests after it tried in vain, and until when */
  rest: number;
  restsUntil: number;
}

export class CrewRoll {
  private readonly crews = new Map<Id, Crew>();
  private readonly there = new Map<number, Set<Crew>>();
  private inTurn: Crew[] = [];
  private next = 0;

  enter(id: Id, size: number, weights: Map<number, number>): Crew {
    const crew: Crew = { id, size, weights, at: nowhere, locked: false, rest: 0, restsUntil: 0 };
    this.crews.set(id, crew);
    this.inTurn.push(crew);
    return crew;
  }

  /** Stands nowhere by now. */
  leave(crew: Crew): void {
    this.crews.delete(crew.id);
    this.inTurn = this.inTurn.filter((one) => one !== crew);
  }

  get count(): number { return this.crews.size; }
  of(id: Id): Crew | undefined { return this.crews.get(id); }
  all(): IterableIterator<Crew> { return this.crews.values(); }

  /** All who are planned or locked at a posting, in the order in which they came there. */
  at(posting: number): readonly Crew[] { return [...this.there.get(posting) ?? []]; }

  stand(crew: Crew, posting: number): void {
    crew.at = posting;
    const there = this.there.get(posting) ?? new Set();
    this.there.set(posting, there.add(crew));
  }

  step(crew: Crew): void {
    const there = this.there.get(crew.at);
    there?.delete(crew);
    if (there?.size === 0) this.there.delete(crew.at);
    crew.at = nowhere;
  }

  /** Heads of the crews at a posting: of those locked, or of those planned. */
  heads(posting: number, locked: boolean): number {
    let heads = 0;
    for (const crew of this.there.get(posting) ?? []) if (crew.locked === locked) heads += crew.size;
    return heads;
  }

  /** The next few in turn, so that each is looked at again and again. */
  some(most: number): Crew[] {
    const few: Crew[] = [];
    for (let count = Math.min(most, this.inTurn.length); count > 0; count -= 1) {
      if (this.next >= this.inTurn.length) this.next = 0;
      const crew = this.inTurn[this.next];
      if (crew !== undefined) few.push(crew);
      this.next += 1;
    }
    return few;
  }
}
