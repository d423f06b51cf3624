/* A day drawn by seed: who comes when (04:00 to 10:00, most between 05:00 and 06:30) and with whom, who posts what, how people behave at the tables and in the evening. */
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { drawn, randomOf } from '../../fixtures/random.ts';

export interface Plan { readonly seed: number; readonly workers: number; readonly postings: number; readonly tables: number; readonly kiosks: number }
/** All times in milliseconds after 04:00. */
export interface Arrival { readonly atMs: number; readonly person: number; readonly trades: readonly string[] }
/** Two to six who have all arrived by then and go together. */
export interface CrewPlan { readonly atMs: number; readonly persons: readonly number[] }
export type Manner = 'open' | 'draw' | 'rotation' | 'named' | 'quotes';
export interface Posting { readonly atMs: number; readonly employer: number; readonly trade: string; readonly headcount: number; readonly payFen: number; readonly manner: Manner }
export interface Morning { readonly arrivals: readonly Arrival[]; readonly crews: readonly CrewPlan[]; readonly postings: readonly Posting[] }

export const morningMs = 6 * 3_600_000;
const hourMs = 3_600_000;
/** Saturday 21 November 2026, 04:00 in China. */
export const dayBegins = Date.UTC(2026, 10, 20, 20);
/** The evening, when people come past once more: 18:30 to 20:00. */
export const evening = { fromMs: 14.5 * hourMs, toMs: 16 * hourMs } as const;
/** Share of the crowd by half hour from 04:00: the measured shape of product rule "a morning in a hall". */
const curve = [6, 12, 22, 24, 14, 8, 5, 3, 2, 2, 1, 1] as const;
const trades = [['0201', 18], ['0101', 24], ['0301', 10], ['0102', 9], ['0202', 9], ['0501', 7], ['0104', 6], ['0401', 6], ['0105', 5], ['0601', 6]] as const;
const headcounts = [[1, 22], [2, 24], [3, 18], [4, 14], [5, 10], [6, 6], [8, 4], [12, 2]] as const;
const manners = [['open', 91], ['rotation', 3], ['draw', 2], ['named', 2], ['quotes', 2]] as const;
const crewSizes = [[2, 45], [3, 25], [4, 18], [5, 7], [6, 5]] as const;
/** Of a hundred people that many come with a crew's first member. */
const crewShare = 0.025;
const crewWaitsMs = 120_000;

const timeIn = (random: () => number): number => {
  const half = drawn(random, curve.map((weight, index) => [index, weight] as const));
  return Math.floor((half + random()) * (hourMs / 2));
};

export function drawMorning({ seed, workers, postings }: Plan): Morning {
  const random = randomOf(seed);
  const byTime = (a: { atMs: number }, b: { atMs: number }): number => a.atMs - b.atMs;
  const arrivals = Array.from({ length: workers }, (_, person): Arrival => {
    const wanted = new Set([drawn(random, trades)]);
    while (random() < 0.45 && wanted.size < 4) wanted.add(drawn(random, trades));
    return { atMs: timeIn(random), person, trades: [...wanted] };
  }).sort(byTime);
  const jobs = Array.from({ length: postings }, (_, index): Posting => ({
    // The vans come a little later than the crowd.
    atMs: Math.min(morningMs - hourMs, timeIn(random) + 10 * 60_000), employer: index % 400, trade: drawn(random, trades), headcount: drawn(random, headcounts),
    payFen: 20_000 + Math.floor(random() * 20) * 1_000, manner: drawn(random, manners),
  }));
  const crews: CrewPlan[] = [];
  for (let first = 0; first < arrivals.length; first += 1) {
    if (random() >= crewShare) continue;
    // They came on one tricycle: the next at the door.
    const members = arrivals.slice(first, first + drawn(random, crewSizes));
    const last = members.at(-1);
    if (members.length < 2 || last === undefined) break;
    crews.push({ atMs: last.atMs + crewWaitsMs, persons: members.map(({ person }) => person) });
    first += members.length;
  }
  return { arrivals, crews, postings: jobs.sort(byTime) };
}

export const termsOf = (posting: Posting, now: number): JobTerms => soundTerms(now, {
  trade: posting.trade, headcount: posting.headcount, pay: { kind: 'fixed', amountFen: posting.payFen, unit: 'day' }, validUntil: now + 8 * hourMs,
  ...(posting.manner === 'draw' || posting.manner === 'rotation' ? { mode: posting.manner } : {}), ...(posting.manner === 'quotes' ? { sealedQuotes: true as const } : {}),
});

/** What happens to a called number at the table. `silent`: nobody says anything, and the agent's clock ends the call. */
export const tableOutcomes = [['hire', 80], ['refuse', 7], ['noAgreement', 4], ['noShow', 7], ['silent', 2]] as const;
export const refuseReasons = [['payTooLow', 40], ['tooFar', 25], ['workTooHard', 15], ['hoursWrong', 10], ['alreadyFound', 5], ['other', 5]] as const;
/** Of a hundred hires: who takes it back at once, and who does not come to the van. */
export const afterHire = [['stays', 970], ['undone', 15], ['late', 15]] as const;
export const eveningWords = [['yes', 955], ['notYet', 25], ['no', 20]] as const;
/** Walk to the table, and each talk. */
export const tableMs = { walk: 60_000, talk: 20_000 } as const;
