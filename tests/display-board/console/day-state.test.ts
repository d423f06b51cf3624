/* How the day stands that the floor speaks of: the day page and the page of the whole floor say it, and what may be closed follows from it. */
import { expect, test } from 'vitest';
import { dayStateOf } from '@kuaizhao/display-board/console/session/use-today.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

test.each([
  ['in its hours', '2026-11-21', false, '2026-11-21T05:31', 'open'],
  ['in the small hours, which belong to it', '2026-11-21', false, '2026-11-22T02:59', 'open'],
  ['closed in the evening', '2026-11-21', true, '2026-11-21T18:00', 'closed'],
  ['closed, at night', '2026-11-21', true, '2026-11-22T02:59', 'closed'],
  ['left open, in the morning after', '2026-11-21', false, '2026-11-22T03:00', 'left'],
  ['closed, in the morning after', '2026-11-21', true, '2026-11-22T03:00', 'notBegun'],
  ['of a clock that jumped back', '2026-11-21', false, '2026-11-20T12:00', 'open'],
  ['of a hall that never opened', undefined, false, '2026-11-21T05:31', 'notBegun'],
] as const)('F33 a day %s', (_what, day, dayClosed, now, state) => {
  expect(dayStateOf({ ...(day === undefined ? {} : { day }), dayClosed, countedAt: at(now) })).toBe(state);
});
