/* A hall in the simulation: the real uplink over a journal and an identity file on a disk that can go back, and a machine that ends at any moment. */
import { pino } from 'pino';
import { createUplink, type Uplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import type { Identity, IdentityFile } from '@kuaizhao/sync-agent/hall/uplink/identity-file.ts';
import type { UplinkPace } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import type { UplinkJournal } from '@kuaizhao/sync-agent/hall/uplink/journal.ts';
import { chainStart, type Cursor } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { memoryJournal, type MemoryJournal, type StoredRow } from '../../fixtures/city/memory-journal.ts';
import { Crashed, type World } from './world.ts';
import type { Wire } from './wire.ts';

const silent = pino({ level: 'silent' });
/** The field's order of things, in a patience that a history can wait for. */
const pace: UplinkPace = { ackMs: 2_000, backoffMinMs: 100, backoffMaxMs: 2_000, slowMs: 5_000, pollMs: 1_000 };

export interface HallDisk { journal: MemoryJournal; identity: Identity }

export interface SimulatedHall {
  readonly name: string;
  readonly disk: HallDisk;
  /** every row that this hall ever committed, also on a disk that went back since */
  readonly made: Map<string, StoredRow>;
  uplink(): Uplink | undefined;
  start(): void;
  /** The machine ends at once. */
  crash(): void;
  /** One operation, committed; false while the machine is down. */
  work(facts: readonly Fact[], bodies?: readonly string[]): boolean;
  clockStep(ms: number): void;
}

export interface HallParts {
  readonly world: World; readonly wire: Wire; readonly name: string; readonly disk: HallDisk;
  /** at each moment at which the identity file is written */
  readonly crashShare: number;
  /** the hall believes that everything up to here is safe at the city */
  readonly believed: (epoch: string, cursor: Cursor) => void;
}

export const newDisk = (world: World, hallId: string): HallDisk => ({
  journal: memoryJournal(world.chance.hex(8), world.now),
  identity: { hall: hallId, install: world.chance.hex(16), epoch: world.chance.hex(16), seq: 0, hash: chainStart },
});

export function createHall({ world, wire, name, disk, crashShare, believed }: HallParts): SimulatedHall {
  const made = new Map<string, StoredRow>();
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
    const identity = identityOn(disk, { world, guard, crash: () => { if (alive()) crash(); }, crashShare });
    uplink = createUplink({
      url: '', key: '', hallName: name, journal: journalOn(disk, { guard, believed }), identity, open: wire.open, pace, log: silent,
      clock: () => world.now() + clockAhead,
      timer: { after: (delayMs, run) => world.after(delayMs, () => { if (alive()) run(); }) },
      random: { unit: () => world.chance.unit(), hex: (bytes) => world.chance.hex(bytes) },
    });
  };
  return {
    name, disk, made, start, crash,
    uplink: () => uplink,
    work(facts, bodies) {
      if (uplink === undefined) return false;
      const from = disk.journal.rows.length;
      disk.journal.append(facts, bodies);
      for (const row of disk.journal.rows.slice(from)) made.set(`${row.boot}-${row.counter}`, row);
      uplink.wake();
      return true;
    },
    clockStep(ms) { clockAhead += Math.round(ms); },
  };
}

function journalOn(disk: HallDisk, { guard, believed }: { readonly guard: () => void; readonly believed: HallParts['believed'] }): UplinkJournal {
  return {
    head: () => { guard(); return disk.journal.head(); },
    hashAt: (seq) => { guard(); return disk.journal.hashAt(seq); },
    read: (from, rows, bytes) => { guard(); return disk.journal.read(from, rows, bytes); },
    acked: () => { guard(); return disk.journal.acked(); },
    setAcked(cursor) {
      guard();
      disk.journal.setAcked(cursor);
      believed(disk.identity.epoch, cursor);
    },
  };
}

interface IdentityParts { readonly world: World; readonly guard: () => void; readonly crash: () => void; readonly crashShare: number }

/** As the file does it: a write is there as a whole or not at all, and a machine may end on either side of it. */
function identityOn(disk: HallDisk, { world, guard, crash, crashShare }: IdentityParts): IdentityFile {
  const moment = (where: string): void => {
    guard();
    if (!world.bad(crashShare)) return;
    world.fault(`hall ends ${where}`);
    crash();
    throw new Crashed();
  };
  let memory = disk.identity;
  const write = async (): Promise<void> => {
    await Promise.resolve();
    moment('before its identity is written');
    disk.identity = memory;
    moment('after its identity is written');
  };
  return {
    get: () => memory,
    keepToken(token) { guard(); memory = { ...memory, token }; return write(); },
    keepCursor(cursor) {
      guard();
      memory = { ...memory, ...cursor };
      world.after(5, () => { try { guard(); } catch { return; } disk.identity = memory; });
    },
    renew() { guard(); memory = { ...memory, epoch: world.chance.hex(16), seq: 0, hash: chainStart }; return write(); },
    close: () => Promise.resolve(),
  };
}
