/* A hall's own file through a morning of sudden ends: whatever was answered is there afterwards, once, the tables are the fold of the journal, and the journal gets shorter as the city acknowledges it. Real SQLite, real engine; what lies on the disk at a moment is what a killed process leaves. */
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
import { layEmptyHall } from '../../fixtures/empty-hall.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import type { History } from '../sim/history.ts';
import { asOwn, checkBeginning, emptyLedger, getShorter, keepFirstRows, learn, mayBeForgotten, tellAgain, type Ledger, type Wrong } from './shorter-journal.ts';

/** An end of the process, not of the power: what was written is there whether it was flushed or not, so memory will do. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const steps = 30;
const endShare = 0.15;
const shorterShare = 0.2;
const people = 40;
/** A file with every table and no row, made once a history. */
const nothing = 'nothing';
const kiosk: Actor = { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' };
const desk: Actor = { role: 'console', staffId: 'staff-1', staffRole: 'supervisor' };

interface Told { readonly command: Command; readonly actor: Actor; readonly answer: Answer }
interface Morning { readonly root: string; readonly kept: KeptRecords; readonly ledger: Ledger; readonly answered: Map<string, Told>; readonly wrong: Wrong; now: number; lives: number }

export async function runFileHistory(seed: number): Promise<History> {
  const chance = seeded(seed);
  const violations: { invariant: string; hall: string; what: string; at: number }[] = [];
  const byKind = new Map<string, number>();
  const root = mkdtempSync(join(place, 'kuaizhao-file-'));
  const morning: Morning = { root, kept: new Map(), ledger: emptyLedger(), answered: new Map(), wrong: (invariant, what) => { violations.push({ invariant, hall: 'h1', what, at: morning.now }); }, now: morningStart, lives: 0 };
  const fault = (kind: string): void => { byKind.set(kind, (byKind.get(kind) ?? 0) + 1); };
  layEmptyHall(join(root, nothing));
  openHallDb(join(root, nothing), 'e'.repeat(16)).close();
  const first = join(root, '0');
  cpSync(join(root, nothing), first, { recursive: true });
  let process = begin(morning, first, chance);
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
      const shorter = chance.unit() < shorterShare && getShorter(process.db, morning.ledger, chance, morning.now, morning.wrong) > 0;
      if (shorter) fault('the journal gets shorter');
      if (chance.unit() >= (shorter ? 2 : 1) * endShare) continue;
      fault(shorter ? 'ends after the journal got shorter' : 'ends after the commit');
      process = restart(morning, process, chance);
    }
    process = restart(morning, process, chance, true);
  } finally {
    process.db.close();
    rmSync(root, { recursive: true, force: true });
  }
  return { seed, faults: [...byKind.values()].reduce((sum, times) => sum + times, 0), byKind, violations, fingerprint: `${morning.answered.size} ${morning.ledger.base} ${morning.ledger.rows.at(-1)?.hash ?? ''}` };
}

/** Promises that the last event set free. */
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

interface Process { readonly dir: string; readonly db: HallDb; readonly engine: Engine; ask(told: Pick<Told, 'command' | 'actor'>): void; commit(): void }

function begin(morning: Morning, dir: string, chance: Seeded): Process {
  const db = openHallDb(dir, chance.hex(8));
  keepRecords(db, morning.kept);
  keepFirstRows(db, morning.ledger);
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
function restart(morning: Morning, { dir, db }: Process, chance: Seeded, over = false): Process {
  const image = join(morning.root, String(++morning.lives));
  mkdirSync(image, { mode: 0o700 });
  for (const name of ['hall.db', 'hall.db-wal']) if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(image, name));
  cpSync(join(dir, 'hall.key'), join(image, 'hall.key'), { mode: 0, preserveTimestamps: false });
  db.close();
  rmSync(dir, { recursive: true, force: true });
  look(morning, image, over);
  return begin(morning, image, chance);
}

function look({ root, kept, ledger, answered, wrong, now }: Morning, image: string, over: boolean): void {
  const db = openHallDb(image, 'c'.repeat(16));
  learn(db, ledger, wrong);
  checkBeginning(db, ledger, wrong);
  for (const { command, answer } of answered.values()) {
    const found = db.answers.find(command);
    if (found === undefined && mayBeForgotten(ledger, command.commandId)) continue;
    if (found === undefined || found === 'changed' || ('refusal' in found) === answer.ok) wrong('I1', `${command.type} was answered, and nobody knows it`);
    else if (answer.ok && 'facts' in found && !isDeepStrictEqual(found.facts, answer.facts)) wrong('I1', `${command.type} was answered with other facts`);
  }
  const last = ledger.rows.at(-1);
  if (last !== undefined && last.ends !== 1) wrong('I5', `row ${last.seq} ends no operation`);
  const empty = join(root, 'folded');
  cpSync(join(root, nothing), empty, { recursive: true });
  const folded = openHallDb(empty, 'e'.repeat(16));
  foldJournal({ journal: { ...db.journal, read: (from, most) => ledger.rows.slice(from - 1, from - 1 + most) } }, kept, folded);
  // Figures follow the journal at their own pace, and at the end they have to be those of all that it ever held.
  if (over) {
    folded.group(() => { folded.operation(() => { folded.journal.takeBack(asOwn(ledger.rows)); }, false); });
    for (const each of [db, folded]) while (each.catchUp(1_000) > 0);
  }
  const [found, wanted] = [tablesIn(image), tablesIn(empty)].map(({ figures, ...rest }) => (over ? { ...rest, figures } : rest));
  if (!isDeepStrictEqual(found, wanted)) wrong('I4', 'the tables are not the fold of the journal');
  folded.close();
  rmSync(empty, { recursive: true, force: true });
  tellAgain(db, ledger, now, wrong);
  db.close();
  const { intact, chain, sameOpTwice } = checkHallFile(join(image, 'hall.db'), true);
  if (!intact || !chain || sameOpTwice) wrong('I5', `the file: intact ${String(intact)}, chain ${String(chain)}, an operation twice ${String(sameOpTwice)}`);
}

const factsOf = (answer: Answer): unknown => (answer.ok ? answer.facts : answer.refusal);

/** An answer is known as long as its rows are kept. */
function again({ answered, ledger }: Morning, chance: Seeded): Pick<Told, 'command' | 'actor'> {
  const known = [...answered.values()].filter(({ command }) => !mayBeForgotten(ledger, command.commandId));
  return known.length === 0 ? nextCommand(chance, chance.hex(4)) : chance.pick(known);
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
