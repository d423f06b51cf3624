/* How Electron's main is called: by people with `--config`, by itself after a failure with the rest. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Exit codes that ask whoever started us to start us again; a packaged program does it itself. */
export const againCodes = { asked: 75, failed: 76, graphicsFailed: 77 } as const;
export type Again = keyof typeof againCodes;
const failuresOption = 'failures';
const noGraphicsOption = 'no-graphics';
/** More than this many failures in a row are waited for no longer. */
const failuresLimit = 1_000;

export interface BeginOptions {
  readonly config: string;
  /** failures in a row before this beginning */
  readonly failures: number;
  readonly noGraphics: boolean;
}

/** `args`: what follows the program. Switches that belong to the engine are left to it. */
export function beginOptions(args: readonly string[], packaged: boolean): BeginOptions {
  const { values } = parseArgs({
    args: [...args], strict: false,
    options: { config: { type: 'string' }, [failuresOption]: { type: 'string' }, [noGraphicsOption]: { type: 'boolean' } },
  });
  const failures = Number(values[failuresOption] ?? 0);
  return {
    config: typeof values['config'] === 'string' ? values['config'] : packaged ? installedConfig() : 'kiosk.json',
    failures: Number.isInteger(failures) && failures > 0 ? Math.min(failures, failuresLimit) : 0,
    noGraphics: values[noGraphicsOption] === true,
  };
}

/** What the next beginning is told of this end, after `row` failures in a row. */
export const nextOptions = (again: Again, row: number): string[] => [
  ...(again === 'asked' ? [] : [`--${failuresOption}=${row}`]), ...(again === 'graphicsFailed' ? [`--${noGraphicsOption}`] : []),
];

/** Arguments as people gave them: what an earlier end added is taken off. */
export const withoutNextOptions = (args: readonly string[]): string[] => args.filter((one) => !one.startsWith(`--${failuresOption}=`) && one !== `--${noGraphicsOption}`);

/** Where an installed kiosk has its configuration: a place of the machine, not of a user. */
const installedConfig = (): string =>
  process.platform === 'win32' ? join(process.env['ProgramData'] ?? String.raw`C:\ProgramData`, 'Kuaizhao', 'kiosk.json') : '/etc/kuaizhao/kiosk.json';
