/* A morning drawn by seed: who comes when (04:00 to 10:00, most between 05:00 and 06:30), who posts what, how people behave at the tables. */
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { drawn, randomOf } from '../../fixtures/random.ts';

export interface Plan { readonly seed: number; readonly workers: number; readonly postings: number; readonly tables: number; readonly kiosks: number }
/** All times in milliseconds after 04:00. */
export interface Arrival { readonly atMs: number; readonly person: number; readonly trades: readonly string[] }
export interface Posting { readonly atMs: number; readonly employer: number; readonly trade: string; readonly headcount: number; readonly payFen: number }

export const morningMs = 6 * 3_600_000;
const hourMs = 3_600_000;
/** Share of the crowd by half hour from 04:00: the measured shape of product rule "a morning in a hall". */
const curve = [6, 12, 22, 24, 14, 8, 5, 3, 2, 2, 1, 1] as const;
const trades = [['0201', 18], ['0101', 24], ['0301', 10], ['0102', 9], ['0202', 9], ['0501', 7], ['0104', 6], ['0401', 6], ['0105', 5], ['0601', 6]] as const;
const headcounts = [[1, 22], [2, 24], [3, 18], [4, 14], [5, 10], [6, 6], [8, 4], [12, 2]] as const;

const timeIn = (random: () => number): number => {
  const half = drawn(random, curve.map((weight, index) => [index, weight] as const));
  return Math.floor((half + random()) * (hourMs / 2));
};

export function drawMorning({ seed, workers, postings }: Plan): { readonly arrivals: Arrival[]; readonly postings: Posting[] } {
  const random = randomOf(seed);
  const arrivals = Array.from({ length: workers }, (_, person): Arrival => {
    const wanted = new Set([drawn(random, trades)]);
    while (random() < 0.45 && wanted.size < 4) wanted.add(drawn(random, trades));
    return { atMs: timeIn(random), person, trades: [...wanted] };
  });
  const jobs = Array.from({ length: postings }, (_, index): Posting => ({
    // The vans come a little later than the crowd.
    atMs: Math.min(morningMs - hourMs, timeIn(random) + 10 * 60_000), employer: index % 400, trade: drawn(random, trades), headcount: drawn(random, headcounts), payFen: 20_000 + Math.floor(random() * 20) * 1_000,
  }));
  const byTime = (a: { atMs: number }, b: { atMs: number }): number => a.atMs - b.atMs;
  return { arrivals: arrivals.sort(byTime), postings: jobs.sort(byTime) };
}

export const termsOf = (posting: Posting, now: number): JobTerms => soundTerms(now, {
  trade: posting.trade, headcount: posting.headcount, pay: { kind: 'fixed', amountFen: posting.payFen, unit: 'day' }, validUntil: now + 8 * hourMs,
});

/** What happens to a called number at the table. */
export const tableOutcomes = [['hire', 82], ['noAgreement', 10], ['noShow', 8]] as const;
/** Walk to the table, and each talk. */
export const tableMs = { walk: 60_000, talk: 20_000 } as const;
