/* A person and a job that fit, for tests that change one thing about them; and random ones. */
import * as fc from 'fast-check';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { jobInputsSchema, workerInputsSchema, type JobInputs, type WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { soundTerms } from '../../../../fixtures/hall.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = '2026-11-21';
/** 06:00 in the hall */
export const now = dayStart(day) + 6 * hour;
export const endOfDay = dayStart(day) + 27 * hour;
export const clock = (time: string): number => dayStart(day) + Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute;

export const someone = (changes: Partial<WorkerInputs> = {}): WorkerInputs => workerInputsSchema.parse({
  ticketId: 'ticket-1', number: 'A001', workerId: 'worker-1', order: 1, rank: 1, back: 0, since: now - hour, at: now - hour, trades: ['0201'], minor: false,
  certificates: [], wishes: {}, busy: [], kept: 0, broken: 0, goodWith: [], applied: [], parted: [], ...changes,
});

/** Work from 07:00 for eight hours at 200 yuan a day, unless the terms say otherwise. */
export const someJob = (terms: Partial<JobTerms> = {}, changes: Partial<JobInputs> = {}): JobInputs => {
  const whole = soundTerms(now, terms);
  return jobInputsSchema.parse({ jobId: 'job-1', employerId: 'employer-1', postedAt: now, jobKind: 'daily', terms: whole, placesLeft: whole.headcount, ...changes });
};

const trade = fc.constantFrom('0201', '0202', '0401', '0107');
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const without = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

export const anyWorker: fc.Arbitrary<WorkerInputs> = fc.record({
  since: fc.oneof(fc.constant(0), fc.integer({ min: now - 3 * hour, max: now })), order: fc.nat(5_000), trades: fc.uniqueArray(trade, { maxLength: 4 }), minor: fc.boolean(),
  wishes: fc.record({
    leastPay: maybe(fc.record({ amountFen: fc.integer({ min: 1_000, max: 40_000 }), unit: fc.constantFrom('hour' as const, 'day' as const) })),
    withinKm: maybe(fc.integer({ min: 1, max: 60 })), homeBy: maybe(fc.constantFrom('12:00', '18:00', '22:30')), mostDays: maybe(fc.integer({ min: 1, max: 5 })),
  }).map(without),
  certificates: fc.array(fc.record({ certificate: fc.constantFrom('health' as const, 'welding' as const), until: fc.constantFrom('2026-11-20', day, '2026-12-31') }), { maxLength: 3 }),
  kept: fc.nat(40), broken: fc.nat(10), goodWith: fc.subarray(['employer-1']), applied: fc.subarray(['job-1']), parted: fc.subarray(['job-1']),
}).map((changes) => someone(changes));

const pay = fc.record({ amountFen: fc.integer({ min: 500, max: 60_000 }), unit: fc.constantFrom('hour' as const, 'halfDay' as const, 'day' as const, 'piece' as const, 'time' as const, 'month' as const) });
export const anyJob: fc.Arbitrary<JobInputs> = fc.record({
  terms: fc.record({ trade, headcount: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 6 }), hoursPerDay: fc.integer({ min: 1, max: 24 }).map((half) => half / 2), pay: fc.oneof(pay.map((one) => ({ kind: 'fixed' as const, ...one })), fc.constant({ kind: 'negotiable' as const })) }),
  km: maybe(fc.integer({ min: 0, max: 80 })), postedAt: fc.integer({ min: now - 2 * hour, max: now }),
  quotes: maybe(fc.array(fc.record({ workerId: fc.constantFrom('worker-1', 'worker-2', 'worker-3'), pay }), { maxLength: 3 })),
}).map(({ terms, ...changes }) => someJob(terms, without(changes)));
