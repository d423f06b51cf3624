/* Crews in the plan: each goes whole or not at all, and after every event a few of them look whether they would now do better. */
import type { Id } from '../door/event.ts';
import { nowhere, type Floor } from '../floor.ts';
import { CrewRoll, type Crew } from './crew.ts';
import { Seating } from './seating.ts';

/** After each event so many crews in turn are asked by prices whether they hope for more, which costs next to nothing … */
const lookedAt = 8;
/** … and crews of so many heads together are tried, which costs some searches a head. */
const headsTried = 12;
/** Who tried in vain rests for so many events, each time twice as long. */
const firstRest = 4;
const longestRest = 128;

export class Crews {
  readonly roll = new CrewRoll();
  private readonly seating: Seating;
  private turn = 0;

  constructor(floor: Floor) {
    this.seating = new Seating(floor, this.roll);
  }

  of(id: Id): Crew | undefined { return this.roll.of(id); }

  insert(id: Id, size: number, weights: Map<number, number>): void {
    this.seating.settle(this.roll.enter(id, size, weights));
  }

  remove(crew: Crew): void {
    this.seating.rise(crew);
    this.roll.leave(crew);
  }

  /** Agreed: gone with its places. */
  settle(crew: Crew): void {
    this.roll.step(crew);
    this.roll.leave(crew);
  }

  kill(crew: Crew, posting: number): void {
    crew.weights.delete(posting);
    if (crew.at !== posting) return;
    crew.locked = false;
    this.seating.rise(crew);
    this.seating.settle(crew);
  }

  meet(crew: Crew, posting: number, weight: number): void {
    crew.weights.set(posting, weight);
    if (!crew.locked && this.seating.hope(crew) > 0) this.seating.settle(crew);
  }

  lock(crew: Crew, posting: number): void {
    if (crew.at !== posting) {
      const gone = this.seating.force(crew, posting);
      crew.locked = true;
      for (const other of gone) this.seating.settle(other);
    }
    crew.locked = true;
  }

  unlock(crew: Crew): void {
    crew.locked = false;
    this.seating.settle(crew);
  }

  /** Planned crews leave a posting until so many of its places are in the market; gives those who had to, to seek anew when the places are given out. */
  makeRoom(posting: number, places: number): readonly Crew[] {
    return this.seating.makeRoom(posting, places);
  }

  /** The posting is no more; gives who was there, to seek anew when it is gone. */
  close(posting: number): readonly Crew[] {
    const there = this.roll.at(posting);
    for (const crew of there) {
      this.roll.step(crew);
      crew.locked = false;
    }
    for (const crew of this.roll.all()) crew.weights.delete(posting);
    return there;
  }

  seekAnew(crews: readonly Crew[]): void {
    for (const crew of crews) this.seating.settle(crew);
  }

  /** After an event: those who wait for a place at a posting it touched, then a few in turn, those without place first. */
  tend(touched: number): void {
    this.turn += 1;
    if (this.roll.count === 0) return;
    const waiting: Crew[] = [];
    if (touched !== nowhere) for (const crew of this.roll.all()) if (crew.at === nowhere && crew.weights.has(touched)) waiting.push(crew);
    const some = this.roll.some(lookedAt);
    let heads = 0;
    for (const crew of new Set([...waiting, ...some.filter(({ at }) => at === nowhere), ...some])) {
      if (heads >= headsTried) return;
      if (this.tryAgain(crew)) heads += crew.size;
    }
  }

  /** False when it rests, or has no hope. */
  private tryAgain(crew: Crew): boolean {
    if (crew.locked || this.turn < crew.restsUntil || this.seating.hope(crew) <= 0) return false;
    const better = this.seating.settle(crew);
    crew.rest = better ? 0 : Math.min(longestRest, Math.max(firstRest, 2 * crew.rest));
    crew.restsUntil = this.turn + crew.rest;
    return true;
  }

  /** Of a posting whose places crews have: a head of the lightest, but never less than somebody who goes alone would give. Nothing where no crew is planned. */
  priceAt(posting: number): number | undefined {
    const planned = this.roll.at(posting).filter(({ locked }) => !locked).map(({ weights, size }) => Math.floor((weights.get(posting) ?? 0) / size));
    return planned.length === 0 ? undefined : Math.max(this.seating.placePrice(posting), Math.min(...planned));
  }

  gainOf(crew: Crew): number | undefined {
    return crew.locked ? undefined : Math.max(0, this.seating.gainNow(crew));
  }
}
