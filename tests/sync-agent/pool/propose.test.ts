/* One round of the pool as a pure question: the best there is, nobody twice, no place too often, no pair that a hard rule forbids. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { whyNoPair } from '@kuaizhao/db/domain/matching/pairs/no-pair.ts';
import type { JobInputs, WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { leftJobSchema, leftPersonSchema, type LeftJob, type LeftPerson } from '@kuaizhao/sync-agent/contract/pool.ts';
import { propose, type PoolFacts, type PoolHall } from '@kuaizhao/sync-agent/city/pool/propose.ts';
import { anyJob, anyWorker, clock, hour, minute, now, someJob, someone } from '../../db/domain/matching/pairs/sample-pair.ts';

const asPerson = ({ ticketId, number, order, since, at, trades, minor, certificates, wishes, busy, kept, broken }: WorkerInputs, id = ticketId): LeftPerson =>
  leftPersonSchema.parse({ ticketId: id, number, order, since, at, trades, minor, certificates, wishes: { ...wishes, otherHalls: true }, busy, kept, broken });
const asJob = ({ jobId, postedAt, jobKind, terms }: JobInputs, places: number, id = jobId): LeftJob => {
  const { namedTicket: _named, sealedQuotes: _quotes, plate: _plate, bay: _bay, title: _title, remark: _remark, ...told } = terms;
  return leftJobSchema.parse({ jobId: id, number: 'J001', postedAt, jobKind, placesLeft: Math.max(places, 1), terms: { ...told, headcount: Math.max(told.headcount, places) }, places });
};
const facts = (over: Partial<PoolFacts> = {}): PoolFacts => ({ now, placesOf: () => 99, isTaken: () => false, triedBy: () => [], km: () => undefined, ...over });
const round = (halls: readonly PoolHall[], over: Partial<PoolFacts> = {}) => propose(halls, facts(over), () => Promise.resolve());
const hall = (hallId: string, people: readonly LeftPerson[], jobs: readonly LeftJob[]): PoolHall => ({ hallId, people, jobs });
const person = (id: string, changes: Partial<WorkerInputs> = {}): LeftPerson => asPerson(someone(changes), id);
const job = (id: string, places = 1, terms: Parameters<typeof someJob>[0] = {}): LeftJob => asJob(someJob(terms), places, id);
const pairsOf = async (halls: readonly PoolHall[], over: Partial<PoolFacts> = {}) => (await round(halls, over)).proposals.map((one) => `${one.workerHall} ${one.person.ticketId} → ${one.jobHall} ${one.job.jobId}`).sort();

test('F5 matching.md §2 city: whoever came first has the place, whatever hall it is', async () => {
  const halls = [hall('a', [person('late', { since: now - minute }), person('early', { since: now - hour })], []), hall('b', [person('earlier', { since: now - 2 * hour })], []), hall('c', [], [job('one', 2)])];
  expect(await pairsOf(halls)).toEqual(['a early → c one', 'b earlier → c one']);
});

test('F5 as many as there can be: somebody of two trades leaves the only place to somebody of one', async () => {
  const halls = [hall('a', [person('both', { trades: ['0201', '0202'], since: now - hour }), person('one', { since: now - minute })], []), hall('b', [], [job('carry'), asJob(someJob({ trade: '0202' }), 1, 'other')])];
  expect(await pairsOf(halls)).toEqual(['a both → b other', 'a one → b carry']);
});

test('F5 not the own hall, not who has an offer, not a pair that was tried, no more than the places over less the open offers', async () => {
  const halls = [hall('a', [person('p1'), person('p2', { order: 2 })], [job('own')]), hall('b', [], [job('there', 2)])];
  expect(await pairsOf(halls)).toHaveLength(2);
  expect(await pairsOf(halls, { isTaken: (_hall, ticketId) => ticketId === 'p1' })).toEqual(['a p2 → b there']);
  expect(await pairsOf(halls, { triedBy: (_hall, ticketId) => (ticketId === 'p2' ? ['there'] : []) })).toEqual(['a p1 → b there']);
  expect(await pairsOf(halls, { placesOf: (hallId) => (hallId === 'b' ? 1 : 0) })).toEqual(['a p1 → b there']);
  expect(await pairsOf(halls, { placesOf: () => 0 })).toEqual([]);
  expect(await pairsOf([])).toEqual([]);
});

test('F5 §4 the hard rules are those of a hall: too young, no paper, below the wish, too far, not home in time', async () => {
  const forbidden: [Partial<WorkerInputs>, Parameters<typeof someJob>[0], number?][] = [
    [{ minor: true }, { hazards: ['height'] }], [{ trades: ['0401'] }, { trade: '0401' }], [{ wishes: { leastPay: { amountFen: 30_000, unit: 'day' } } }, {}], [{ wishes: { withinKm: 5 } }, {}, 12],
    [{ wishes: { homeBy: '12:00' } }, {}], [{ wishes: { mostDays: 1 } }, { days: 3 }], [{ trades: ['0107'] }, {}], [{ busy: [{ jobId: 'x', startAt: clock('07:00'), hoursPerDay: 8, days: 1 }] }, {}],
  ];
  for (const [worker, terms, km] of forbidden) {
    expect([worker, await pairsOf([hall('a', [person('p', worker)], []), hall('b', [], [job('j', 1, terms)])], { km: () => km })]).toEqual([worker, []]);
  }
  expect(await pairsOf([hall('a', [person('p', { wishes: { withinKm: 5 } })], []), hall('b', [], [job('j')])])).toHaveLength(1);
});

test('F5 the places of a minimum crew are filled before those of a job that can begin without them', async () => {
  const halls = [hall('a', [person('p')], []), hall('b', [], [asJob(someJob({ headcount: 2 }, { postedAt: now - hour }), 2, 'early')]), hall('c', [], [asJob(someJob({ headcount: 2, minimum: 2 }), 2, 'needs')])];
  expect(await pairsOf(halls)).toEqual(['a p → c needs']);
});

test('F5 matching.md §5 never a forbidden pair, never more than the places over, never somebody twice, and always the best there is', async () => {
  const people = fc.array(anyWorker, { maxLength: 12 });
  const jobs = fc.array(fc.tuple(anyJob, fc.integer({ min: 1, max: 3 })), { maxLength: 6 });
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ people, jobs }), { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 16, maxLength: 16 }), fc.boolean(), async (drawn, kms, knowsWay) => {
    const halls = drawn.map((one, h) => hall(`h${h}`, one.people.map((worker, n) => asPerson(worker, `t${h}-${n}`)), one.jobs.map(([inputs, places], n) => asJob(inputs, places, `j${h}-${n}`))));
    const km = (from: string, to: string): number | undefined => (knowsWay ? kms[Number(from[1]) * 4 + Number(to[1])] : undefined);
    const placesOf = (_hall: string, jobId: string): number => (jobId.endsWith('1') ? 1 : 9);
    const { proposals, optimal } = await round(halls, { km, placesOf });
    expect(optimal).toBe(true);
    expect(new Set(proposals.map((one) => one.person.ticketId)).size).toBe(proposals.length);
    const perJob = Map.groupBy(proposals, (one) => one.job.jobId);
    for (const [jobId, those] of perJob) expect(those.length).toBeLessThanOrEqual(Math.min(those[0]!.job.places, placesOf('', jobId)));
    const isPair = (workerHall: string, one: LeftPerson, jobHall: string, there: LeftJob): boolean => {
      const way = km(workerHall, jobHall);
      const inputs = { ...there, employerId: 'e', ...(way === undefined ? {} : { km: way }) };
      return workerHall !== jobHall && whyNoPair({ ...one, workerId: 'w', rank: 0, back: 0, goodWith: [], applied: [], parted: [] }, inputs, now) === undefined;
    };
    for (const one of proposals) expect(isPair(one.workerHall, one.person, one.jobHall, one.job)).toBe(true);
    // Nobody is left beside a place that stays free.
    const [placed, free] = [new Set(proposals.map((one) => one.person.ticketId)), (there: LeftJob) => Math.min(there.places, placesOf('', there.jobId)) - (perJob.get(there.jobId)?.length ?? 0)];
    const missed = halls.flatMap((from) => from.people.filter((one) => !placed.has(one.ticketId)).flatMap((one) => halls.flatMap((to) => to.jobs.filter((there) => free(there) > 0 && isPair(from.hallId, one, to.hallId, there)))));
    expect(missed).toEqual([]);
  }), { numRuns: 150 });
});
