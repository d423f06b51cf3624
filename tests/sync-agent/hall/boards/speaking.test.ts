/* Boards that share a loudspeaker do not speak over each other: one of those that hang says the calls. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardRow } from '@kuaizhao/db/domain/boards/view.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { speaks } from '@kuaizhao/sync-agent/hall/boards/speaking.ts';

/** A hall with boards by name: the loudspeaker of each, `none` without one, absent while nobody has arranged it. */
const hallOf = (speakers: Readonly<Record<string, string>>) => ({
  board: (boardId: string): BoardRow | undefined => {
    const speaker = speakers[boardId];
    if (speaker === undefined) return undefined;
    const plan = { ...shippedPlan(boardId, boardId, 'wide'), ...(speaker === 'none' ? {} : { voice: { speaker, repeat: 1, volume: [{ from: '04:00', percent: 80 }] } }) };
    return { plan, publishedAt: 1, by: 's1', hand: undefined };
  },
});

test('F17 of two boards with one loudspeaker one speaks, and the other takes over when it is lost', () => {
  const hall = hallOf({ east: 'hall-1', west: 'hall-1', gate: 'hall-2', yard: 'none' });
  const speaking = (here: readonly string[]): string[] => here.filter((boardId) => speaks(hall, boardId, here));
  expect(speaking(['west', 'east', 'gate', 'yard'])).toEqual(['east', 'gate']);
  expect(speaking(['west', 'gate', 'yard'])).toEqual(['west', 'gate']);
});

test('a hall that was just set up calls aloud; once a board that hangs has a loudspeaker, the unarranged ones are silent', () => {
  expect(speaks(hallOf({}), 'board-1', ['board-1', 'board-2'])).toBe(true);
  expect(speaks(hallOf({ 'board-2': 'hall-1' }), 'board-1', ['board-1', 'board-2'])).toBe(false);
  expect(speaks(hallOf({ 'board-2': 'hall-1' }), 'board-1', ['board-1'])).toBe(true);
});

test('whatever hangs: each loudspeaker that a hanging board has is spoken to by exactly one', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const speakers = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom('s1', 's2', 'none')])));
  fc.assert(fc.property(speakers, fc.subarray(names, { minLength: 1 }), (hall, here) => {
    const view = hallOf(hall);
    for (const speaker of ['s1', 's2']) {
      const beside = here.filter((name) => hall[name] === speaker);
      expect(beside.filter((name) => speaks(view, name, here))).toHaveLength(Math.min(1, beside.length));
    }
  }));
});
