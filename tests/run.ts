/* `npm test`: types, lint, then the rooms of tests/ in the order in which a mistake is found soonest, then the attacks and the faults. `npm test house unit` runs only those. Ends with what failed, by name, and one line that counts. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { roomsOf, type RoomReport } from './room-report.ts';
import { missingTools, provideTools } from './tools.ts';

const root = resolve(import.meta.dirname, '..');
const rooms = ['house', 'unit', 'flows', 'pictures'] as const;
/** What is proved by a program of its own, by the name under which it can be asked for. */
const proofs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  attack: [['--short']],
  faults: [['--seconds', '60', '--faults', '1000000'], ['--file', '--seconds', '10'], ['--people', '--seconds', '10'], ['--mutants', '--seconds', '30'], ['--real', '--seconds', '60']],
};

const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const bin = (path: string): string => join(root, 'node_modules', path);
const runs = (what: string, args: readonly string[]): boolean => {
  say(`\n# ${what}`);
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
};

requireNode24();
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((word) => !rooms.some((room) => room === word) && proofs[word] === undefined);
if (unknown.length > 0) {
  say(`no such room: ${unknown.join(', ')}; there are ${[...rooms, ...Object.keys(proofs)].join(', ')}`);
  process.exit(2);
}
const chosen = asked.length === 0 ? rooms : rooms.filter((room) => asked.includes(room));

const lacking = provideTools(missingTools());
if (lacking !== undefined) {
  say(lacking);
  process.exit(1);
}
let passed = 0;
const failures: string[] = [];
const must = (what: string, args: readonly string[]): void => { if (runs(what, args)) passed += 1; else failures.push(what); };
if (asked.length === 0) {
  must('types', [bin('typescript/bin/tsc'), '--noEmit']);
  must('lint', [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']);
}
const runRoom = roomsOf({ root, vitest: bin('vitest/vitest.mjs'), approve: process.argv.includes('--approve'), say });
const broken: { room: string; report: RoomReport }[] = [];
for (const room of chosen) {
  const report = runRoom(room, []);
  passed += report.passed;
  if (report.failures.length > 0) broken.push({ room, report });
}
for (const [name, ways] of Object.entries(proofs)) {
  if (asked.length === 0 || asked.includes(name)) for (const way of ways) must(`${name} ${way.join(' ')}`, [join(root, 'tests', name, 'main.ts'), ...way]);
}
/* A file that failed beside others is asked once more, with nothing else running: a busy machine is no defect of the hall. What holds only then is named, so that it is mended and not forgotten. */
const shaky: string[] = [];
for (const { room, report } of broken) {
  const again = report.files.length === 0 ? report : runRoom(room, report.files);
  const still = new Set(again.failures.map(({ title }) => title));
  for (const { title, why } of report.failures) {
    if (still.has(title)) failures.push(`${title}\n    ${why}`);
    else {
      shaky.push(`${title}\n    ${why}`);
      passed += 1;
    }
  }
}
for (const line of shaky) say(`held only at the second look: ${line}`);
for (const line of failures) say(`failed: ${line}`);
say(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
