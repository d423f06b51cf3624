/* The short half of `npm run fuzz -- reader`: 20,000 mutated frames, the same ones on every machine unless SEED says otherwise. */
import { expect, test } from 'vitest';
import { lenLimit } from '@kuaizhao/hardware/id-card/frames.ts';
import { fuzzReader } from '../../fuzz/reader/fuzz.ts';

const count = 20_000;

test('hardware.md §1 mutated frames: no exception, nobody who was not there, buffers bounded, and the driver hears again on a quiet wire', async () => {
  const { counts, wrong } = await fuzzReader(Number(process.env['SEED'] ?? '1'), count);
  expect(wrong).toEqual([]);
  expect(counts['frames']).toBeGreaterThanOrEqual(count);
  expect(counts['longestHeld']).toBeLessThanOrEqual(lenLimit + 7);
  // It would prove nothing if nobody ever came through.
  expect(counts['persons']).toBeGreaterThan(count / 50);
  expect(counts['read']).toBeGreaterThan(10);
  // XOR cannot see two flips of one bit; that stays seldom.
  expect(counts['undetectable']).toBeLessThan(count / 1_000);
});
