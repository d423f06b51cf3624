/* The package as electron-builder makes it, offline and around a hand-made Electron: what is in it, how its fuses stand, and that its main starts from it and from nothing else. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuses, missingFrom } from '@kuaizhao/kiosk/electron/packing/after-pack.ts';
import { goodConfig, root, startMain } from './start-main.ts';

let folder = '';
let packed = '';
/** the archive, unpacked where nothing of the source tree can be found by accident */
let app = '';
let files: readonly string[] = [];

/** The fuse wire as Electron's binary carries it: the mark, the version, the length, and a byte for each fuse. */
const fuseWire = Buffer.concat([Buffer.from('a program dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100001'), Buffer.from(' ends')]);

function run(...args: readonly string[]): void {
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (done.status !== 0) throw new Error(done.stdout + done.stderr);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-packed-'));
  const electron = join(folder, 'electron');
  for (const place of ['locales', 'resources']) mkdirSync(join(electron, place), { recursive: true });
  for (const language of ['zh-CN', 'en-US', 'de']) writeFileSync(join(electron, `locales/${language}.pak`), language);
  writeFileSync(join(electron, 'electron'), fuseWire, { mode: 0o755 });
  run('tests/build.ts');
  run('node_modules/electron-builder/cli.js', '--dir', '--linux', `--${process.arch}`, `-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'out')}`);
  packed = join(folder, 'out', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  const archive = join(packed, 'resources/app.asar');
  files = listPackage(archive, { isPack: false });
  app = join(folder, 'app');
  extractAll(archive, app);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the package's inside that a test may break, with the configuration beside it. */
function copy(name: string, ...without: readonly RegExp[]): { readonly main: string; readonly config: string; readonly env: Readonly<Record<string, string>>; readonly cwd: string } {
  const to = join(folder, name);
  cpSync(app, join(to, 'app'), { recursive: true });
  for (const path of files.filter((one) => without.some((pattern) => pattern.test(one)))) rmSync(join(to, 'app', path), { recursive: true, force: true });
  writeFileSync(join(to, 'kiosk.json'), JSON.stringify(goodConfig));
  return { main: join(to, 'app/dist/electron/main.js'), config: join(to, 'kiosk.json'), env: { STAND_IN_PACKED: '1' }, cwd: to };
}

test('every fuse stands as it was decided, and none is left as Electron came', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'kuaizhao'));
  const names = Object.values(FuseV1Options).filter((one): one is FuseV1Options => typeof one === 'number');
  expect(names.map((fuse) => [FuseV1Options[fuse], wire[fuse]])).toEqual(names.map((fuse) => [FuseV1Options[fuse], fuses[fuse] ? FuseState.ENABLE : FuseState.DISABLE]));
  expect(FuseV1Options[FuseV1Options.RunAsNode] && fuses[FuseV1Options.RunAsNode]).toBe(false);
});

test('the package holds what it needs and nothing of the house besides', () => {
  const arch = process.arch;
  expect(missingFrom(files, 'linux', arch)).toEqual([]);
  expect(files.filter((path) => /\.(ts|tsx|map)$|better-sqlite3|@kuaizhao|\/react|playwright|prebuilds\/(win32|android|darwin)/.test(path))).toEqual([]);
  expect(files.filter((path) => path.endsWith('.node') && !path.includes(arch) && !path.includes('x86_64') && !path.includes('aarch64'))).toEqual([]);
  const unpacked = readdirSync(join(packed, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.node'));
  expect(unpacked.length).toBe(files.filter((path) => path.endsWith('.node')).length);
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('a package with a part missing is refused while it is packed', () => {
  for (const gone of [/preload\.cjs$/, /windows-queue\.js$/, /letters-24\.br$/, /\/dist\/screens\/index\.html$/, /bindings-cpp.*glibc\.node$/, /koffi.*\.node$/, /pcsc-mini.*\.node$/]) {
    expect(missingFrom(files.filter((path) => !gone.test(path)), 'linux', process.arch)).toHaveLength(1);
  }
  expect(missingFrom(files, 'win32', 'x64')).toHaveLength(3);
  expect(missingFrom(files, 'darwin', 'arm64')).toEqual(['no kiosk is built for darwin-arm64']);
});

test('each native package loads from the package alone', () => {
  const script = "for (const name of ['@serialport/bindings-cpp', 'koffi', 'pcsc-mini']) require(name); process.stdout.write('loaded');";
  const done = spawnSync(process.execPath, ['-e', script], { cwd: app, encoding: 'utf8' });
  expect([done.stdout, done.stderr]).toEqual(['loaded', '']);
});

test('the packed main starts and shows the real first screen', async () => {
  const main = await startMain(copy('whole'));
  const page = await main.page('/index.html');
  await page.locator('.kiosk.at-attract').waitFor();
  await page.getByRole('button', { name: '我要招人' }).first().click();
  // No agent stands behind it, so it says that it can give numbers only.
  await page.locator('.kiosk.at-cannotNow').waitFor();
  expect((await main.tell()).windows).toEqual([expect.objectContaining({ url: 'kuaizhao://screens/index.html', preload: true })]);
  await main.end();
  expect(await main.ended).toBe(0);
  expect(main.errors()).not.toMatch(/preloadBroken|pageLost|failed/);
});

test('without the compiled part of the serial port it does not start', async () => {
  const broken = copy('no-prebuild', /bindings-cpp\/prebuilds\/.*\.node$/);
  await expect(startMain(broken)).rejects.toThrow(/No native build was found/);
});

test('without the preload the page has no doorway, and the log says so', async () => {
  const main = await startMain(copy('no-preload', /preload\.cjs$/));
  const page = await main.page('/index.html');
  expect(await page.evaluate(() => typeof Reflect.get(window, 'kuaizhao'))).toBe('undefined');
  expect(main.errors()).toContain('preloadBroken');
  await main.end();
});

test('without the screens it says so in one line and a box, and ends', async () => {
  const broken = copy('no-screens', /^\/dist\/screens\//);
  await expect(startMain(broken)).rejects.toThrow(/the screens are not built[\s\S]*box: 快招/);
  expect(existsSync(join(broken.cwd, 'data/window/stand-in.lock'))).toBe(false);
});
