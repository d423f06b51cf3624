/* One history: halls and a hub at work while everything goes wrong that may, then peace, and then the question whether anything was lost, doubled or made up. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { factVersion } from '@kuaizhao/db/domain/records/fact-version.ts';
import type { StoredRow } from '../../fixtures/city/memory-journal.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { createChecker, type Violation } from './checker.ts';
import { createHub } from './hub.ts';
import { createHubDisk } from './hub-disk.ts';
import { createHall, newDisk, type HallDisk, type SimulatedHall } from './hall.ts';
import { personDecides, troubleSomebody, type Place, type Stage } from './troubles.ts';
import { hasAll } from './feeds/feed-checks.ts';
import { peopleSettled } from './people/people-checks.ts';
import { persons } from './people/words.ts';
import { createWire } from './wire.ts';
import { createWorld, type World } from './world.ts';

export interface History { readonly seed: number; readonly faults: number; readonly byKind: ReadonlyMap<string, number>; readonly violations: readonly Violation[]; readonly fingerprint: string }

const hallIds = ['h1', 'h2'];
const stepMs = 400;
const troublesAStep = 2;
const speakShare = 0.3;
const tellShare = 0.3;
const peaceMs = 4 * 60_000;
const restartMs = 800;

export async function runHistory(seed: number, steps = 60): Promise<History> {
  const world = createWorld(seed, morningStart);
  const { chance } = world;
  // Each history has a weather of its own: some are calm and long, some are wild.
  const rough = chance.unit();
  const disk = createHubDisk(world, hallIds, 0.004 * rough);
  const hub = createHub(world, disk, restartMs);
  const checker = createChecker(world, disk);
  const machine = (hallId: string, hallDisk: HallDisk, made: Map<string, StoredRow>): SimulatedHall => {
    const wire = createWire(world, hub, hallId, { lost: 0.3 * rough, twice: 0.6 * rough, late: 0.6 * rough, cut: 0.06 * rough }, (underway) => { checker.wrong('I14', hallId, `${underway} pushes are under way`); });
    return createHall({ world, wire, name: hallId, disk: hallDisk, made, crashShare: 0.01 * rough, believed: (epoch, cursor) => { checker.believed(hallId, epoch, cursor); }, took: (feed, before, now) => { checker.took(hallId, feed, before, now); } });
  };
  const places = hallIds.map((hallId): Place => {
    const made = new Map<string, StoredRow>();
    const hall = machine(hallId, newDisk(world, hallId), made);
    hall.start();
    return { hallId, made, machines: [{ hall, restartAt: 0 }], copied: false, flipped: false, backup: undefined, start: (image) => machine(hallId, image, made) };
  });
  const stage: Stage = { hub, disk, places, hubRestored: () => { checker.hubRestored(); } };
  const watched = () => places.map(({ hallId, machines, copied, flipped, made }) => ({ hallId, copied, flipped, made, machines: machines.map(({ hall }) => hall) }));
  const restart = (): void => { for (const one of places.flatMap(({ machines }) => machines)) if (one.hall.uplink() === undefined && world.now() >= one.restartAt) one.hall.start(); };
  for (let step = 0; step < steps; step++) {
    for (const place of places) work(world, place, step);
    if (world.chance.unit() < speakShare) hub.speak(hallIds, !world.bad(0.1));
    restart();
    for (let part = 0; part < troublesAStep; part++) {
      troubleSomebody(world, stage);
      await world.pass(chance.below((2 * stepMs) / troublesAStep));
    }
    for (const one of watched()) checker.alarms(one);
  }
  world.heal();
  // Whatever newer programs wrote, a hub as new as they are takes in the end.
  hub.upgrade(factVersion + 1);
  const live = (): SimulatedHall[] => places.flatMap(({ machines, flipped }) => (flipped ? [] : machines.filter(({ hall }) => hall.uplink()?.uplinkState() === 'caughtUp').map(({ hall }) => hall)));
  const settled = (): boolean => peopleSettled(disk, live().map((hall) => hall.disk)) && places.every(({ machines, flipped }) => {
    if (flipped) return true;
    const states = machines.map(({ hall }) => hall.uplink()?.uplinkState());
    const live = machines.filter((_, index) => states[index] === 'caughtUp');
    return states.every((state) => state === 'caughtUp' || state === 'refused') && live.length === 1 && live.every(({ hall }) => hall.disk.journal.acked() === hall.disk.journal.head().seq && hasAll(disk.city, hall.disk.feeds.copies, hall.disk.identity.hall));
  });
  for (let waits = 0; waits < 3; waits++) {
    await world.pass(5_000);
    restart();
  }
  await world.pass(peaceMs, settled);
  for (const place of places) personDecides(world, stage, place);
  await world.pass(peaceMs, settled);
  // Everything that the city has may go: what is left is what it has not, and both still understand each other.
  for (const { machines, flipped } of places) for (const { hall } of machines) { if (!flipped) hall.shorten(Infinity, Infinity); }
  // The last words of a morning, the city's and the halls', and the wake-ups for them are lost.
  hub.speak(hallIds, false);
  for (const { hallId, machines: [last] } of places) last?.hall.workUnheard({ facts: [{ type: 'jobFilled', jobId: `${hallId}-last` }] });
  await world.pass(peaceMs, settled);
  const violations = checker.end(watched());
  for (const { hall } of places.flatMap(({ machines }) => machines)) hall.crash();
  return { seed, faults: world.faults(), byKind: world.byKind, violations, fingerprint: world.fingerprint() };
}

/** Every machine works all the time, whatever the city does. */
function work({ chance }: World, { hallId, machines }: Place, step: number): void {
  for (const [index, { hall }] of machines.entries()) {
    const operations = chance.below(4);
    for (let n = 0; n < operations; n++) {
      const id = `${hallId}-${index}-${step}-${n}`;
      const facts: Fact[] = Array.from({ length: 1 + chance.below(3) }, (_, part) => ({ type: 'jobFilled', jobId: `${id}-${part}` }));
      hall.work({ facts });
    }
    if (chance.unit() < tellShare) hall.tellOf(chance.pick(persons), chance.unit() < 0.15 ? factVersion + 1 : undefined);
  }
}
