/* How a probe tells what it sees: one line a step, with its time, in plain Chinese and English; or one JSON object a step. */
import type { Timer } from '../ports.ts';

/** 0: the device works. 1: it is there and something is wrong. 2: the program was called wrongly. 3: no such device was found. */
export type ProbeResult = 0 | 1 | 2 | 3;

export interface Words { readonly zh: string; readonly en: string }
/** `fine` · `wrong`: the device cannot serve like this · `note`: good to know, or for a person to do */
export type Verdict = 'fine' | 'wrong' | 'note';
export type Figures = Readonly<Record<string, string | number | boolean>>;

export interface ProbeReport {
  /** `step` is a key for programs; no figure and no word may hold a person's data. The time counts from the step before. */
  tell(step: string, verdict: Verdict, words: Words, figures?: Figures): void;
}

export interface Probe {
  /** one line a way to call it */
  readonly usage: readonly string[];
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  run(values: Readonly<Record<string, string | boolean | undefined>>, report: ProbeReport, timer: Timer): Promise<ProbeResult>;
}

const marks: Readonly<Record<Verdict, string>> = { fine: '✓', wrong: '✗', note: '·' };

/** `write` takes whole lines. */
export function createReport(timer: Timer, json: boolean, write: (line: string) => void): ProbeReport {
  let before = timer.now();
  return {
    tell(step, verdict, words, figures = {}) {
      const ms = Math.round(timer.now() - before);
      before = timer.now();
      if (json) write(JSON.stringify({ step, verdict, ms, ...words, ...figures }));
      else write(`${marks[verdict]} ${String(ms).padStart(6)} ms  ${words.zh}\n             ${words.en}`);
    },
  };
}
