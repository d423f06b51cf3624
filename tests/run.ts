/* `npm test`: types, lint, then the rooms of tests/ in the order in which a mistake is found soonest. `npm test house unit` runs only those. Ends with one line that counts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { missingTools, provideTools } from './tools.ts';

const root = resolve(import.meta.dirname, '..');
const rooms = ['house', 'unit', 'flows', 'pictures'] as const;

const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const run = (what: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean => {
  say(`\n# ${what}`);
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
};
const bin = (path: string): string => join(root, 'node_modules', path);

/** Passed and failed tests of one room, by the runner's own report. */
function runRoom(room: string, approve: boolean): { passed: number; failed: number } {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-report-'));
  const report = join(dir, 'report.json');
  const fine = run(room, [bin('vitest/vitest.mjs'), 'run', '--project', room, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], approve ? { APPROVE: '1' } : {});
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    // A room that broke outside a test (a file that does not load) has failed too.
    return { passed: numPassedTests, failed: fine ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

requireNode24();
const approve = process.argv.includes('--approve');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((word) => !rooms.some((room) => room === word));
if (unknown.length > 0) {
  say(`no such room: ${unknown.join(', ')}; there are ${rooms.join(', ')}`);
  process.exit(2);
}
const chosen = asked.length === 0 ? rooms : rooms.filter((room) => asked.includes(room));

const lacking = provideTools(missingTools());
if (lacking !== undefined) {
  say(lacking);
  process.exit(1);
}
let [passed, failed] = [0, 0];
const count = (fine: boolean): void => { if (fine) passed += 1; else failed += 1; };
if (asked.length === 0) {
  count(run('types', [bin('typescript/bin/tsc'), '--noEmit']));
  count(run('lint', [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']));
}
for (const room of chosen) {
  const result = runRoom(room, approve);
  passed += result.passed;
  failed += result.failed;
}
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
