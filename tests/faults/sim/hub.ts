/* The hub in the simulation: the real sessions, turns and rules over the simulated disk, one process after another. */
import { pino } from 'pino';
import { judgeRow, type JudgeRow } from '@kuaizhao/db/city/journal/judge-row.ts';
import { releaseWaiting } from '@kuaizhao/db/city/journal/release.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { factVersion } from '@kuaizhao/db/domain/records/fact-version.ts';
import { openHallSession, type HallSession } from '@kuaizhao/sync-agent/city/hub/hall-session.ts';
import { hubLimits } from '@kuaizhao/sync-agent/city/hub/parts.ts';
import { createPresence } from '@kuaizhao/sync-agent/city/hub/presence.ts';
import { createTurns } from '@kuaizhao/sync-agent/city/hub/turns.ts';
import type { News } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { speak } from './feeds/city-shelf.ts';
import { simulatedFeeds, type HubDisk } from './hub-disk.ts';
import type { World } from './world.ts';

const silent = pino({ level: 'silent' });
const peopleEveryMs = 700;

export interface SimulatedHub {
  isUp(): boolean;
  /** A connection of a hall; undefined while no process runs. `ended` is called when the process ends, or has another connection of this hall. */
  connect(hallId: string, ended: () => void, hear: (news: News) => void): { readonly session: HallSession; readonly end: () => void } | undefined;
  /** The city says something in one of its feeds, and wakes its halls unless the wake-up is lost. */
  speak(hallIds: readonly string[], heard: boolean): void;
  /** Ends the process at once; another starts after a while. */
  crash(): void;
  /** The process ends, and the database is the one of the last backup. */
  restore(): void;
  /** The process ends; the next one is of this version, and judges again what waits. */
  upgrade(version: number): void;
}

/** How a program of a version understands rows: the real judge for its own and older ones, and of newer ones what a later program would. */
const judgeOf = (version: number): JudgeRow => (row) => {
  if (row.v <= factVersion) return judgeRow(row);
  return row.v > version ? { ok: false, reason: 'newerVersion' } : { ok: true, fact: JSON.parse(row.body) as Fact };
};

export function createHub(world: World, disk: HubDisk, restartMs: number): SimulatedHub {
  let serial = 0;
  let version: number = factVersion;
  let current = begin();
  function begin() {
    const mine = ++serial;
    const alive = (): boolean => serial === mine && current !== undefined;
    const lines = new Map<string, Set<() => void>>();
    const ears = new Set<(news: News) => void>();
    const journal = disk.open(alive, () => { if (serial === mine) end(); });
    const judge = judgeOf(version);
    // As a hub does at its start; a hall may already be back meanwhile, and both wait for each other's turn.
    void (async () => { for (const [hallId, { waiting }] of disk.halls) if (waiting.length > 0) await releaseWaiting(journal, hallId, judge); })().catch(() => undefined);
    const workPeople = (): void => { world.after(peopleEveryMs, () => {
      if (!alive()) return;
      disk.workPeople();
      workPeople();
    }); };
    workPeople();
    return { mine, lines, ears, judge, turns: createTurns(hubLimits), presence: createPresence(), journal };
  }
  function end(): void {
    const { lines } = current;
    serial += 1;
    const dead = serial;
    for (const line of [...lines.values()].flatMap((some) => [...some])) line();
    world.after(restartMs, () => { if (serial === dead) current = begin(); });
  }
  const isUp = (): boolean => current.mine === serial;
  return {
    isUp,
    connect(hallId, ended, hear) {
      if (!isUp()) return undefined;
      const { lines, ears, turns, presence, journal, judge } = current;
      const mine = lines.get(hallId) ?? new Set();
      lines.set(hallId, mine);
      const line = (): void => {
        mine.delete(line);
        ears.delete(hear);
        ended();
      };
      mine.add(line);
      ears.add(hear);
      const session = openHallSession(hallId, {
        journal, feeds: simulatedFeeds(disk), turns, presence, judge, closing: () => false, log: silent,
        now: world.now, randomHex: (bytes) => world.chance.hex(bytes), unit: () => world.chance.unit(), after: world.after,
      }, () => { for (const other of Array.from(mine)) if (other !== line) other(); });
      return { session, end: line };
    },
    speak(hallIds, heard) {
      if (!isUp()) return;
      const feed = speak(disk.city, hallIds, world.chance, world.now());
      if (heard) for (const hear of current.ears) hear({ feed, head: disk.city.get(feed)?.head ?? 0 });
    },
    crash() { if (isUp()) end(); },
    restore() {
      if (isUp()) end();
      disk.restore();
    },
    upgrade(next) {
      version = next;
      if (isUp()) end();
    },
  };
}
