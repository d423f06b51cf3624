/*
 * Whole jobs over a bad wire: the true driver, the simulated printer, and between them a wire that spoils answers, while paper runs out, covers open and cables go.
 * `printed` may be said only of a paper that came out, `notSent` only of one that never does, and on a quiet wire the next paper is out and known to be.
 *
 * A wire can make up a completion: for each `printed` of no paper the bytes themselves are asked. Where they really said it, it counts as `undetectable`; else it is wrong.
 */
import type { Line, PrinterState } from '@kuaizhao/hardware/ports.ts';
import { printerProfiles, type PrinterProfile } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { firmwareOf } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createPrinterSimulator, type PrinterFaults } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { createMutator, pieces, type Chance } from '../mutate.ts';
import { createVirtualTimer } from '../virtual-timer.ts';
import { head } from './answers.ts';

export interface JobsOutcome { jobs: number; answers: number; spoiled: number; printed: number; notSent: number; unknown: number; undetectable: number; readonly wrong: string[] }

/** One for each way in which a printer tells that a paper is out. */
const profiles: readonly PrinterProfile[] = [printerProfiles['full-80'], printerProfiles['gbk-80'], printerProfiles['plain-80']];
const well: Partial<PrinterFaults> = { paperOut: false, nearEnd: false, coverOpen: false, cutterError: false, offline: false, silent: false, noCompletion: false, bytesPerMs: 0.2 };
const mishaps: readonly Partial<PrinterFaults>[] = [{}, {}, {}, { paperOut: true }, { coverOpen: true }, { cutterError: true }, { offline: true }, { silent: true }, { noCompletion: true }, { nearEnd: true }, { bytesPerMs: 0.02 }];

/** One line and the knife. */
const jobBytes = (job: number): Uint8Array => Uint8Array.from([0x1b, 0x40, ...Buffer.from(`job ${job}\n`, 'latin1'), 0x1d, 0x56, 0x42, 0x00]);

/** What the wire handed to the driver since the job began, as far as it may count as a word that the job is out. */
function createOverheard(profile: PrinterProfile) {
  let bytes: number[] = [];
  return {
    begin(): void { bytes = []; },
    heard(piece: Uint8Array): void { bytes.push(...piece); },
    saidDone: (mark: Uint8Array | undefined): boolean => (profile.completion === 'paper'
      ? [0x00, 0x03, 0x0c, 0x0f].some((paper) => bytes.filter((byte) => byte === paper).length >= 3)
      : mark !== undefined && Buffer.from(bytes).includes(Buffer.from([...head, ...mark, 0x00]))),
  };
}

interface Wire {
  every: number;
  /** of the question behind the job under way */
  mark: Uint8Array | undefined;
}

/** A line whose far end's bytes are spoiled, one piece in `every`; the mark behind each job is read on its way out. */
function spoiledLine(line: Line, wire: Wire, overheard: ReturnType<typeof createOverheard>, chance: Chance, outcome: JobsOutcome): Line {
  const mutate = createMutator(chance, head);
  return {
    ...line,
    write(bytes) {
      const at = Buffer.from(bytes).indexOf(Buffer.of(0x1d, 0x28, 0x48));
      if (at >= 0) wire.mark = bytes.slice(at + 7, at + 11);
      return line.write(bytes);
    },
    onBytes: (listener) => line.onBytes((bytes) => {
      outcome.answers += 1;
      const spoil = chance.nat(wire.every) === 0;
      if (spoil) outcome.spoiled += 1;
      for (const piece of pieces(spoil ? mutate(bytes) : bytes, chance)) {
        overheard.heard(piece);
        listener(piece);
      }
    }),
  };
}

async function fuzzProfile(profile: PrinterProfile, spoil: number, chance: Chance, outcome: JobsOutcome): Promise<void> {
  const timer = createVirtualTimer();
  const machine = createPrinterSimulator({ timer, firmware: firmwareOf(profile) });
  const out = new Set<string>();
  machine.onPaper((paper) => { for (const [job] of paperText(paper).matchAll(/job \d+$/gm)) out.add(job); });
  const wire: Wire = { every: 1_000_000_000, mark: undefined };
  const overheard = createOverheard(profile);
  const printer = createTicketPrinter({ timer, profile, openLine: async () => spoiledLine(await machine.openLine(), wire, overheard, chance, outcome) });
  const accuse = (what: string): void => {
    if (outcome.wrong.length < 5) outcome.wrong.push(`job ${outcome.jobs} (${profile.completion}): ${what}`);
  };
  const within = async <Value>(work: Promise<Value>, ms: number): Promise<Value | undefined> => {
    const done: Value[] = [];
    void work.then((value) => done.push(value));
    for (let left = ms; left > 0 && done.length === 0; left -= 100) await timer.run(100);
    return done[0];
  };
  const never = new Set<string>();
  const print = async (): Promise<string> => {
    outcome.jobs += 1;
    const job = `job ${outcome.jobs}`;
    overheard.begin();
    const ended = await within(printer.print(jobBytes(outcome.jobs)), 60_000);
    if (ended === undefined) accuse('no end within a minute');
    else outcome[ended] += 1;
    if (ended === 'printed' && !out.has(job)) {
      if (overheard.saidDone(wire.mark)) outcome.undetectable += 1;
      else accuse('printed, and no paper came out');
    }
    if (ended === 'notSent') never.add(job);
    return ended ?? 'none';
  };
  machine.set(well);
  const enough = outcome.spoiled + spoil;
  while (outcome.spoiled < enough && outcome.wrong.length < 5) {
    wire.every = 1 + chance.nat(6);
    await timer.run(chance.nat(1_500));
    const mishap = mishaps[chance.nat(mishaps.length)] ?? {};
    const strike = timer.after(chance.nat(600), () => (chance.nat(12) === 0 ? machine.unplug() : machine.set(mishap)));
    await print();
    strike();
    machine.plugIn();
    machine.set(well);
    wire.every = 1_000_000_000;
    // A quiet wire: the driver finds its way back, clears, and prints.
    await timer.run(30_000);
    if ((await within(printer.clear(), 10_000)) !== true) accuse('not cleared on a quiet wire');
    const state: PrinterState = printer.state();
    if ((await print()) !== 'printed') accuse(`not printed on a quiet wire (${state})`);
  }
  for (const job of never) if (out.has(job)) accuse(`${job} was not sent, and came out`);
  const closing = printer.close();
  await timer.run(10_000);
  await closing;
}

/** Jobs on each kind of printer until `spoil` answers were spoiled. */
export async function fuzzJobs(spoil: number, chance: Chance): Promise<JobsOutcome> {
  const outcome: JobsOutcome = { jobs: 0, answers: 0, spoiled: 0, printed: 0, notSent: 0, unknown: 0, undetectable: 0, wrong: [] };
  for (const profile of profiles) await fuzzProfile(profile, Math.ceil(spoil / profiles.length), chance, outcome);
  return outcome;
}
