/* What an attack is and what it says: each try has an expectation, and what got through is told by name. */
import type { Stage } from './stage.ts';

export interface Outcome { readonly tries: number; readonly blocked: number; /** what got through, or was answered otherwise than by its name */ readonly through: readonly string[]; /** beside that, for whoever reads the line */ readonly seen?: Readonly<Record<string, number>> }
export interface Attack { readonly name: string; run(stage: Stage, short: boolean): Promise<Outcome> }

interface Tally {
  /** One try, and whether the hall did what it must. */
  readonly expect: (what: string, blocked: boolean) => void;
  readonly outcome: (seen?: Readonly<Record<string, number>>) => Outcome;
}

export function tally(): Tally {
  const through: string[] = [];
  let tries = 0;
  return {
    expect: (what, blocked) => {
      tries += 1;
      if (!blocked) through.push(what);
    },
    outcome: (seen) => ({ tries, blocked: tries - through.length, through: through.slice(0, 20), ...(seen === undefined ? {} : { seen }) }),
  };
}

export const wait = (ms: number): Promise<void> => new Promise((go) => { setTimeout(go, ms); });
/** What was told within the time, or undefined. */
export const within = <T>(ms: number, told: Promise<T>): Promise<T | undefined> => Promise.race([told, wait(ms).then(() => undefined)]);
/** The attacker's own address: every address of 127/8 is this machine's, and the hall counts by address. */
export const attackerAt = '127.0.0.66';
/** Another one, whose limits are not used up by a flood. */
export const besideAt = '127.0.0.67';
