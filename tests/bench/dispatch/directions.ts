/* What matching.md section 1 says must come out, checked on the means over the seeds: directions, not digits. */
import type { Figures } from './morning.ts';
import { policyNames, type PolicyName } from './policies.ts';

export type Means = Readonly<Record<PolicyName, Figures>>;
export interface Scenario { readonly name: 'fewTables' | 'middle' | 'thin' | 'rush'; readonly tables: number; readonly rushMinutes?: number }

export interface Direction { readonly direction: string; readonly measured: Readonly<Record<string, number>>; readonly holds: boolean }

export function meansOf(runs: Readonly<Record<PolicyName, readonly Figures[]>>): Means {
  const mean = (figures: readonly Figures[]): Figures => {
    const keys = Object.keys(figures[0] ?? {}) as (keyof Figures)[];
    return Object.fromEntries(keys.map((key) => [key, tenth(figures.reduce((sum, one) => sum + one[key], 0) / figures.length)])) as unknown as Figures;
  };
  return Object.fromEntries(policyNames.map((name) => [name, mean(runs[name])])) as unknown as Means;
}

export function directionsOf(means: Readonly<Record<Scenario['name'], Means>>): Direction[] {
  const { fewTables, thin, rush } = means;
  const tableRule = more(fewTables.longestWait.hires, fewTables.longestWaitFirstPosted.hires);
  const exact = { thin: more(thin.exactLists.hires, thin.longestWait.hires), rush: more(rush.exactLists.hires, rush.longestWait.hires) };
  const fit = tenth(fewTables.fitAlone.hardshipHired - fewTables.longestWait.hardshipHired);
  const scarce = { hiresPercent: more(fewTables.ours.hires, fewTables.exactLists.hires), hardshipPoints: tenth(fewTables.ours.hardshipHired - fewTables.exactLists.hardshipHired) };
  const beside = Object.values(means).map(({ ours, longestWait }) => ({
    hires: more(ours.hires, longestWait.hires), hardship: tenth(ours.hardshipHired - longestWait.hardshipHired), p90: more(ours.p90WaitMin, longestWait.p90WaitMin),
  }));
  return [
    { direction: '5: which job gets the next table moves hires much', measured: { percent: tableRule }, holds: tableRule >= 15 },
    { direction: '5: exact lists against longest wait, same table rule: about even in thin flow, more in a rush', measured: exact, holds: exact.thin >= -1 && exact.rush > Math.max(0, exact.thin) },
    { direction: '6: fit alone starves people in hardship', measured: { points: fit }, holds: fit <= -5 },
    { direction: '2: lists by arrival where tables are scarce cost few hires and give people in hardship their share back', measured: scarce, holds: scarce.hiresPercent >= -2 && scarce.hardshipPoints >= 1 },
    {
      direction: 'ours against longest wait: hires, hardship and p90 wait no worse anywhere', measured: { hiresPercentAtLeast: least(beside.map(({ hires }) => hires)), hardshipPointsAtLeast: least(beside.map(({ hardship }) => hardship)), p90PercentAtMost: -least(beside.map(({ p90 }) => -p90)) },
      holds: beside.every(({ hires, hardship, p90 }) => hires >= -1 && hardship >= -2 && p90 <= 5),
    },
  ];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const more = (one: number, other: number): number => tenth((100 * (one - other)) / other);
const least = (values: readonly number[]): number => Math.min(...values);
