/* The morning that every policy meets: who comes when and wants what, who hires, and how people answer. All drawn by seed, nothing of it hangs on the policy. */
import type { JobInputs, WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { fitOf, fitPartsOf } from '@kuaizhao/db/domain/matching/pairs/fit.ts';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { trades as everyTrade } from '@kuaizhao/db/domain/trades/trade.ts';
import { drawn, randomOf } from '../../fixtures/random.ts';

export const day = '2026-11-21';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** 04:00 and 10:00 in the hall. */
export const morning = { from: dayStart(day) + 4 * hourMs, to: dayStart(day) + 10 * hourMs } as const;

export interface Person {
  readonly index: number; readonly inputs: WorkerInputs; readonly hardship: boolean;
  /** goes home at this time, unless called or hired */
  readonly until: number;
}
export interface Posting { readonly index: number; readonly job: JobInputs; /** how its pay stands to what is usual, 1 is usual */ readonly payRatio: number }
export interface World { readonly seed: number; readonly people: readonly Person[]; readonly postings: readonly Posting[] }
export interface WorldSize { readonly seed: number; readonly people: number; readonly postings: number; /** all come within this time from 05:00; absent: over the morning */ readonly rushMinutes?: number }

/** Share of the crowd by half hour from 04:00 to 10:00. */
const curve = [6, 12, 22, 24, 14, 8, 5, 3, 2, 2, 1, 1] as const;
/** Much of the work is of a few trades, and some of each of the others; none that needs papers, which only some would have. */
const trades = everyTrade().filter(({ certificates }) => certificates.length === 0).map(({ code }, rank) => [code, 1 / (rank + 12)] as const);
const headcounts = [[1, 22], [2, 24], [3, 18], [4, 14], [5, 10], [6, 6], [8, 4], [12, 2]] as const;
const hardshipShare = 0.15;
const hardshipHeadStartMs = 30 * minuteMs;
const usualDayFen = 20_000;
const employers = 400;

export function drawWorld({ seed, people, postings, rushMinutes }: WorldSize): World {
  const random = randomOf(seed);
  const between = (from: number, to: number): number => from + random() * (to - from);
  const timeIn = (): number => (rushMinutes === undefined
    ? morning.from + Math.floor((drawn(random, curve.map((weight, half) => [half, weight] as const)) + random()) * (hourMs / 2))
    : morning.from + hourMs + Math.floor(random() * rushMinutes * minuteMs));
  const times = Array.from({ length: people }, timeIn).sort((a, b) => a - b);
  const jobTimes = Array.from({ length: postings }, () => timeIn() + 10 * minuteMs).sort((a, b) => a - b);
  return { seed, people: times.map((at, index) => person(index, at, random, between)), postings: jobTimes.map((at, index) => posting(index, at, random, between)) };
}

type Between = (from: number, to: number) => number;

function person(index: number, at: number, random: () => number, between: Between): Person {
  const hardship = random() < hardshipShare;
  const wanted = new Set([drawn(random, trades)]);
  // People in hardship can do less of what is asked for, and have had less work that speaks for them.
  while (random() < (hardship ? 0.2 : 0.45) && wanted.size < 4) wanted.add(drawn(random, trades));
  const least = Math.round(between(hardship ? 0.5 : 0.6, hardship ? 0.9 : 1.05) * usualDayFen / 500) * 500;
  const kept = Math.floor(hardship ? between(0, 4) : between(0, 25));
  return {
    index, hardship, until: Math.min(morning.to, at + Math.floor(between(1, 4) * hourMs)),
    inputs: {
      ticketId: `t${index}`, number: `A${String(index).padStart(4, '0')}`, workerId: `w${index}`, order: index, rank: at, back: 0, since: at - (hardship ? hardshipHeadStartMs : 0), at, trades: [...wanted], minor: false, certificates: [],
      wishes: { ...(random() < 0.7 ? { leastPay: { amountFen: least, unit: 'day' as const } } : {}), ...(random() < 0.4 ? { withinKm: Math.ceil(between(8, 40)) } : {}), ...(random() < 0.2 ? { mostDays: 1 } : {}) },
      busy: [], kept, broken: Math.floor(between(0, hardship ? 3 : 2)), goodWith: kept > 8 ? Array.from({ length: 3 }, () => `e${Math.floor(random() * employers)}`) : [], applied: [], parted: [],
    },
  };
}

function posting(index: number, at: number, random: () => number, between: Between): Posting {
  const headcount = drawn(random, headcounts);
  const payRatio = between(0.65, 1.45);
  const startAt = at + Math.floor(between(0.75, 2.5) * hourMs);
  return {
    index, payRatio,
    job: {
      jobId: `j${index}`, employerId: `e${Math.floor(random() * employers)}`, postedAt: at, jobKind: 'daily', placesLeft: headcount, km: Math.round(between(1, 45)),
      terms: {
        trade: drawn(random, trades), headcount, ...(headcount > 3 && random() < 0.4 ? { minimum: Math.ceil(headcount / 2) } : {}),
        pay: { kind: 'fixed', amountFen: Math.round((payRatio * usualDayFen) / 500) * 500, unit: 'day' }, settlement: 'atOnce', place: '样例工地', startAt, hoursPerDay: 8, days: random() < 0.85 ? 1 : 3,
        meals: true, transport: true, tools: false, hazards: ['none'], protection: true, insurance: 'employer',
        // The van does not wait longer than this.
        validUntil: Math.min(at + Math.floor(between(0.75, 2.5) * hourMs), morning.to),
      },
    },
  };
}

/** Whether the called come to the table at all, and whether both sides agree there: the same answer for the same pair under every policy. */
export const comes = (world: World, person: Person, to: Posting): boolean => chance(world.seed, person.index, to.index, 1) >= 0.05;

/** Good pay and good fit are agreed on more often; a job far below what is usual is declined by most who look at it. */
export function agrees(world: World, person: Person, to: Posting): boolean {
  const fit = fitOf(fitPartsOf(person.inputs, to.job));
  const likely = Math.min(0.97, Math.max(0.03, 0.32 + 0.4 * (fit / 1_000) + 0.9 * (to.payRatio - 1)));
  return chance(world.seed, person.index, to.index, 2) < likely;
}

/** How long the called walk to the table, at most a minute and a half. */
export const walkMs = (world: World, to: Posting): number => 30_000 + Math.floor(chance(world.seed, 0, to.index, 3) * 60_000);

/** 0 inclusive to 1 exclusive, fixed for the pair. */
function chance(seed: number, person: number, to: number, salt: number): number {
  let value = Math.imul(seed ^ 0x9e_37_79_b9, 0x85_eb_ca_6b) ^ Math.imul(person + 1, 0xc2_b2_ae_35) ^ Math.imul(to + 1, 0x27_d4_eb_2f) ^ Math.imul(salt, 0x16_56_67_b1);
  value = Math.imul(value ^ (value >>> 15), 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2_b2_ae_35);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}
