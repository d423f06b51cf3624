/* What goes wrong on purpose, one thing at a time, to somebody. */
import { factVersion } from '@kuaizhao/db/domain/records/fact-version.ts';
import type { StoredRow } from '../../fixtures/city/memory-journal.ts';
import { forget } from './feeds/city-shelf.ts';
import { copyDisk, loseTail, type HallDisk, type SimulatedHall } from './hall.ts';
import { markFor, persons } from './people/words.ts';
import type { SimulatedHub } from './hub.ts';
import type { HubDisk } from './hub-disk.ts';
import type { World } from './world.ts';

export interface Machine { readonly hall: SimulatedHall; restartAt: number }
/** One hall of the registry. */
export interface Place {
  readonly hallId: string;
  readonly made: Map<string, StoredRow>;
  /** more than one where somebody copied a disk and started both */
  readonly machines: Machine[];
  copied: boolean;
  /** its disk changed a row that was not pushed yet */
  flipped: boolean;
  backup: HallDisk | undefined;
  readonly start: (image: HallDisk) => SimulatedHall;
}
export interface Stage { readonly hub: SimulatedHub; readonly disk: HubDisk; readonly places: readonly Place[]; readonly hubRestored: () => void }

type Trouble = (world: World, stage: Stage, place: Place, machine: Machine) => void;

const mostLostRows = 40;
/** In the field half a year; a history has half a minute. */
const keptMs = 8_000;
const downMs = 5_000;

function down(world: World, machine: Machine): void {
  machine.restartAt = world.now() + world.chance.below(downMs);
  machine.hall.crash();
}

const troubles: Readonly<Record<string, Trouble>> = {
  'hub ends': (_, { hub }) => { hub.crash(); },
  'hub backup': (_, { disk }) => { disk.backup(); },
  'hub restored': (world, { hub, hubRestored }) => { if (world.chance.unit() < 0.5) { hubRestored(); hub.restore(); } },
  'hub upgraded': (world, { hub }) => { if (world.chance.unit() < 0.3) hub.upgrade(factVersion + 1); },
  'city forgets': (world, { disk }) => { forget(disk.city, world.chance); },
  'hall ends': (world, _, __, machine) => { down(world, machine); },
  'hall disk goes back': (world, _, __, machine) => {
    down(world, machine);
    const { feeds } = machine.hall.disk;
    loseTail(world, machine.hall.disk, world.chance.below(mostLostRows));
    feeds.copies = feeds.before.at(-world.chance.below(feeds.before.length + 1)) ?? feeds.copies;
  },
  'hall backup': (world, _, place, { hall }) => { place.backup = copyDisk(world, hall.disk); },
  // The database only: the identity file stays with the machine and knows more.
  'hall restored': (world, _, { backup }, machine) => {
    if (backup === undefined) return;
    down(world, machine);
    machine.hall.disk.journal = backup.journal.copy(world.chance.hex(8));
    Object.assign(machine.hall.disk.feeds, backup.feeds);
    Object.assign(machine.hall.disk.people, backup.people);
  },
  'hall disk full': (world, _, __, { hall }) => { hall.disk.fullUntil = world.now() + world.chance.below(8_000); },
  'hall shortens its journal': (world, _, __, machine) => {
    machine.hall.shorten(world.now() - world.chance.below(keptMs), 1 + world.chance.below(60));
    // Ends in the same moment: the next start finds the shorter journal and nothing else of it.
    if (world.chance.unit() < 0.3) down(world, machine);
  },
  'hall disk flips a bit': (world, _, place, { hall: { disk: { journal } } }) => {
    const safe = Math.max(journal.acked(), journal.base()?.seq ?? 0);
    const fresh = journal.head().seq - safe;
    if (place.copied || fresh === 0 || world.chance.unit() < 0.8) return;
    place.flipped = true;
    journal.corrupt(safe + 1 + world.chance.below(fresh));
  },
  'hall copied': (world, _, place, { hall }) => {
    if (place.copied || place.flipped || world.chance.unit() < 0.8) return;
    place.copied = true;
    const copy = place.start(copyDisk(world, hall.disk));
    place.machines.push({ hall: copy, restartAt: 0 });
    copy.start();
  },
  'city erases somebody': (world, { hub, disk: { people } }) => {
    const erasureId = `e-${world.chance.hex(6)}`;
    if (hub.isUp()) people.erasures.set(erasureId, { erasure: markFor(world.chance.pick(persons), erasureId), at: world.now() - 1, done: false });
  },
  'hall erases somebody': (world, _, __, { hall }) => { hall.eraseHere(world.chance.pick(persons)); },
  silence: (world, _, __, { hall }) => { hall.wire.silence(world.chance.below(8_000)); },
  cut: (_, __, ___, { hall }) => { hall.wire.cut(); },
  'clock step': (world, _, __, { hall }) => { hall.clockStep((world.chance.unit() - 0.5) * 2 * 86_400_000); },
  poison: (world, _, __, { hall }) => { hall.work({ facts: [{ type: 'jobFilled', jobId: `poison-${world.chance.hex(4)}` }], bodies: [world.chance.pick(['', '{', '{"type":"unknown"}', '{"type":"dayOpened","businessDay":"2026-11-20"}'])] }); },
  'refused by the tables': (world, _, __, { hall }) => { hall.work({ facts: [{ type: 'dayOpened', businessDay: `0000-01-${String(1 + world.chance.below(28)).padStart(2, '0')}` }] }); },
  'newer hall': (world, _, __, { hall }) => {
    const key = `newer-${world.chance.below(4)}`;
    const jobId = (): string => `${key}-${world.chance.hex(6)}`;
    hall.work({ facts: [{ type: 'jobFilled', jobId: key }], bodies: [`{"type":"jobFilled","jobId":"${jobId()}","said":"${world.chance.hex(4)}"}`], v: factVersion + 1 });
    // What an old program would understand waits behind what it does not, as long as both are about the same thing.
    if (world.chance.unit() < 0.5) hall.work({ facts: [{ type: 'jobFilled', jobId: key }], bodies: [`{"type":"jobFilled","jobId":"${jobId()}"}`] });
  },
};
const kinds = Object.keys(troubles);

/** Half of the time, one of them happens to one machine of one hall. */
export function troubleSomebody(world: World, stage: Stage): void {
  if (!world.bad(0.5)) return;
  const kind = world.chance.pick(kinds);
  const place = world.chance.pick(stage.places);
  world.fault(kind);
  troubles[kind]?.(world, stage, place, world.chance.pick(place.machines));
}

/** Two machines were one hall, and the city works with one of them: somebody looks, and perhaps it was the wrong one. The other is switched off; what it pushed stays. */
export function personDecides(world: World, { disk }: Stage, place: Place): void {
  const refused = place.machines.find(({ hall }) => hall.uplink()?.uplinkState() === 'refused');
  if (refused === undefined || world.chance.unit() < 0.3) return;
  const chosen = world.chance.unit() < 0.5 ? refused : undefined;
  if (chosen !== undefined) disk.admit(place.hallId);
  for (const machine of place.machines.splice(0)) {
    if (chosen === undefined ? machine === refused : machine !== chosen) machine.hall.crash();
    else place.machines.push(machine);
  }
}
