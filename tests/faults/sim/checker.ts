/* What must be true whatever happened, by the numbers of sync.md section 3: looked at after every commit of the hub, at every acknowledgement a hall believes, and at the end. */
import type { Cursor } from '@kuaizhao/db/city/journal/cursor.ts';
import type { FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { StoredRow } from '../../fixtures/city/memory-journal.ts';
import { wrongAtEnd, wrongInPage } from './feeds/feed-checks.ts';
import type { FeedCopies } from './feeds/hall-feeds.ts';
import { blanked, foldedAs } from './people/city-people.ts';
import { wrongInCity, wrongInHall } from './people/people-checks.ts';
import type { HallShelf, HubDisk } from './hub-disk.ts';
import type { SimulatedHall } from './hall.ts';
import type { World } from './world.ts';

export interface Violation { readonly invariant: string; readonly hall: string; readonly what: string; readonly at: number }
type Wrong = (invariant: string, hall: string, what: string) => void;

const mostKept = 20;
/** As the fence keeps them. */
const handedMost = 32;

/** One hall as it stands at the end: its machines, of which more than one only where a disk was copied. */
export interface Watched {
  readonly hallId: string;
  readonly machines: readonly SimulatedHall[];
  readonly copied: boolean;
  /** a row of its disk is not what was written: it stops there, and a person decides */
  readonly flipped: boolean;
  readonly made: ReadonlyMap<string, StoredRow>;
}

export function createChecker(world: World, disk: HubDisk) {
  const violations: Violation[] = [];
  const cursors = new Map<string, Cursor>();
  let restored = false;
  const wrong: Wrong = (invariant, hall, what) => { if (violations.length < mostKept) violations.push({ invariant, hall, what, at: world.now() }); };
  disk.onCommit((hallId, shelf) => {
    world.tell('commit', hallId, shelf.archive.length, shelf.folded.length);
    for (const [epoch, cursor] of shelf.cursors) {
      const key = `${hallId} ${epoch}`;
      const before = cursors.get(key);
      if (before !== undefined && before.seq > cursor.seq) wrong('I6', hallId, `the cursor went back from ${before.seq} to ${cursor.seq}`);
      cursors.set(key, cursor);
    }
    const last = shelf.archive.at(-1);
    if (last !== undefined && !last.end) wrong('I5', hallId, `an operation is there in part, row ${last.seq}`);
    if (shelf.handed.length > handedMost) wrong('I14', hallId, `${shelf.handed.length} tokens are out`);
    if (shelf.quarantined !== shelf.waiting.length) wrong('I12', hallId, `${shelf.quarantined} rows are said to wait, ${shelf.waiting.length} do`);
    if (shelf.folded.length + shelf.waiting.length !== shelf.archive.length) wrong('I4', hallId, `${shelf.archive.length} rows are kept, ${shelf.folded.length} folded, ${shelf.waiting.length} wait`);
  });
  /** Of the rows that came with this commit, none went past an earlier one about the same thing that waits. */
  const looked = new Map<string, number>();
  disk.onCommit((hallId, shelf) => {
    const from = Math.min(looked.get(hallId) ?? 0, shelf.archive.length);
    looked.set(hallId, shelf.archive.length);
    if (shelf.waiting.length === 0) return;
    const held = new Set(shelf.waiting.map(({ row }) => row.key));
    const waiting = new Set(shelf.waiting.map(({ row }) => opOf(row)));
    for (const [index, row] of shelf.archive.slice(from).entries()) {
      if (!held.has(row.key) || waiting.has(opOf(row))) continue;
      if (shelf.archive.slice(0, from + index).some((earlier) => earlier.key === row.key && waiting.has(opOf(earlier)))) wrong('I12', hallId, `row ${row.seq} went past an earlier one about the same thing`);
    }
  });
  return {
    wrong,
    hubRestored(): void {
      restored = true;
      cursors.clear();
    },
    /** A hall took an acknowledgement for true. */
    believed(hallId: string, epoch: string, cursor: Cursor): void {
      const there = disk.halls.get(hallId)?.cursors.get(epoch)?.seq ?? 0;
      // After a restore of the hub an answer of its former life may still be on its way.
      if (there < cursor.seq && !restored) wrong('I17', hallId, `believes ${cursor.seq}, and the hub has ${there}`);
    },
    /** Looked at every now and then: a hall of which no copy was ever made is never taken for two. */
    alarms({ hallId, machines, copied }: Watched): void {
      if (!copied && machines.some((machine) => machine.uplink()?.uplinkReason() === 'secondInstall')) wrong('I10', hallId, 'is taken for two machines, and is one');
    },
    took(hallId: string, feed: FeedName, before: FeedCopies, now: FeedCopies): void {
      for (const what of wrongInPage(disk.city, feed, before, now, restored)) wrong('I9', hallId, what);
    },
    end(places: readonly Watched[]): readonly Violation[] {
      for (const place of places) {
        const { hallId, machines, made, flipped } = place;
        const shelf = disk.halls.get(hallId);
        if (shelf === undefined) continue;
        const states = machines.map((machine) => machine.uplink()?.uplinkState());
        const live = machines.filter((_, index) => states[index] === 'caughtUp');
        compare(hallId, made, shelf, wrong);
        if (shelf.gaps.length > 0 && !restored) wrong('I6', hallId, 'rows are said to be missing, and the hub never went back');
        if (flipped) continue;
        if (live.length === 0) wrong('I15', hallId, `ends ${machines.map((machine) => `${String(machine.uplink()?.uplinkState())} (${machine.uplink()?.uplinkReason() ?? ''})`).join(', ')}`);
        if (live.length > 1 || states.some((state) => state !== 'caughtUp' && state !== 'refused')) wrong('I10', hallId, `its machines end ${states.join(', ')}`);
        const kept = new Set(shelf.archive.map(opOf));
        for (const machine of live) {
          for (const what of wrongAtEnd(disk.city, hallId, machine.disk.feeds.copies)) wrong('I7', hallId, what);
          arrived(place, machine, kept, shelf.gaps.at(-1)?.rows ?? 0, wrong);
          wrongInHall(disk, hallId, machine.disk, shelf.gaps.length > 0, wrong);
          const { journal } = machine.disk;
          const here = new Set(journal.rows.map(opOf));
          const missing = shelf.archive.filter((row) => !here.has(opOf(row)) && !journal.knows(row));
          const again = journal.rows.filter((row) => journal.gone.has(opOf(row)));
          if (again.length > 0) wrong('I2', hallId, `${again.length} rows that were gone are in the journal again`);
          // One operation was said after everything had gone that may.
          if (journal.rows.length > 1) wrong('I14', hallId, `${journal.rows.length} rows are kept that the city has`);
          if (missing.length > 0) wrong('I7', hallId, `${missing.length} rows of the city were never read back`);
        }
      }
      wrongInCity(disk, wrong);
      return violations;
    },
  };
}
const opOf = ({ boot, counter }: { readonly boot: string; readonly counter: number }): string => `${boot}-${counter}`;

/** `told`: how many rows the city says it lacks for good. */
function arrived({ hallId }: Watched, { disk }: SimulatedHall, kept: ReadonlySet<string>, told: number, wrong: Wrong): void {
  // What the city had and lost, and the hall keeps no longer, is lost; but never without a word.
  const lost = [...disk.journal.gone].filter((op) => !kept.has(op));
  // Told of more than that: a copy of the machine or an older disk of it has brought some of them meanwhile.
  if (lost.length > told) wrong('I1', hallId, `${lost.length} rows are gone here and not there, and ${told} are told of`);
  // What was read back after a loss comes under its own time, so each process start has a clock of its own.
  const clocks = new Map<string, number>();
  for (const row of disk.journal.rows) {
    if (!kept.has(opOf(row))) wrong('I1', hallId, `row ${row.seq} never arrived`);
    if (row.clock < (clocks.get(row.boot) ?? 0)) wrong('I16', hallId, `the clock of row ${row.seq} goes back`);
    clocks.set(row.boot, row.clock);
  }
}

function compare(hallId: string, made: ReadonlyMap<string, StoredRow>, shelf: HallShelf, wrong: Wrong): void {
  const kept = new Set<string>();
  for (const row of shelf.archive) {
    const op = opOf(row);
    if (kept.has(op)) wrong('I2', hallId, `operation ${op} was taken twice`);
    kept.add(op);
    const mine = made.get(op);
    if (mine === undefined) wrong('I3', hallId, `the hall never did ${op}`);
    else if ((mine.body !== row.body && blanked(mine).body !== row.body) || mine.v !== row.v || mine.clock !== row.clock) wrong('I13', hallId, `${op} says something else`);
  }
  const stuck = new Map<string, string>();
  for (const { row, reason } of shelf.waiting) {
    if (reason === 'newerVersion') wrong('I13', hallId, `row ${row.seq} still waits for the version that is there`);
    if (reason === 'behind' && !stuck.has(row.key)) wrong('I12', hallId, `row ${row.seq} waits behind nothing`);
    stuck.set(row.key, reason);
  }
  const waiting = new Set(shelf.waiting.map(({ row }) => opOf(row)));
  const expected = shelf.archive.filter((row) => !waiting.has(opOf(row))).map((row) => foldedAs(row.body));
  // An erasure that is heard again after a loss is the same fact again, as is what two copies of a machine say of somebody at one moment.
  const once = shelf.folded.filter((fact) => !/^{"type":"(erasureHeard|workerErased|workerShared)"/.test(fact));
  if (new Set(once).size !== once.length) wrong('I2', hallId, 'a fact was folded twice');
  // One by one or all at once: the tables are the fold of what is kept and does not wait.
  if ([...shelf.folded].sort().join('\n') !== [...expected].sort().join('\n')) wrong('I7', hallId, `the tables have ${shelf.folded.length} facts, the archive ${expected.length}`);
}
