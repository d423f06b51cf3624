/* A hall's machine in the simulation: the real uplink over a journal and an identity file on a disk that can go back, fill up or be copied, and a machine that ends at any moment. */
import { pino } from 'pino';
import { createUplink, type Uplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { keepIdentity, newIdentity, type Identity, type IdentityKeeper } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import type { UplinkPace } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import type { UplinkJournal } from '@kuaizhao/sync-agent/hall/uplink/journal.ts';
import { startHearingErasures } from '@kuaizhao/sync-agent/hall/people/hear-erasures.ts';
import { hasOwnRows } from '@kuaizhao/sync-agent/hall/start-uplink.ts';
import { createPuller } from '@kuaizhao/sync-agent/hall/feeds/puller.ts';
import type { FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { Cursor } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { factSchema, type Fact } from '@kuaizhao/db/domain/fact.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { memoryJournal, type MemoryJournal, type StoredRow } from '../../fixtures/city/memory-journal.ts';
import { feedsOn, type FeedCopies, type FeedsDisk } from './feeds/hall-feeds.ts';
import { eraseHere, foldPeople, goBack, peopleFace, tellOf, type PeopleDisk } from './people/hall-people.ts';
import type { Person } from './people/words.ts';
import { Crashed, type World } from './world.ts';
import type { Wire } from './wire.ts';

const silent = pino({ level: 'silent' });
/** The field's order of things, in a patience that a history can wait for. */
const pace: UplinkPace = { ackMs: 2_000, backoffMinMs: 100, backoffMaxMs: 2_000, slowMs: 5_000, pollMs: 1_000, batchRows: 6 };

const pullPace = { everyMs: 30_000, answerMs: 2_000, backoffMinMs: 200, backoffMaxMs: 2_000 };

export interface HallDisk { journal: MemoryJournal; identity: Identity; readonly feeds: FeedsDisk; readonly people: PeopleDisk; fullUntil: number }

/** Facts, and what is written instead of them to make rows that fit nothing or are of a newer program. */
export interface Operation { readonly facts: readonly Fact[]; readonly bodies?: readonly string[]; readonly v?: number }

export interface SimulatedHall {
  readonly disk: HallDisk;
  readonly wire: Wire;
  uplink(): Uplink | undefined;
  start(): void;
  /** The machine ends at once. */
  crash(): void;
  /** One operation, committed; false while the machine is down or its disk is full. */
  work(operation: Operation): boolean;
  /** Like `work`, and nobody wakes the uplink. */
  workUnheard(operation: Operation): boolean;
  /** Somebody registers, or says something else of himself; `v` of a newer program. */
  tellOf(person: Person, v?: number): void;
  /** Somebody asks at the desk to be erased everywhere. */
  eraseHere(person: Person): void;
  clockStep(ms: number): void;
  /** Takes the oldest rows out of its journal, as far as it may; in one commit, so it happens or it does not. */
  shorten(before: number, maxRows: number): void;
}

export interface HallParts {
  readonly world: World; readonly wire: Wire; readonly name: string; readonly disk: HallDisk;
  /** every row that this hall ever committed, also on a disk that went back since, and on a copy of it */
  readonly made: Map<string, StoredRow>;
  /** at each moment at which the identity file is written */
  readonly crashShare: number;
  /** the hall believes that everything up to here is safe at the city */
  readonly believed: (epoch: string, cursor: Cursor) => void;
  /** a page of the city was taken; `before`: what the hall had until then */
  readonly took: (feed: FeedName, before: FeedCopies, now: FeedCopies) => void;
}

export const newDisk = (world: World, hallId: string): HallDisk => ({
  journal: memoryJournal(world.chance.hex(8), world.now), fullUntil: 0, feeds: { copies: new Map(), before: [] }, people: { versions: [] },
  identity: newIdentity(hallId, world.chance.hex),
});
/** The image of a disk, as a backup or a second machine has it. */
export const copyDisk = (world: World, { journal, identity, feeds, people }: HallDisk): HallDisk => ({ journal: journal.copy(world.chance.hex(8)), identity, feeds: { ...feeds }, people: { ...people }, fullUntil: 0 });
/** The last rows were never there, and the tables and copies are as old. */
export function loseTail(world: World, disk: HallDisk, rows: number): void {
  disk.journal.loseTail(rows, world.chance.hex(8));
  goBack(disk);
}

export function createHall({ world, wire, name, disk, made, crashShare, believed, took }: HallParts): SimulatedHall {
  let life = 0;
  let uplink: Uplink | undefined;
  let clockAhead = 0;
  const crash = (): void => {
    life += 1;
    uplink = undefined;
    wire.cut();
  };
  const start = (): void => {
    const mine = ++life;
    const alive = (): boolean => life === mine;
    const guard = (): void => { if (!alive()) throw new Crashed(); };
    /** A full disk refuses what would be written, and keeps what is there. */
    const room = (): void => { guard(); if (world.now() < disk.fullUntil) throw new Error('the disk is full'); };
    const identity = identityOn(disk, { world, guard, room, crash: () => { if (alive()) crash(); }, crashShare });
    const timer = { after: (delayMs: number, run: () => void) => world.after(delayMs, () => { if (alive()) run(); }) };
    const line = createUplink({
      url: '', key: '', hallName: name, journal: journalOn(disk, { guard, room, believed }), identity, open: wire.open, pace, log: silent,
      clock: () => world.now() + clockAhead,
      timer, news: (message) => puller.news(message), welcomed: () => puller.welcomed(),
      random: { unit: () => world.chance.unit(), hex: (bytes) => world.chance.hex(bytes) },
    });
    const puller = createPuller({
      hallId: identity.get().hall, feeds: feedsOn(disk.feeds, room, (feed, before) => {
        took(feed, before, disk.feeds.copies);
        hearing.changed(feed);
      }),
      ask: (pull, withinMs) => line.ask('pull', pull, withinMs), token: () => identity.get().token, changed: () => undefined,
      timer, monotonicMs: world.now, unit: () => world.chance.unit(), breathe: () => Promise.resolve(), log: silent, pace: pullPace,
    });
    const face = peopleFace(disk, (facts) => {
      room();
      append({ facts });
      line.wake();
    });
    const hearing = startHearingErasures({ ...face, newId: () => world.chance.hex(8), breathe: () => Promise.resolve(), clock: timer, ready: () => alive() && hasOwnRows(line.uplinkState()), log: silent });
    uplink = line;
  };
  const append = ({ facts, bodies, v }: Operation): void => {
    const from = disk.journal.rows.length;
    disk.journal.append(facts, bodies, v);
    for (const row of disk.journal.rows.slice(from)) made.set(`${row.boot}-${row.counter}`, row);
    foldPeople(disk, facts);
  };
  const commit = ({ facts, bodies, v }: Operation): boolean => {
    if (uplink === undefined || (world.now() < disk.fullUntil && !world.healed())) return false;
    append({ facts, ...(bodies === undefined ? {} : { bodies }), ...(v === undefined ? {} : { v }) });
    return true;
  };
  return {
    disk, wire, start, crash,
    uplink: () => uplink,
    work(operation) {
      const done = commit(operation);
      // A wake-up may be lost: the uplink looks by itself.
      if (done && world.bad(0.05)) world.fault('wake-up lost');
      else if (done) uplink?.wake();
      return done;
    },
    workUnheard: commit,
    tellOf(person, v) {
      const { facts, written } = tellOf(world, disk, disk.identity.hall, person);
      if (commit({ facts, ...(v === undefined ? {} : { v }) })) written();
    },
    eraseHere(person) {
      const facts = eraseHere(world, disk, person);
      if (facts.length > 0) commit({ facts });
    },
    shorten(before, maxRows) {
      if (uplink !== undefined && (world.now() >= disk.fullUntil || world.healed())) disk.journal.shorten(before, maxRows);
    },
    clockStep(ms) { clockAhead += Math.round(ms); },
  };
}

function journalOn(disk: HallDisk, { guard, room, believed }: { readonly guard: () => void; readonly room: () => void; readonly believed: HallParts['believed'] }): UplinkJournal {
  return {
    head: () => { guard(); return disk.journal.head(); },
    base: () => { guard(); return disk.journal.base(); },
    past: (most) => { guard(); return disk.journal.past(most); },
    hashAt: (seq) => { guard(); return disk.journal.hashAt(seq); },
    read: (from, rows, bytes) => { guard(); return disk.journal.read(from, rows, bytes); },
    own: () => { guard(); return disk.journal.own(); },
    setOwn: (own) => { room(); disk.journal.setOwn(own); },
    takeBack(found, own) {
      room();
      const from = disk.journal.rows.length;
      const taken = disk.journal.takeBack(found, own);
      foldPeople(disk, disk.journal.rows.slice(from).flatMap(({ body }) => factSchema.safeParse(parsedJson(body)).data ?? []), true);
      return taken;
    },
    acked: () => { guard(); return disk.journal.acked(); },
    setAcked(cursor) {
      room();
      disk.journal.setAcked(cursor);
      believed(disk.identity.epoch, cursor);
    },
  };
}

interface IdentityParts { readonly world: World; readonly guard: () => void; readonly room: () => void; readonly crash: () => void; readonly crashShare: number }

/** A write is there as a whole or not at all, and a machine may end on either side of it. */
function identityOn(disk: HallDisk, { world, guard, room, crash, crashShare }: IdentityParts): IdentityKeeper {
  const moment = (where: string): void => {
    guard();
    if (!world.bad(crashShare)) return;
    world.fault(`hall ends ${where}`);
    crash();
    throw new Crashed();
  };
  return keepIdentity(disk.identity, async (identity) => {
    await Promise.resolve();
    moment('before its identity is written');
    room();
    disk.identity = identity;
    moment('after its identity is written');
  }, world.chance.hex);
}
