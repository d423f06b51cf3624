/* One room of the tests, run and told: how many held, and which did not, with the first line of why. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export interface RoomReport {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly why: string }[];
  /** in which they are, from the project's folder; none when the room broke outside its files */
  readonly files: readonly string[];
}

/** As the runner writes it with `--reporter=json`. */
interface Written {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string; readonly status: string; readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] | null }[];
  }[];
}
const whyMost = 400;
const firstLines = (text: string | undefined): string => (text ?? '').split('\n').slice(0, 2).join(' ').slice(0, whyMost);

interface Place { readonly root: string; readonly vitest: string; readonly approve: boolean; readonly say: (line: string) => void }

/** Runs a room, whole or only these files of it. A file that does not load is a failure like a test that does not hold. */
export const roomsOf = ({ root, vitest, approve, say }: Place) => (room: string, only: readonly string[]): RoomReport => {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-report-'));
  const path = join(dir, 'report.json');
  say(`\n# ${room}${only.length > 0 ? ', a second look' : ''}`);
  const args = [vitest, 'run', '--project', room, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`, ...only];
  const fine = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: approve ? { ...process.env, APPROVE: '1' } : process.env }).status === 0;
  try {
    const { numPassedTests: passed, testResults } = JSON.parse(readFileSync(path, 'utf8')) as Written;
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' || assertionResults.some((one) => one.status === 'failed'));
    const failures = broken.flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed').map((one) => ({ title: `${file} > ${one.fullName}`, why: firstLines(one.failureMessages?.[0]) }));
      return failed.length > 0 ? failed : [{ title: file, why: firstLines(message) }];
    });
    if (!fine && failures.length === 0) failures.push({ title: room, why: 'broke outside its tests' });
    return { passed, failures, files: broken.map(({ name }) => relative(root, name)) };
  } catch {
    return { passed: 0, failures: [{ title: room, why: 'left no report' }], files: [] };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
