/* Any life of an employer's record: complaints upheld, appeals either way, days that pass, beside a model that was never given what was appealed away. */
import { array, assert, asyncProperty, boolean, constant, constantFrom, nat, oneof, record, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { fadedBefore, gradeOf, standingRules, stopFor } from '@kuaizhao/db/domain/standing/rules.ts';
import { firm, post } from '../../../fixtures/employers.ts';
import { factOf, openEngine, refusalOf } from '../../../fixtures/engine.ts';
import { clerk, day, supervisor, upheld } from './stage.ts';

type Step = { readonly is: 'complaint'; readonly kind: 'wageArrears' | 'falseJob' | 'discrimination' | 'unlicensedAgent' } | { readonly is: 'appeal'; readonly which: number; readonly uphold: boolean } | { readonly is: 'days'; readonly days: number };
const steps = array(oneof(
  { weight: 3, arbitrary: record({ is: constant('complaint' as const), kind: constantFrom('wageArrears', 'falseJob', 'discrimination', 'unlicensedAgent') }) },
  { weight: 3, arbitrary: record({ is: constant('appeal' as const), which: nat({ max: 9 }), uphold: boolean() }) },
  { weight: 2, arbitrary: record({ is: constant('days' as const), days: nat({ max: 60 }) }) },
), { minLength: 3, maxLength: 14 }) as Arbitrary<Step[]>;

interface Entry { readonly pointsId: string; readonly points: number; readonly at: number; gone: boolean; appealed: boolean }

/** Until when the entries stop an employer, by replaying only those that were never appealed away. */
function stopByModel(entries: readonly Entry[]): number {
  const real = entries.filter((one) => !one.gone);
  return real.reduce((until, { at }, index) => {
    const sum = real.slice(0, index + 1).filter((one) => one.at >= fadedBefore(at)).reduce((total, one) => total + one.points, 0);
    const stop = stopFor('employer', sum);
    return stop === undefined ? until : Math.max(until, at + stop);
  }, 0);
}

test('F21 property: points are never negative, a stop holds exactly as long as what still counts brought it, and after an upheld appeal all is as if the points had never been given', async () => {
  await assert(asyncProperty(steps, async (life) => {
    const hall = openEngine();
    const employerId = await firm(hall, 1);
    const entries: Entry[] = [];
    const wrong: string[] = [];
    for (const step of life) {
      hall.clock.now += 60_000;
      if (step.is === 'days') hall.clock.now += step.days * day;
      if (step.is === 'complaint') {
        const given = (await upheld(hall, employerId, step.kind)).find((fact) => fact.type === 'pointsGiven');
        if (given !== undefined) entries.push({ pointsId: given.pointsId, points: given.points, at: hall.clock.now, gone: false, appealed: false });
      }
      const entry = step.is === 'appeal' ? entries[step.which] : undefined;
      if (step.is === 'appeal' && entry !== undefined) {
        const answer = await hall.ask('appeal', { pointsId: entry.pointsId }, clerk);
        const refusal = entry.gone ? 'pointsUnknown pointsId' : entry.at < fadedBefore(hall.clock.now) ? 'tooLate pointsId' : entry.appealed ? 'alreadyAppealed pointsId' : 'none';
        if (refusalOf(answer) !== refusal) wrong.push(`${refusalOf(answer)} instead of ${refusal}`);
        if (answer.ok) {
          await hall.ask('decideAppeal', { appealId: factOf(answer, 'appealMade').appealId, uphold: step.uphold }, supervisor);
          entry.appealed = true;
          entry.gone = step.uphold;
        }
      }
      const points = entries.filter((one) => !one.gone && one.at >= fadedBefore(hall.clock.now)).reduce((sum, one) => sum + one.points, 0);
      const until = stopByModel(entries);
      const told = hall.db.faces.afterHire.standingOf('employer', employerId, hall.clock.now);
      expect(told).toMatchObject({ points, grade: gradeOf(points) });
      expect(told.points).toBeGreaterThanOrEqual(0);
      expect(told.stoppedUntil).toBe(until > hall.clock.now ? until : undefined);
      expect(refusalOf(await post(hall, employerId))).toBe(until > hall.clock.now ? 'postingStopped employerId' : 'none');
    }
    hall.close();
    expect(wrong).toEqual([]);
  }), { numRuns: 25 });
});

test('F21 the rules are data that make sense: every cause has a side and points, the heaviest stops at once, stops grow with points and end', () => {
  const causes = Object.values(standingRules.causes);
  expect(causes.every((one) => one.points > 0)).toBe(true);
  for (const stops of Object.values(standingRules.stops)) {
    expect(stops.every((one, index) => one.days > 0 && one.days <= 30 && (index === 0 || one.from > (stops[index - 1]?.from ?? 0)))).toBe(true);
  }
  expect(stopFor('worker', standingRules.causes.noShow.points)).toBeUndefined();
  expect(stopFor('employer', standingRules.causes.unpaid.points)).toBe(15 * day);
});
