/* Builds the pages, and the hall's agent, that are older than their source. `--force` builds all. Prints to standard error only: the processes print their own line on standard output. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

interface Page { readonly recipe: string; readonly out: string; readonly from: readonly string[] }

const shared = ['db/domain', 'sync-agent/contract', 'package-lock.json'];
const pages: readonly Page[] = [
  { recipe: 'kiosk/screens/vite.config.ts', out: 'kiosk/dist/screens', from: [...shared, 'kiosk/screens', 'kiosk/kit', 'kiosk/i18n', 'kiosk/voice', 'kiosk/session'] },
  { recipe: 'kiosk/electron/vite.config.ts', out: 'kiosk/dist/electron', from: [...shared, 'kiosk/electron', 'kiosk/host', 'kiosk/i18n', 'kiosk/session', 'hardware'] },
  { recipe: 'sync-agent/hall/vite.config.ts', out: 'sync-agent/hall/dist', from: [...shared, 'db/hall', 'db/sealing', 'db/durable', 'sync-agent/hall'] },
  ...['board', 'console', 'pair', 'city', 'public'].map((face) => ({
    recipe: `display-board/${face}/vite.config.ts`, out: `display-board/dist/${face}`, from: [...shared, `display-board/${face}`, 'display-board/kit', 'display-board/i18n', 'display-board/voice'],
  })),
];

function newest(path: string): number {
  const full = join(root, path);
  if (!existsSync(full)) return 0;
  const stat = statSync(full);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(full).filter((name) => name !== 'node_modules' && name !== 'dist').map((name) => newest(join(path, name))));
}

function build({ recipe, out, from }: Page): void {
  const stamp = join(root, out, '.built');
  const force = process.argv.includes('--force');
  if (!force && existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...from.map(newest))) return;
  const startedAt = new Date();
  // A test that builds what is stale has another NODE_ENV, and with that come React's development pages.
  const run = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', recipe, '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } });
  if (run.status !== 0) {
    process.stderr.write(`could not build ${recipe}\n`);
    process.exit(1);
  }
  writeFileSync(stamp, '');
  // What was edited while building is newer than the stamp and will be built again.
  utimesSync(stamp, startedAt, startedAt);
}

for (const page of pages) build(page);
