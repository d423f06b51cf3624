/* A mutant whose lines are gone breaks nothing: found here in a second, and not only when all mutants run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutants } from '../faults/mutants.ts';
import { applyPatch } from '../faults/sim/patch.ts';
import { root } from './source.ts';

test('every mutant finds the lines that it changes', () => {
  expect(mutants.length).toBeGreaterThan(30);
  for (const { patches } of mutants) {
    for (const file of new Set(patches.map((patch) => patch.file))) {
      const text = readFileSync(join(root, file), 'utf8');
      expect(patches.filter((patch) => patch.file === file).reduce(applyPatch, text)).not.toBe(text);
    }
  }
});
