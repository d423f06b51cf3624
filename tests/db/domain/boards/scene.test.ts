/* Which scene a board shows: by hand while the day lasts, else by the clock. */
import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { boardScenes } from '@kuaizhao/db/domain/boards/plan.ts';
import { sceneNow } from '@kuaizhao/db/domain/boards/scene.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';

const plan = shippedPlan('board-1', '正门大屏', 'wide');
const at = (time: string) => Date.parse(`2026-11-21T${time}:00+08:00`);

test('F16 the clock changes the scene on its minute, every day anew', () => {
  const scenes = ['02:59', '03:00', '03:59', '04:00', '09:30', '16:30', '21:00'].map((time) => sceneNow(plan, undefined, at(time), false));
  expect(scenes.map(({ scene }) => scene)).toEqual(['quiet', 'beforeOpening', 'beforeOpening', 'rush', 'quiet', 'evening', 'quiet']);
  expect(scenes.every(({ why }) => why === 'clock')).toBe(true);
});

test('F16 a scene by hand holds until the business day is over, and is forgotten at three in the morning: nothing left by the evening hides the jobs at dawn', () => {
  const hand = { scene: 'evening' as const, setAt: at('19:00') };
  expect(sceneNow(plan, hand, at('19:00'), false)).toEqual({ scene: 'evening', why: 'hand' });
  expect(sceneNow(plan, hand, at('19:00') + 7.9 * 3_600_000, false)).toEqual({ scene: 'evening', why: 'hand' });
  expect(sceneNow(plan, hand, at('19:00') + 8 * 3_600_000, false)).toEqual({ scene: 'beforeOpening', why: 'clock' });
  expect(sceneNow(plan, hand, at('19:00') + 10 * 3_600_000, false)).toEqual({ scene: 'rush', why: 'clock' });
});

test('F16 whenever it is set, it holds at that moment and never on another business day', () => {
  assert(property(constantFrom(...boardScenes), integer({ min: 0, max: 86_399_999 }), integer({ min: 0, max: 3 * 86_400_000 }), (scene, offset, laterMs) => {
    const setAt = at('00:00') + offset;
    const { why } = sceneNow(plan, { scene, setAt }, setAt + laterMs, false);
    expect(why).toBe(businessDayAt(setAt) === businessDayAt(setAt + laterMs) ? 'hand' : 'clock');
  }));
});
