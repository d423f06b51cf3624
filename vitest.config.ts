/* The test runner's rooms. Each project is a floor of tests/: quick ones first, so that a broken rule is known in seconds. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const room = (name: string, include: string[], testTimeout: number, fileParallelism = true) => ({
  // A poll waits for a state: on a machine with much to do it comes later, and that is no failure.
  test: { name, include, testTimeout, hookTimeout: testTimeout, expect: { poll: { timeout: 15_000 } }, fileParallelism, globalSetup: ['tests/node-version.ts'], setupFiles: ['tests/seed.ts'], environment: 'node' as const },
});

export default defineConfig({
  test: {
    // One less than there are processors would be a single one on the smallest machine, and files wait more than they work.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      room('house', ['tests/house/**/*.test.ts'], 30_000),
      room('unit', ['tests/{db,hardware,sync-agent,kiosk,display-board}/**/*.test.ts'], 60_000),
      room('flows', ['tests/flows/**/*.test.ts'], 120_000, false),
      room('pictures', ['tests/pictures/**/*.test.ts'], 180_000),
    ],
  },
});
