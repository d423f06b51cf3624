/* One morning under one policy, event by event; and what came of it. */
import { percentile } from '../percentile.ts';
import type { Hall, Session } from './hall.ts';
import { agrees, comes, morning, walkMs, type Person, type Posting, type World } from './world.ts';

const minuteMs = 60_000;
/** The talk itself, and what each head adds. */
const talkMs = 3 * minuteMs;
const perHeadMs = 20_000;
/** Nobody came: the table is given on after the last call. */
const missedMs = 90_000;

type Happening = { readonly at: number; readonly sequence: number } & (
  | { readonly kind: 'arrive' | 'goHome'; readonly person: Person } | { readonly kind: 'open' | 'close'; readonly posting: Posting } | { readonly kind: 'ended'; readonly table: number; readonly session: Session });

export interface Figures {
  readonly hires: number; readonly sessions: number;
  /** of all hires, those of people in hardship; and of all people in hardship, those hired; per cent */
  readonly hardshipOfHires: number; readonly hardshipHired: number; readonly othersHired: number;
  /** from check-in to the hire */
  readonly p50WaitMin: number; readonly p90WaitMin: number;
  /** of the time from 05:00 to 08:00 in which tables were taken, per cent */
  readonly tablesUsed: number;
}

const busy = { from: morning.from + 60 * minuteMs, to: morning.from + 240 * minuteMs } as const;

export function runMorning(world: World, hall: Hall, tables: number): Figures {
  const day = new Day(world, hall, tables);
  day.run();
  return day.figures();
}

class Day {
  private readonly queue = new Heap();
  private readonly free: number[];
  private readonly hiredAt = new Map<Person, number>();
  private readonly atTable = new Set<Person>();
  private readonly gone = new Set<Person>();
  private readonly placesLeft = new Map<Posting, number>();
  private sequence = 0;
  private sessions = 0;
  private takenMs = 0;

  private readonly world: World;
  private readonly hall: Hall;
  private readonly tables: number;

  constructor(world: World, hall: Hall, tables: number) {
    this.world = world;
    this.hall = hall;
    this.tables = tables;
    this.free = Array.from({ length: tables }, (_, table) => tables - 1 - table);
    for (const person of world.people) this.put({ kind: 'arrive', person, at: person.inputs.at });
    for (const posting of world.postings) this.put({ kind: 'open', posting, at: posting.job.postedAt });
  }

  run(): void {
    for (let next = this.queue.take(); next !== undefined && next.at <= morning.to; next = this.queue.take()) {
      this.happen(next);
      // What happens in the same millisecond comes before the next table is given.
      if (this.queue.firstAt() !== next.at) this.giveTables(next.at);
    }
  }

  private happen(event: Happening): void {
    const { hall } = this;
    switch (event.kind) {
      case 'arrive':
        hall.arrive(event.person, event.at);
        this.put({ kind: 'goHome', person: event.person, at: event.person.until });
        return;
      case 'goHome': if (!this.atTable.has(event.person)) this.goHome(event.person, event.at); return;
      case 'open':
        this.placesLeft.set(event.posting, event.posting.job.placesLeft);
        hall.open(event.posting, event.at);
        // Time closes a job after its last moment, not at it.
        this.put({ kind: 'close', posting: event.posting, at: event.posting.job.terms.validUntil + 1 });
        return;
      case 'close': this.close(event.posting, event.at); return;
      case 'ended': this.end(event.table, event.session, event.at);
    }
  }

  private goHome(person: Person, at: number): void {
    if (this.gone.has(person)) return;
    this.gone.add(person);
    this.hall.leave(person, at);
  }

  private close(posting: Posting, at: number): void {
    if (!this.placesLeft.has(posting)) return;
    this.placesLeft.delete(posting);
    this.hall.close(posting, at);
  }

  private giveTables(now: number): void {
    for (let table = this.free.pop(); table !== undefined; table = this.free.pop()) {
      const session = this.hall.next(table, now);
      if (session === undefined) { this.free.push(table); return; }
      this.sessions += 1;
      for (const person of session.list) this.atTable.add(person);
      const there = session.list.filter((person) => comes(this.world, person, session.posting)).length;
      const end = now + (there === 0 ? missedMs : walkMs(this.world, session.posting) + talkMs + perHeadMs * there);
      this.takenMs += Math.max(0, Math.min(end, busy.to) - Math.max(now, busy.from));
      this.put({ kind: 'ended', table, session, at: end });
    }
  }

  /** Everybody of the list answers in its order; a place is given once. */
  private end(table: number, { posting, list }: Session, at: number): void {
    const { hall, world } = this;
    for (const person of list) {
      this.atTable.delete(person);
      const left = this.placesLeft.get(posting) ?? 0;
      if (!comes(world, person, posting)) {
        // Whoever does not come has left the hall without a word.
        hall.released(person, posting, at);
        this.goHome(person, at);
      } else if (left === 0) hall.released(person, posting, at);
      else if (agrees(world, person, posting)) {
        hall.hired(person, posting, at);
        this.gone.add(person);
        this.hiredAt.set(person, at);
        this.placesLeft.set(posting, left - 1);
      } else hall.declined(person, posting, at);
      if (person.until <= at) this.goHome(person, at);
    }
    hall.ended(table, posting, at);
    if (this.placesLeft.get(posting) === 0) this.close(posting, at);
    this.free.push(table);
  }

  private put(event: DistributiveOmit<Happening, 'sequence'>): void {
    this.sequence += 1;
    this.queue.put({ ...event, sequence: this.sequence });
  }

  figures(): Figures {
    const { people } = this.world;
    const waits = [...this.hiredAt].map(([{ inputs }, at]) => (at - inputs.at) / minuteMs);
    const share = (part: number, of: number): number => Math.round((1_000 * part) / Math.max(1, of)) / 10;
    const inHardship = people.filter(({ hardship }) => hardship);
    const hardshipHires = inHardship.filter((person) => this.hiredAt.has(person)).length;
    return {
      hires: waits.length, sessions: this.sessions, hardshipOfHires: share(hardshipHires, waits.length), hardshipHired: share(hardshipHires, inHardship.length),
      othersHired: share(waits.length - hardshipHires, people.length - inHardship.length), p50WaitMin: Math.round(percentile(waits, 0.5)), p90WaitMin: Math.round(percentile(waits, 0.9)),
      tablesUsed: share(this.takenMs, this.tables * (busy.to - busy.from)),
    };
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What happens next, in order of time and then of being put in. */
class Heap {
  private readonly items: Happening[] = [];

  firstAt(): number | undefined { return this.items[0]?.at; }

  put(one: Happening): void {
    const { items } = this;
    let at = items.length;
    items.push(one);
    for (let up = (at - 1) >> 1; at > 0; up = (at - 1) >> 1) {
      const parent = items[up];
      if (parent === undefined || before(parent, one)) break;
      items[at] = parent;
      at = up;
    }
    items[at] = one;
  }

  take(): Happening | undefined {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    let at = 0;
    for (;;) {
      const [left, right] = [items[2 * at + 1], items[2 * at + 2]];
      const less = right !== undefined && left !== undefined && before(right, left) ? right : left;
      if (less === undefined || before(last, less)) break;
      items[at] = less;
      at = less === left ? 2 * at + 1 : 2 * at + 2;
    }
    items[at] = last;
    return first;
  }
}

const before = (a: Happening, b: Happening): boolean => a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
