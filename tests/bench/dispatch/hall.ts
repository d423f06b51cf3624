/* What a policy decides and what it is told: the same world asks every policy the same things. */
import type { Person, Posting } from './world.ts';

export interface Session { readonly posting: Posting; readonly list: readonly Person[] }

export interface Hall {
  arrive(person: Person, at: number): void;
  leave(person: Person, at: number): void;
  open(posting: Posting, at: number): void;
  close(posting: Posting, at: number): void;
  /** Who comes to a table that is free now, and for which job; undefined when nobody. Those of the list count as called from then on. */
  next(table: number, now: number): Session | undefined;
  declined(person: Person, posting: Posting, at: number): void;
  /** Called, but the job filled meanwhile or is gone: nobody said no. */
  released(person: Person, posting: Posting, at: number): void;
  hired(person: Person, posting: Posting, at: number): void;
  /** The talk is over, all answers are told. */
  ended(table: number, posting: Posting, at: number): void;
}
