/* What must be true whatever happened, by the numbers of sync.md section 3: looked at after every commit of the hub, at every acknowledgement a hall believes, and at the end. */
import type { Cursor } from '@kuaizhao/db/city/journal/cursor.ts';
import type { HallShelf, HubDisk } from './hub-disk.ts';
import type { SimulatedHall } from './hall.ts';
import type { World } from './world.ts';

export interface Violation { readonly invariant: string; readonly hall: string; readonly what: string; readonly at: number }

const mostKept = 20;

export function createChecker(world: World, disk: HubDisk) {
  const violations: Violation[] = [];
  const halls = new Map<string, SimulatedHall>();
  const cursors = new Map<string, Cursor>();
  let restored = false;
  const wrong = (invariant: string, hall: string, what: string): void => { if (violations.length < mostKept) violations.push({ invariant, hall, what, at: world.now() }); };
  disk.onCommit((hallId, shelf) => {
    world.tell('commit', hallId, shelf.archive.length, shelf.folded.length);
    for (const [epoch, cursor] of shelf.cursors) {
      const key = `${hallId} ${epoch}`;
      const before = cursors.get(key);
      if (before !== undefined && before.seq > cursor.seq) wrong('I6', hallId, `the cursor went back from ${before.seq} to ${cursor.seq}`);
      cursors.set(key, cursor);
    }
    const last = shelf.archive.at(-1);
    if (last !== undefined && !last.row.end) wrong('I5', hallId, `an operation is there in part, row ${last.row.seq}`);
  });
  return {
    watch(hallId: string, hall: SimulatedHall): void { halls.set(hallId, hall); },
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
    end(places: readonly { readonly hallId: string; readonly hall: SimulatedHall }[]): readonly Violation[] {
      for (const { hallId, hall } of places) {
        const shelf = disk.halls.get(hallId);
        if (shelf === undefined) continue;
        const state = hall.uplink()?.uplinkState();
        if (state !== 'caughtUp') wrong('I15', hallId, `ends ${String(state)}: ${hall.uplink()?.uplinkReason() ?? ''}`);
        compare(hallId, hall, shelf, wrong);
      }
      return violations;
    },
  };
}

function compare(hallId: string, hall: SimulatedHall, shelf: HallShelf, wrong: (invariant: string, hall: string, what: string) => void): void {
  const kept = new Map<string, string>();
  for (const { row } of shelf.archive) {
    const op = `${row.boot}-${row.counter}`;
    if (kept.has(op)) wrong('I2', hallId, `operation ${op} was taken twice`);
    kept.set(op, row.body);
    const mine = hall.made.get(op);
    if (mine === undefined) wrong('I3', hallId, `the hall never did ${op}`);
    else if (mine.body !== row.body) wrong('I3', hallId, `${op} says something else`);
  }
  for (const row of hall.disk.journal.rows) if (!kept.has(`${row.boot}-${row.counter}`)) wrong('I1', hallId, `row ${row.seq} never arrived`);
  const waiting = new Set(shelf.waiting.map(({ row }) => `${row.boot}-${row.counter}`));
  const expected = shelf.archive.filter(({ row }) => !waiting.has(`${row.boot}-${row.counter}`)).map(({ row }) => row.body);
  if (new Set(shelf.folded).size !== shelf.folded.length) wrong('I2', hallId, 'a fact was folded twice');
  // One by one or all at once: the tables are the fold of what is kept and does not wait.
  if ([...shelf.folded].sort().join('\n') !== [...expected].sort().join('\n')) wrong('I7', hallId, `the tables have ${shelf.folded.length} facts, the archive ${expected.length}`);
}
