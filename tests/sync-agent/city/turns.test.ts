/* One thing at a time for each hall, a few for all, and a full queue says so at once. */
import { expect, it } from 'vitest';
import { createTurns } from '@kuaizhao/sync-agent/city/hub/turns.ts';

it('§2 rule 17: what a hall asks is done in its order and never two at once, others go beside it, and a queue that is full takes nothing', async () => {
  const turns = createTurns({ waitingPerHall: 3, waiting: 4, applying: 2 });
  const done: string[] = [];
  const running = new Set<string>();
  const gates = new Map<string, () => void>();
  const work = (hall: string, name: string) => turns.take(hall, async () => {
    expect([...running].some((other) => other.startsWith(hall))).toBe(false);
    running.add(`${hall}${name}`);
    expect(running.size).toBeLessThanOrEqual(2);
    await new Promise<void>((resolve) => { gates.set(`${hall}${name}`, resolve); });
    running.delete(`${hall}${name}`);
    done.push(`${hall}${name}`);
    return name;
  });
  const asked = [work('a', '1'), work('a', '2'), work('a', '3')];
  expect(await work('a', '4')).toBeUndefined();
  const beside = work('b', '1');
  expect(turns.waiting()).toBe(4);
  expect(await work('c', '1')).toBeUndefined();
  for (const next of ['a1', 'b1', 'a2', 'a3']) {
    while (!gates.has(next)) await Promise.resolve();
    gates.get(next)?.();
  }
  expect(await Promise.all([...asked, beside])).toEqual(['1', '2', '3', '1']);
  expect(done.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  await turns.idle();
  expect(turns.waiting()).toBe(0);
});
