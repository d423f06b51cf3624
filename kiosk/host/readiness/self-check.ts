/* What a kiosk can say of itself before the doors open. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checked, ReadinessState } from '@kuaizhao/db/domain/devices/commands.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import type { State } from '@kuaizhao/kiosk/session/state.ts';

export const selfCheckLimits = {
  /** megabytes free */
  diskLowMb: 1_000, diskOutMb: 200,
  /** seconds off the hall's clock; screens and papers say the hall's time in any case */
  clockOffS: 60, clockWrongS: 600,
} as const;

export interface Looked {
  readonly state: Pick<State, 'reader' | 'printer' | 'left' | 'volume'>;
  /** somebody draws the screen */
  readonly drawn: boolean;
  /** seconds between this machine's clock and the hall's; undefined until the hall has told its */
  readonly clockOffS: number | undefined;
  readonly diskMb: number | undefined;
  /** undefined: no pack here */
  readonly clipsMissing: number | undefined;
}

const printerFound: Readonly<Record<State['printer'], readonly [printer: ReadinessState, paper: ReadinessState]>> = {
  starting: ['unknown', 'unknown'], ready: ['ok', 'ok'], nearEnd: ['ok', 'soon'], paperOut: ['ok', 'bad'],
  coverOpen: ['bad', 'unknown'], cutterError: ['bad', 'unknown'], offline: ['bad', 'unknown'], unreachable: ['bad', 'unknown'],
};
const readerFound: Readonly<Record<State['reader'], ReadinessState>> = { starting: 'unknown', ready: 'ok', outOfService: 'bad' };

export function checksOf({ state, drawn, clockOffS, diskMb, clipsMissing }: Looked): Checked[] {
  const [printer, paper] = printerFound[state.printer];
  const { clockOffS: off, clockWrongS: wrong, diskLowMb: low, diskOutMb: out } = selfCheckLimits;
  return [
    { check: 'reader', state: readerFound[state.reader] }, { check: 'printer', state: printer }, { check: 'paper', state: paper },
    { check: 'screen', state: drawn ? 'ok' : 'bad' }, { check: 'sound', state: state.volume === 0 ? 'soon' : drawn ? 'ok' : 'unknown' },
    counted('audio', clipsMissing, (missing) => (missing === 0 ? 'ok' : 'bad')),
    counted('disk', diskMb, (free) => (free < out ? 'bad' : free < low ? 'soon' : 'ok')),
    counted('clock', clockOffS, (seconds) => (Math.abs(seconds) > wrong ? 'bad' : Math.abs(seconds) > off ? 'soon' : 'ok')),
    { check: 'numbers', state: state.left.state === 'broken' ? 'bad' : state.left.services.includes(workService) ? 'ok' : 'soon' },
  ];
}

const counted = (check: Checked['check'], value: number | undefined, judge: (value: number) => ReadinessState): Checked =>
  (value === undefined ? { check, state: 'unknown' } : { check, state: judge(value), value: Math.max(-1_000_000_000, Math.min(1_000_000_000, value)) });

export async function diskFreeMb(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.floor((bavail * bsize) / 1_048_576);
  } catch {
    return undefined;
  }
}

/** Clips that the manifests of a voice folder name and that are not there; undefined without any manifest. */
export function clipsMissing(folder: string): number | undefined {
  if (!existsSync(folder)) return undefined;
  const packs = readdirSync(folder).filter((language) => existsSync(join(folder, language, 'manifest.json')));
  if (packs.length === 0) return undefined;
  return packs.reduce((sum, language) => {
    const named = /"file":\s*"([^"]+)"/g;
    const files = [...readFileSync(join(folder, language, 'manifest.json'), 'utf8').matchAll(named)].map((found) => found[1] ?? '');
    const there = new Set(readdirSync(join(folder, language)));
    return sum + files.filter((file) => !there.has(file)).length;
  }, 0);
}
