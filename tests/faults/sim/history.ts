/* One history: halls and a hub at work while everything goes wrong that may, then peace, and then the question whether anything was lost, doubled or made up. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { createChecker, type Violation } from './checker.ts';
import { createHub, type SimulatedHub } from './hub.ts';
import { createHubDisk, type HubDisk } from './hub-disk.ts';
import { createHall, newDisk, type HallDisk, type SimulatedHall } from './hall.ts';
import { createWire, type Wire } from './wire.ts';
import { createWorld, type World } from './world.ts';

export interface History { readonly seed: number; readonly faults: number; readonly byKind: ReadonlyMap<string, number>; readonly violations: readonly Violation[]; readonly fingerprint: string }

const hallIds = ['h1', 'h2'];
const stepMs = 400;
const peaceMs = 15 * 60_000;
const restartMs = 800;

interface Place { readonly hallId: string; readonly wire: Wire; readonly disk: HallDisk; hall: SimulatedHall; restartAt: number; clone: SimulatedHall | undefined; backup: HallDisk | undefined }

export async function runHistory(seed: number, steps = 60): Promise<History> {
  const world = createWorld(seed, morningStart);
  const { chance } = world;
  // Each history has a weather of its own: some are calm and long, some are wild.
  const rough = chance.unit();
  const disk = createHubDisk(world, hallIds, 0.004 * rough);
  const hub = createHub(world, disk, restartMs);
  const checker = createChecker(world, disk);
  const places = hallIds.map((hallId): Place => {
    const trouble = { lost: 0.25 * rough, twice: 0.3 * rough, late: 0.3 * rough, cut: 0.05 * rough };
    const wire = createWire(world, hub, hallId, trouble);
    const hallDisk = newDisk(world, hallId);
    const hall = createHall({ world, wire, name: hallId, disk: hallDisk, crashShare: 0.01 * rough, believed: (epoch, cursor) => checker.believed(hallId, epoch, cursor) });
    checker.watch(hallId, hall);
    hall.start();
    return { hallId, wire, disk: hallDisk, hall, restartAt: 0, clone: undefined, backup: undefined };
  });
  for (let step = 0; step < steps; step++) {
    for (const place of places) {
      work(world, place, step);
      if (place.hall.uplink() === undefined && world.now() >= place.restartAt) place.hall.start();
    }
    trouble(world, { hub, disk, places, checker });
    await world.pass(chance.below(2 * stepMs));
  }
  world.heal();
  for (const place of places) if (place.hall.uplink() === undefined) place.hall.start();
  const settled = (): boolean => places.every(({ hall, disk: mine }) => hall.uplink()?.uplinkState() === 'caughtUp' && mine.journal.acked() === mine.journal.rows.length);
  await world.pass(2 * restartMs);
  for (const place of places) if (place.hall.uplink() === undefined) place.hall.start();
  await world.pass(peaceMs, settled);
  const violations = checker.end(places.map(({ hallId, hall }) => ({ hallId, hall })));
  return { seed, faults: world.faults(), byKind: world.byKind, violations, fingerprint: world.fingerprint() };
}

/** Every hall works all the time, whatever the city does. */
function work({ chance }: World, { hall }: Place, step: number): void {
  const operations = chance.below(4);
  for (let n = 0; n < operations; n++) {
    const id = `${hall.name}-${step}-${n}`;
    const facts: Fact[] = Array.from({ length: 1 + chance.below(3) }, (_, part) => ({ type: 'jobFilled', jobId: `${id}-${part}` }));
    hall.work(facts);
  }
}

interface Stage { readonly hub: SimulatedHub; readonly disk: HubDisk; readonly places: readonly Place[]; readonly checker: ReturnType<typeof createChecker> }

const troubles: Readonly<Record<string, (world: World, stage: Stage, place: Place) => void>> = {
  'hub ends': (_, { hub }) => hub.crash(),
  'hub backup': (_, { disk }) => disk.backup(),
  'hub restored': (world, { hub, checker }) => { if (world.chance.unit() < 0.5) { checker.hubRestored(); hub.restore(); } },
  'hall ends': (world, _, place) => { place.restartAt = world.now() + world.chance.below(5_000); place.hall.crash(); },
  silence: (world, _, { wire }) => wire.silence(world.chance.below(8_000)),
  cut: (_, __, { wire }) => wire.cut(),
  'clock step': (world, _, { hall }) => hall.clockStep((world.chance.unit() - 0.5) * 2 * 86_400_000),
  poison: (world, _, { hall }) => { hall.work([{ type: 'jobFilled', jobId: `poison-${world.chance.hex(4)}` }], [world.chance.pick(['', '{', '{"type":"unknown"}', '{"type":"dayOpened","businessDay":"2026-11-20"}'])]); },
  'refused by the tables': (world, _, { hall }) => { hall.work([{ type: 'dayOpened', businessDay: `0000-01-${String(1 + world.chance.below(28)).padStart(2, '0')}` }]); },
};
const kinds = Object.keys(troubles);

function trouble(world: World, stage: Stage): void {
  if (!world.bad(0.5)) return;
  const kind = world.chance.pick(kinds);
  world.fault(kind);
  troubles[kind]?.(world, stage, world.chance.pick(stage.places));
}
