/* Which job gets the next table, what acceptance is worth, and when tables are scarce. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingRulesSchema } from '@kuaizhao/db/domain/matching/rules.ts';
import { acceptancePerMille, bandOf } from '@kuaizhao/db/domain/matching/tables/acceptance.ts';
import { nextJob, type JobWaiting } from '@kuaizhao/db/domain/matching/tables/next-job.ts';
import { tablesScarce, turnoverMs, type TableUse } from '@kuaizhao/db/domain/matching/tables/scarce.ts';
import { hour, minute, now } from '../pairs/sample-pair.ts';
import { soundTerms } from '../../../../fixtures/hall.ts';

const rules = matchingRulesSchema.parse({ from: '2026-01-01' });
const came = (minutesAgo: number) => ({ since: now - minutesAgo * minute, at: now - minutesAgo * minute });
const job = (jobId: string, changes: Partial<JobWaiting> = {}): JobWaiting => ({ jobId, order: Number(jobId.slice(1)), waitsSince: now - 5 * minute, planned: 1, list: [came(10)], acceptance: 500, longestEligible: now - 10 * minute, ...changes });
const next = (...jobs: readonly JobWaiting[]) => nextJob(jobs, now, rules);

describe('matching.md §2 next table', () => {
  test('nobody to call: no table', () => expect([next(), next(job('j1', { list: [] }))]).toEqual([undefined, undefined]));

  test('the most accepted waiting per second of table, exactly', () => {
    // j1: 500·(600+300)/(240+20) = 1731; j2: 500·(2·(300+300))/(240+40) = 2143; j3: 300·(900+300)/260 = 1385.
    expect(next(job('j1'), job('j2', { list: [came(5), came(5)] }), job('j3', { acceptance: 300, list: [came(15)] }))).toEqual({ jobId: 'j2', why: 'best' });
    // 500·1300/280 against 500·1170/252: equal to the last digit only when multiplied crosswise, so the earlier posting wins.
    const even = { ...rules, tableSeconds: 240, perHeadSeconds: 20 };
    expect(nextJob([job('j9', { list: [came(10)] }), job('j4', { list: [came(10)] })], now, even)).toEqual({ jobId: 'j4', why: 'best' });
  });

  test('planned jobs that wait over 20 minutes come before all others, among them the one with the most to gain', () => {
    const rich = job('j1', { list: Array.from({ length: 8 }, () => came(50)), acceptance: 900 });
    expect(next(rich, job('j2', { waitsSince: now - 20 * minute - 1 }))).toEqual({ jobId: 'j2', why: 'plannedLong' });
    expect(next(rich, job('j2', { waitsSince: now - 20 * minute }))?.jobId).toBe('j1');
    expect(next(rich, job('j2', { waitsSince: now - 29 * minute }), job('j3', { waitsSince: now - 21 * minute, acceptance: 600 }))?.jobId).toBe('j3');
    expect(next(rich, job('j2', { waitsSince: now - hour, planned: 0 }))?.jobId, 'nobody is planned for it').toBe('j1');
  });

  test('who waits over 60 minutes and could take a place brings the table, the job with that person on its list first', () => {
    const rich = job('j1', { list: Array.from({ length: 8 }, () => came(50)) });
    const long = { longestEligible: now - 61 * minute };
    expect(next(rich, job('j2', long))).toEqual({ jobId: 'j2', why: 'workerWaitsLong' });
    expect(next(job('j2', { ...long, acceptance: 900 }), job('j3', { ...long, list: [came(61)], acceptance: 100 }))?.jobId).toBe('j3');
    expect(next(job('j2', long), job('j3', { longestEligible: now - 62 * minute }))?.jobId).toBe('j3');
    expect(next(rich, job('j2', { longestEligible: now - 60 * minute }))?.why).toBe('best');
  });

  test('F21 somebody in front of everybody counts as the longest head start, not as all the time there is', () => {
    const front = job('j1', { list: [{ since: 0, at: now - 5 * minute }] });
    expect(next(front, job('j2', { list: [came(49)] }))?.jobId).toBe('j1');
    expect(next(front, job('j2', { list: [came(51)] }))?.jobId).toBe('j2');
  });

  const anyJob = fc.record({
    waitsSince: fc.integer({ min: 0, max: 40 }).map((minutes) => now - minutes * minute), planned: fc.nat(3), acceptance: fc.integer({ min: 1, max: 1_000 }),
    list: fc.array(fc.integer({ min: 0, max: 90 }).map(came), { maxLength: 8 }), longestEligible: fc.option(fc.integer({ min: 0, max: 90 }).map((minutes) => now - minutes * minute), { nil: undefined }),
  });
  const anyJobs = fc.array(anyJob, { minLength: 1, maxLength: 12 }).map((jobs) => jobs.map((one, at) => job(`j${at}`, one)));

  test('property: the choice does not hang on the order in which jobs are told', () => {
    fc.assert(fc.property(anyJobs, fc.infiniteStream(fc.nat()), (jobs, chance) => {
      const keyed = jobs.map((one) => ({ one, key: chance.next().value }));
      expect(nextJob(keyed.sort((a, b) => a.key - b.key).map(({ one }) => one), now, rules)).toEqual(nextJob(jobs, now, rules));
    }), { numRuns: 500 });
  });

  test('property: it is a fraction that BigInt finds no larger one for, and a longer wait never loses the table', () => {
    const gain = ({ acceptance, list }: JobWaiting): [bigint, bigint] => [BigInt(acceptance) * list.reduce((sum, { since }) => sum + BigInt(Math.floor((now - since) / 1_000) + 300), 0n), BigInt(240 + 20 * list.length)];
    const calm = { waitsSince: now, longestEligible: undefined };
    fc.assert(fc.property(anyJobs, (jobs) => {
      const quiet = jobs.map((one) => ({ ...one, ...calm }));
      const chosen = quiet.find(({ jobId }) => jobId === nextJob(quiet, now, rules)?.jobId);
      fc.pre(chosen !== undefined);
      const [top, bottom] = gain(chosen);
      for (const other of quiet) { const [up, down] = gain(other); expect(up * bottom <= top * down || other.list.length === 0).toBe(true); }
      const longer = quiet.map((one) => (one === chosen ? { ...one, list: one.list.map(({ at, since }) => ({ at, since: since - minute })) } : one));
      expect(nextJob(longer, now, rules)?.jobId).toBe(chosen.jobId);
    }), { numRuns: 500 });
  });
});

describe('matching.md §2 acceptance', () => {
  test('shrunk to the middle: (accepted + 2)·1000 / (offers + 4)', () => {
    expect([acceptancePerMille(), acceptancePerMille({ accepted: 0, offers: 10 }), acceptancePerMille({ accepted: 10, offers: 10 }), acceptancePerMille({ accepted: 1, offers: 3 })]).toEqual([500, 142, 857, 428]);
  });

  test('bands by trade and pay per hour, whatever the unit', () => {
    const band = (amountFen: number, unit: 'hour' | 'day' | 'piece') => bandOf(soundTerms(now, { pay: { kind: 'fixed', amountFen, unit } }));
    expect([band(1_499, 'hour'), band(1_500, 'hour'), band(20_000, 'day'), band(19_999, 'day'), band(90_000, 'hour'), band(500, 'piece'), bandOf(soundTerms(now, { pay: { kind: 'negotiable' } }))])
      .toEqual(['0201:0', '0201:1', '0201:3', '0201:2', '0201:6', '0201:-', '0201:-']);
  });
});

describe('matching.md §2 scarce tables', () => {
  const use = (fromMinutesAgo: number, toMinutesAgo?: number): TableUse => ({ from: now - fromMinutesAgo * minute, ...(toMinutesAgo === undefined ? {} : { to: now - toMinutesAgo * minute }) });
  const scarce = (...tables: readonly (readonly TableUse[])[]): boolean => tablesScarce(tables, now, rules);

  test('all taken for five minutes, one after another: scarce', () => {
    expect(scarce([use(20)], [use(9, 3), use(3)], [use(9, 3), use(2.5, 0)])).toBe(true);
  });

  test('a table that stood free within the five minutes: not scarce', () => {
    expect([scarce([use(20)], []), scarce([use(20)], [use(9, 2)]), scarce([use(20)], [use(9, 4), use(2)]), scarce([use(20)], [use(3)])]).toEqual([false, false, false, false]);
  });

  test('free before the five minutes: scarce again', () => expect(scarce([use(20)], [use(5)], [use(4.5)])).toBe(true));

  test('property: one more free table is never scarcer, one more taken one changes nothing', () => {
    const anyUses = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 150 })), { maxLength: 4 }).map((stretches) => {
      let at = now - 8 * minute;
      return stretches.map(([length, pause]) => { const from = at + pause * 1_000; at = from + length * 1_000; return { from, to: at }; }).filter(({ to }) => to <= now && to > now - 5 * minute);
    });
    fc.assert(fc.property(fc.array(anyUses, { maxLength: 5 }), (tables) => {
      expect(scarce(...tables, [])).toBe(false);
      expect(scarce(...tables, [use(60)])).toBe(scarce(...tables));
    }));
    expect(turnoverMs).toBeLessThan(rules.scarceMinutes * minute);
  });
});
