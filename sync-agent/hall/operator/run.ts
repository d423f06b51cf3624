/* The command line of the person who runs a hall: reads hall.json, does one thing to the data directory, prints one answer. */
import { readHallConfig, type HallConfig } from '../config.ts';
import { backupKey, hallCommands, hallRefusalWords, operateHall, readHallArguments, type HallAnswer } from './operator.ts';

/** Gives the exit code: 0 done, 2 refused. `now` milliseconds UTC; `print` gets what stands on standard output. */
export function runHallOperator(args: readonly string[], now: number, print: (line: string) => void): number {
  const answer = answered(args, now);
  if (args.includes('--json')) print(JSON.stringify(answer));
  else if (answer.ok) for (const [name, value] of Object.entries(answer)) { if (name !== 'ok') print(`${name}: ${String(value)}`); }
  else print(hallRefusalWords[answer.refusal]);
  return answer.ok ? 0 : 2;
}

function answered(args: readonly string[], now: number): HallAnswer {
  const read = readHallArguments(args);
  if (read === undefined) return { ok: false, refusal: hallCommands.some((command) => command === args[0]) ? 'badArguments' : 'unknownCommand' };
  if (read.command === 'backup-key') return backupKey(read.given);
  let config: HallConfig;
  try {
    config = readHallConfig(read.given.config ?? '');
  } catch {
    return { ok: false, refusal: 'badConfig' };
  }
  return operateHall({ data: config.data, hallId: config.hall.hallId, backupKey: config.backupKey }, read.command, read.given, now);
}
