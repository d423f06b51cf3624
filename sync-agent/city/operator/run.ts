/* The operator's command line: opens the city's database beside a running hub (PostgreSQL) or instead of it (embedded), and prints one answer. */
import { cityKeyFile } from '@kuaizhao/db/city/people/city-key.ts';
import { CityDbUnavailable } from '@kuaizhao/db/city/store/city-db.ts';
import { readCityConfig, StartRefused } from '../config.ts';
import { openDatabase } from '../open-database.ts';
import { operate, operateKeys, operatorCommands, readArguments, refusalWords, type Answer } from './operator.ts';

/** Gives the exit code: 0 done, 2 refused. `print` gets what stands on standard output. */
export async function runOperator(args: readonly string[], now: number, print: (line: string) => void): Promise<number> {
  const json = args.includes('--json');
  const answer = await answered(args, now);
  if (json) print(JSON.stringify(answer));
  else for (const line of linesOf(answer)) print(line);
  return answer.ok ? 0 : 2;
}

async function answered(args: readonly string[], now: number): Promise<Answer> {
  const read = readArguments(args);
  if (read === undefined) return { ok: false, refusal: operatorCommands.some((command) => command === args[0]) ? 'badArguments' : 'unknownCommand' };
  let config: ReturnType<typeof readCityConfig>;
  try {
    config = readCityConfig(read.given.config);
  } catch (error) {
    if (error instanceof StartRefused) return { ok: false, refusal: 'badConfig' };
    throw error;
  }
  try {
    const db = await openDatabase(config, () => undefined);
    try {
      if (read.command === 'keys') return await operateKeys(db, read.sub, cityKeyFile(config.data), now);
      return await operate(db, read.command, read.given, now);
    } finally {
      await db.close();
    }
  } catch (error) {
    if (!(error instanceof StartRefused || error instanceof CityDbUnavailable)) throw error;
    return { ok: false, refusal: error.message.includes('already uses') ? 'hubRunning' : 'databaseUnavailable' };
  }
}

/** A line a thing: fields as `name: value`, lists with a line each. */
function linesOf(answer: Answer): string[] {
  if (!answer.ok) return [refusalWords[answer.refusal]];
  return Object.entries(answer).flatMap(([name, value]) => {
    if (name === 'ok') return [];
    if (Array.isArray(value)) return [`${name}: ${value.length}`, ...value.map((one: unknown) => `  ${typeof one === 'object' && one !== null ? Object.entries(one).map(([field, inner]) => `${field} ${String(inner)}`).join('  ') : String(one)}`)];
    return [`${name}: ${typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)}`];
  });
}
