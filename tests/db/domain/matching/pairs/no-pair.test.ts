/* What makes a person and a job no pair, rule by rule, and that the first rule that fails is the one that is told. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { noPairCodes } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import { whyNoPair } from '@kuaizhao/db/domain/matching/pairs/no-pair.ts';
import { anyJob, anyWorker, clock, day, hour, minute, now, someJob, someone } from './sample-pair.ts';

const code = (worker = someone(), job = someJob(), at = now): string | undefined => whyNoPair(worker, job, at)?.code;

test('F5 a person and a job of the own trade are a pair', () => expect(whyNoPair(someone(), someJob(), now)).toBeUndefined());

test('matching.md §2 posting in force: to its last moment, and while a place is free', () => {
  const job = someJob({ validUntil: now });
  expect([code(someone(), job), code(someone(), job, now + 1), code(someone(), someJob({}, { placesLeft: 0 }))]).toEqual([undefined, 'jobNotOpen', 'jobNotOpen']);
});

test('F21 somebody who is stopped comes back at the hour that is told', () => {
  expect(whyNoPair(someone({ stoppedUntil: now + hour }), someJob(), now)).toEqual({ code: 'stopped', until: now + hour });
  expect(code(someone({ stoppedUntil: now }))).toBeUndefined();
});

test('§4 16 and 17: not into dangerous work, nor over the load limits, nor into a bar; into harmless work', () => {
  const minor = someone({ minor: true });
  expect(code(minor, someJob({ hazards: ['height'] }))).toBe('tooYoung');
  expect(code(minor, someJob({ hazards: ['none'], lifting: { kgEach: 26, liftsPerHour: 1 } }))).toBe('tooYoung');
  expect(code(minor, someJob({ hazards: ['none'], tags: ['bar'] }))).toBe('tooYoung');
  expect(code(minor, someJob({ hazards: ['none'] }))).toBeUndefined();
  expect(code(someone(), someJob({ hazards: ['height'] }))).toBeUndefined();
});

test('F7 nobody is hired twice for one job, nor for two at once', () => {
  const busy = (jobId: string, startAt: number) => someone({ busy: [{ jobId, startAt, hoursPerDay: 4, days: 1 }] });
  expect([code(busy('job-1', now + 48 * hour)), code(busy('job-2', now + 2 * hour)), code(busy('job-2', now + 9 * hour))]).toEqual(['alreadyHired', 'alreadyHiredThen', undefined]);
});

test('matching.md §2 a pair that parted today stays apart', () => expect([code(someone({ parted: ['job-1'] })), code(someone({ parted: ['job-2'] }))]).toEqual(['parted', undefined]));

test('F4 another trade is no pair, unless the person asked for the job or the employer for the person', () => {
  const painter = someone({ trades: ['0104'] });
  expect([code(painter), code({ ...painter, applied: ['job-1'] }), code(painter, someJob({ namedTicket: 'A001' })), code(painter, someJob({ namedTicket: 'A002' }))]).toEqual(['notYourTrade', undefined, undefined, 'notYourTrade']);
  expect(code({ ...painter, applied: ['job-1'], parted: ['job-1'] }), 'asking lifts nothing else').toBe('parted');
  expect(code({ ...painter, applied: ['job-1'], wishes: { mostDays: 1 } }, someJob({ days: 2 }))).toBe('tooManyDays');
});

test('§4 papers: those of the trade and those of the posting, held to the last day of the work', () => {
  const cook = (until: string, certificate: 'health' | 'driver' = 'health') => someone({ trades: ['0403'], certificates: [{ certificate, until }] });
  const kitchen = someJob({ trade: '0403', days: 3 });
  expect(whyNoPair(cook('2027-01-01', 'driver'), kitchen, now)).toEqual({ code: 'certificateMissing', certificate: 'health' });
  expect(whyNoPair(cook('2026-11-22'), kitchen, now)).toEqual({ code: 'certificateEnds', certificate: 'health' });
  expect(code(cook('2026-11-23'), kitchen)).toBeUndefined();
  expect(code(cook(day), someJob({ trade: '0403', startAt: clock('16:00'), hoursPerDay: 8 })), 'over at midnight: the last day is the day before').toBeUndefined();
  const asked = someJob({ conditions: { certificates: ['driver'] } });
  expect([whyNoPair(someone(), asked, now)?.certificate, code(someone({ certificates: [{ certificate: 'driver', until: day }] }), asked)]).toEqual(['driver', undefined]);
  const twice = someone({ trades: ['0403'], certificates: [{ certificate: 'health', until: '2026-12-31' }, { certificate: 'health', until: '2026-11-20' }] });
  expect(code(twice, kitchen), 'the longer of two').toBeUndefined();
});

test('matching.md §2 a number without a name may come where nothing speaks against it: the table looks at the papers', () => {
  const { workerId: _, ...unnamed } = someone({ trades: ['0403'] });
  expect([code(unnamed, someJob({ trade: '0403' })), code(unnamed)]).toEqual([undefined, 'notYourTrade']);
});

test('matching.md §2 pay per hour in the same unit, not below the wish', () => {
  const wants = (amountFen: number, unit: 'hour' | 'day') => someone({ wishes: { leastPay: { amountFen, unit } } });
  // 200 yuan for eight hours are 25 an hour.
  expect([code(wants(2_500, 'hour')), code(wants(2_501, 'hour')), code(wants(20_000, 'day')), code(wants(20_001, 'day'))]).toEqual([undefined, 'payBelowWish', undefined, 'payBelowWish']);
  const paid = (amountFen: number, unit: 'hour' | 'halfDay' | 'time' | 'piece' | 'month', hoursPerDay = 8, days = 1) => someJob({ pay: { kind: 'fixed', amountFen, unit }, hoursPerDay, days });
  expect([code(wants(20_000, 'day'), paid(2_500, 'hour')), code(wants(20_000, 'day'), paid(2_499, 'hour'))]).toEqual([undefined, 'payBelowWish']);
  expect([code(wants(10_000, 'day'), paid(10_000, 'halfDay', 5)), code(wants(20_000, 'day'), paid(10_000, 'halfDay', 8)), code(wants(20_001, 'day'), paid(10_000, 'halfDay', 8))]).toEqual([undefined, undefined, 'payBelowWish']);
  expect([code(wants(2_500, 'hour'), paid(40_000, 'time', 8, 2)), code(wants(2_500, 'hour'), paid(39_999, 'time', 8, 2))]).toEqual([undefined, 'payBelowWish']);
  expect(code(wants(1_001, 'hour'), paid(1_001, 'hour', 7.3)), 'no rounding').toBeUndefined();
  expect([code(wants(90_000, 'hour'), paid(1, 'piece')), code(wants(90_000, 'hour'), paid(1, 'month')), code(wants(90_000, 'hour'), someJob({ pay: { kind: 'negotiable' } }))]).toEqual([undefined, undefined, undefined]);
});

test('F8 once sealed prices are open, the own price is the pay', () => {
  const wants = someone({ wishes: { leastPay: { amountFen: 18_000, unit: 'day' } } });
  const quoted = (amountFen: number) => someJob({ sealedQuotes: true, pay: { kind: 'negotiable' } }, { quotes: [{ workerId: 'worker-1', pay: { amountFen, unit: 'day' } }] });
  expect([code(wants, quoted(18_000)), code(wants, quoted(17_000))]).toEqual([undefined, 'payBelowWish']);
});

test('matching.md §2 distance: also where the van takes people along; an unknown place hinders nobody', () => {
  const near = someone({ wishes: { withinKm: 10 } });
  expect([code(near, someJob({ transport: true }, { km: 10.1 })), code(near, someJob({}, { km: 10 })), code(near)]).toEqual(['tooFar', undefined, undefined]);
});

test('matching.md §2 home by: every day ends by then in local time, work through the night does not', () => {
  const home = someone({ wishes: { homeBy: '18:00' } });
  const work = (from: string, hoursPerDay: number, days = 1) => someJob({ startAt: clock(from), hoursPerDay, days });
  expect([code(home, work('10:00', 8, 5)), code(home, work('10:00', 8.5)), code(home, work('22:00', 8))]).toEqual([undefined, 'endsTooLate', 'endsTooLate']);
  expect(code(someone({ wishes: { mostDays: 2 } }), work('10:00', 8, 3))).toBe('tooManyDays');
});

test('F5 of many reasons the first of the list is told: mended one after another, all of them come up', () => {
  const job = someJob({ trade: '0107', conditions: { certificates: ['health'] }, days: 3, startAt: now + 20 * hour, pay: { kind: 'fixed', amountFen: 1_000, unit: 'day' } }, { placesLeft: 0, km: 50 });
  const worker = someone({
    stoppedUntil: now + hour, minor: true, parted: ['job-1'], trades: ['0201'], certificates: [{ certificate: 'health', until: day }],
    busy: [{ jobId: 'job-2', startAt: now + 21 * hour, hoursPerDay: 1, days: 1 }, { jobId: 'job-1', startAt: now - 48 * hour, hoursPerDay: 1, days: 1 }],
    wishes: { leastPay: { amountFen: 20_000, unit: 'day' }, withinKm: 5, homeBy: '06:00', mostDays: 1 },
  });
  const papers = (until: string) => [{ certificate: 'health' as const, until }, { certificate: 'welding' as const, until: '2026-12-31' }];
  const mending: readonly Partial<WorkerInputs>[] = [
    {}, { stoppedUntil: now }, { minor: false }, { busy: worker.busy.slice(0, 1) }, { busy: [] }, { parted: [] }, { trades: ['0107'] }, { certificates: papers(day) }, { certificates: papers('2026-12-31') },
    { wishes: { ...worker.wishes, leastPay: { amountFen: 1_000, unit: 'day' } } }, { wishes: { homeBy: '06:00', mostDays: 1 } }, { wishes: { mostDays: 1 } }, { wishes: {} },
  ];
  const told = [code(worker, job), ...mending.map((_, at) => code(Object.assign({}, worker, ...mending.slice(0, at + 1)) as WorkerInputs, { ...job, placesLeft: 1 }))];
  expect(told).toEqual([...noPairCodes, undefined]);
});

test('F5 property: a wish less, or better pay, never makes a pair impossible', () => {
  fc.assert(fc.property(anyWorker, anyJob, fc.integer({ min: 0, max: 50_000 }), (worker, job, more) => {
    if (whyNoPair(worker, job, now) !== undefined) return;
    expect(whyNoPair({ ...worker, wishes: {} }, job, now)).toBeUndefined();
    const { pay } = job.terms;
    const better = pay.kind === 'fixed' ? { ...pay, amountFen: pay.amountFen + more } : pay;
    expect(whyNoPair(worker, { ...job, terms: { ...job.terms, pay: better } }, now + minute)).toBeUndefined();
  }));
});
