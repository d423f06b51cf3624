/* What must not be called, outside its one place. */
import { expect, test } from 'vitest';
import { products, sources, type Source } from './source.ts';

interface Ban { readonly what: string; readonly pattern: RegExp; readonly where: (path: string) => boolean; readonly why: string }

const code = (source: Source): string => source.text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
const pure = (path: string): boolean => path.startsWith('db/domain/') || path.startsWith('kiosk/session/') || path.startsWith('sync-agent/contract/') || path === 'sync-agent/hall/engine.ts';

const bans: readonly Ban[] = [
  { what: 'Date.now', pattern: /\bDate\.now\b/, where: pure, why: 'the clock is handed in' },
  { what: 'new Date()', pattern: /\bnew Date\(\s*\)/, where: pure, why: 'the clock is handed in' },
  { what: 'Math.random', pattern: /\bMath\.random\b/, where: () => true, why: 'chance is handed in' },
  { what: 'setTimeout', pattern: /\bset(Timeout|Interval|Immediate)\b/, where: pure, why: 'waiting is handed in' },
  { what: 'performance.now', pattern: /\bperformance\.now\b/, where: pure, why: 'the clock is handed in' },
  { what: 'console', pattern: /\bconsole\.(log|error|warn|info|debug)\b/, where: () => true, why: 'programs log by pino, pages do not log' },
  { what: 'any', pattern: /(:\s*any\b|\bas any\b|<any>|\bany\[\])/, where: () => true, why: 'types say what is known' },
  { what: 'ts-ignore', pattern: /@ts-(ignore|nocheck|expect-error)/, where: () => true, why: 'types say what is known' },
  { what: 'lint off', pattern: /(eslint|oxlint)-disable/, where: () => true, why: 'a rule is changed for all or for none' },
  { what: 'enum', pattern: /^\s*(export\s+)?(const\s+)?enum\s/m, where: () => true, why: 'type stripping' },
  { what: 'SQL library', pattern: /from '(better-sqlite3|pg|@electric-sql\/pglite)'/, where: (path) => !path.startsWith('db/'), why: 'only db touches SQL' },
  { what: 'electron', pattern: /from 'electron'/, where: (path) => !path.startsWith('kiosk/electron/'), why: 'only kiosk/electron touches Electron' },
  { what: 'reveal', pattern: /\.reveal\(\)/, where: (path) => !path.startsWith('db/hall/faces/') && path !== 'db/hall/subjects/employers.ts' && !path.startsWith('db/hall/subjects/hiring/') && !path.startsWith('db/hall/subjects/matching/') && !path.startsWith('db/hall/subjects/people/sharing/') && !path.startsWith('db/city/people/') && path !== 'db/city/registry/pins.ts', why: 'a name leaves its box only for paper and for the desk; a birthday for the law, a sealed price when all are opened, need and moves for the plan; the number of a household, by which the same person is found as a contractor; what is told of a person, to go into the box for whom it is told; what is kept of a PIN, to be held against the one that is typed' },
];

for (const ban of bans) {
  test(`${ban.what}: ${ban.why}`, () => {
    expect(products.filter((source) => ban.where(source.path) && ban.pattern.test(code(source))).map((source) => source.path)).toEqual([]);
  });
}

test('no test is skipped, focused or left to do', () => {
  const pattern = /\b(test|it|describe)\.(skip|only|todo|skipIf|runIf)\b/;
  expect(sources.filter((source) => source.path.startsWith('tests/') && !source.path.startsWith('tests/house/') && pattern.test(code(source))).map((source) => source.path)).toEqual([]);
});
