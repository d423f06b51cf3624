/* The short half of `npm run fuzz -- printer`: 3,000 mutated answers and as many in whole jobs, the same ones on every machine unless SEED says otherwise. */
import { expect, test } from 'vitest';
import { heldLimit } from '@kuaizhao/hardware/ticket-printer/driver/status.ts';
import { fuzzPrinter } from '../../fuzz/printer/fuzz.ts';

const count = 3_000;

test('hardware.md §2 mutated answers: no exception, no false “printed”, nothing of a paper not sent, buffers bounded, and it prints again on a quiet wire', async () => {
  const { counts, wrong } = await fuzzPrinter(Number(process.env['SEED'] ?? '1'), count);
  expect(wrong).toEqual([]);
  expect(counts['answers']).toBeGreaterThanOrEqual(count);
  expect(counts['longestHeld']).toBeLessThanOrEqual(heldLimit);
  // It would prove nothing if jobs always ended one way.
  for (const outcome of ['printed', 'notSent', 'unknown']) expect(counts[outcome]).toBeGreaterThan(20);
  // Noise can spell out a completion; that stays seldom.
  expect(counts['undetectable']).toBeLessThan(count / 1_000);
});
