/* Who has which number on the floor: ids of any size to small numbers, numbers of those who left given out again, the last one first. */
import type { Id } from './door/event.ts';

export class Roll {
  private readonly numbers = new Map<Id, number>();
  private readonly ids: Id[] = [];
  private readonly left: number[] = [];

  /** Ids 0 … count − 1 have the same numbers. */
  fill(count: number): void {
    for (let id = 0; id < count; id += 1) this.enterAt(id, id);
  }

  /** A number that somebody left, or undefined when there is none. */
  enter(id: Id): number | undefined {
    const number = this.left.pop();
    return number === undefined ? undefined : this.enterAt(id, number);
  }

  enterAt(id: Id, number: number): number {
    this.numbers.set(id, number);
    this.ids[number] = id;
    return number;
  }

  leave(id: Id): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.numbers.delete(id);
    this.left.push(number);
  }

  has(id: Id): boolean {
    return this.numbers.has(id);
  }

  /** -1 for an id that is not here. */
  numberOf(id: Id): number {
    return this.numbers.get(id) ?? -1;
  }

  idOf(number: number): Id | undefined {
    return this.ids[number];
  }

  get count(): number {
    return this.numbers.size;
  }

  entries(): IterableIterator<[Id, number]> {
    return this.numbers.entries();
  }
}
