/* A hall's own file through a morning of sudden ends: whatever was answered is there afterwards, once, and the tables are the fold of the journal. Real SQLite, real engine; what lies on the disk at a moment is what a killed process leaves. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { checkHallFile } from '@kuaizhao/db/hall/check-file.ts';
import { openHallDb, type HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { createEngine, type Engine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { seeded, type Seeded } from '../../fixtures/city/seeded.ts';
import { foldJournal, keepRecords, tablesIn, type KeptRecords } from '../../fixtures/fold-tables.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import type { History } from '../sim/history.ts';

/** An end of the process, not of the power: what was written is there whether it was flushed or not, so memory will do. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const steps = 30;
const endShare = 0.15;
const people = 40;
const kiosk: Actor = { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' };
const desk: Actor = { role: 'console', staffId: 'staff-1', staffRole: 'supervisor' };

interface Told { readonly command: Command; readonly actor: Actor; readonly answer: Answer }
interface Morning { readonly root: string; readonly kept: KeptRecords; readonly answered: Map<string, Told>; readonly wrong: (invariant: string, what: string) => void; now: number; lives: number }

export async function runFileHistory(seed: number): Promise<History> {
  const chance = seeded(seed);
  const violations: { invariant: string; hall: string; what: string; at: number }[] = [];
  const byKind = new Map<string, number>();
  const root = mkdtempSync(join(place, 'kuaizhao-file-'));
  const morning: Morning = { root, kept: new Map(), answered: new Map(), wrong: (invariant, what) => { violations.push({ invariant, hall: 'h1', what, at: morning.now }); }, now: morningStart, lives: 0 };
  const fault = (kind: string): void => { byKind.set(kind, (byKind.get(kind) ?? 0) + 1); };
  let process = begin(morning, join(root, '0'), chance);
  try {
    for (let step = 0; step < steps && violations.length === 0; step++) {
      morning.now += chance.below(60_000);
      for (let asked = 1 + chance.below(4); asked > 0; asked--) process.ask(chance.unit() < 0.1 ? again(morning, chance) : nextCommand(chance, `${seed}-${step}-${asked}`));
      // Answers that come before the commit are looked at like all others: an end between the two would lose them.
      await settled();
      if (chance.unit() < endShare) {
        fault('ends before the commit');
        process = restart(morning, process, chance);
        continue;
      }
      process.commit();
      await settled();
      if (chance.unit() >= endShare) continue;
      fault('ends after the commit');
      process = restart(morning, process, chance);
    }
    process = restart(morning, process, chance);
  } finally {
    process.db.close();
    rmSync(root, { recursive: true, force: true });
  }
  return { seed, faults: [...byKind.values()].reduce((sum, times) => sum + times, 0), byKind, violations, fingerprint: `${morning.answered.size}` };
}

/** Promises that the last event set free. */
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

interface Process { readonly dir: string; readonly db: HallDb; readonly engine: Engine; ask(told: Pick<Told, 'command' | 'actor'>): void; commit(): void }

function begin(morning: Morning, dir: string, chance: Seeded): Process {
  const db = openHallDb(dir, chance.hex(8));
  keepRecords(db, morning.kept);
  let due: (() => void) | undefined;
  const engine = createEngine({ db, settings: hallSettings, now: () => morning.now, newId: () => chance.hex(8), soon: (run) => { due = run; }, committed: () => undefined, failed: (error) => { morning.wrong('I7', error instanceof Error ? error.message : 'failed'); } });
  return {
    dir, db, engine,
    ask({ command, actor }) {
      void engine.handle(command, actor).then((answer) => {
        const before = morning.answered.get(command.commandId);
        if (before !== undefined && !isDeepStrictEqual(factsOf(before.answer), factsOf(answer))) morning.wrong('I2', `${command.type} asked again is answered otherwise`);
        morning.answered.set(command.commandId, { command, actor, answer });
      });
    },
    commit() {
      for (let run = due; run !== undefined; run = due) {
        due = undefined;
        run();
      }
    },
  };
}

/** The process is killed: the next one finds what lies on the disk, and everything must be right there. */
function restart(morning: Morning, { dir, db }: Process, chance: Seeded): Process {
  const image = join(morning.root, String(++morning.lives));
  mkdirSync(image, { mode: 0o700 });
  for (const name of ['hall.db', 'hall.db-wal']) if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(image, name));
  cpSync(join(dir, 'hall.key'), join(image, 'hall.key'), { mode: 0, preserveTimestamps: false });
  db.close();
  rmSync(dir, { recursive: true, force: true });
  look(morning, image);
  return begin(morning, image, chance);
}

function look({ root, kept, answered, wrong }: Morning, image: string): void {
  const db = openHallDb(image, 'c'.repeat(16));
  for (const { command, answer } of answered.values()) {
    const found = db.answers.find(command);
    if (found === undefined || found === 'changed' || ('refusal' in found) === answer.ok) wrong('I1', `${command.type} was answered, and nobody knows it`);
    else if (answer.ok && 'facts' in found && !isDeepStrictEqual(found.facts, answer.facts)) wrong('I1', `${command.type} was answered with other facts`);
  }
  const last = db.journal.read(Math.max(1, db.journal.head().seq), 1)[0];
  if (last !== undefined && last.ends !== 1) wrong('I5', `row ${last.seq} ends no operation`);
  const empty = join(root, 'folded');
  const folded = openHallDb(empty, 'e'.repeat(16));
  foldJournal(db, kept, folded);
  if (!isDeepStrictEqual(tablesIn(image), tablesIn(empty))) wrong('I4', 'the tables are not the fold of the journal');
  folded.close();
  rmSync(empty, { recursive: true, force: true });
  db.close();
  const { intact, chain, sameOpTwice } = checkHallFile(join(image, 'hall.db'), true);
  if (!intact || !chain || sameOpTwice) wrong('I5', `the file: intact ${String(intact)}, chain ${String(chain)}, an operation twice ${String(sameOpTwice)}`);
}

const factsOf = (answer: Answer): unknown => (answer.ok ? answer.facts : answer.refusal);

function again({ answered }: Morning, chance: Seeded): Pick<Told, 'command' | 'actor'> {
  return answered.size === 0 ? nextCommand(chance, chance.hex(4)) : chance.pick([...answered.values()]);
}

/** What a morning is made of: people who come for the first time and again, numbers, calls, a number that waits. */
function nextCommand(chance: Seeded, id: string): Pick<Told, 'command' | 'actor'> {
  const commandId = `command-${id}`;
  const card = person(chance.below(people));
  const [windowId, service] = [chance.pick(['w1', 'w2', 'w3']), chance.pick(['register', 'train', 'rights', 'policy'])];
  return chance.pick([
    { actor: kiosk, command: { type: 'registerWorker', commandId, card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] } },
    { actor: kiosk, command: { type: 'checkIn', commandId, card } },
    { actor: kiosk, command: { type: 'takeTicket', commandId, service } },
    { actor: desk, command: { type: 'callNext', commandId, windowId } },
  ] satisfies { actor: Actor; command: Command }[]);
}
