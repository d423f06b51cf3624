/* The package as electron-builder makes it, offline and around a hand-made Electron: what is in it, how its fuses stand, and that its main starts from it and from nothing else. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, type AfterPackContext } from 'electron-builder';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { afterPack, fuses, missingFrom, strangeIn } from '@kuaizhao/kiosk/electron/packing/after-pack.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { buildReaderLibrary } from '../../fixtures/reader-library/build.ts';
import { hallConfig, kioskConfig } from '../../town/town.ts';
import { goodConfig, root, startMain, type Main } from './start-main.ts';

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
function copy(name: string, without: readonly RegExp[] = [], config: object = {}): { readonly main: string; readonly config: string; readonly env: Readonly<Record<string, string>>; readonly cwd: string } {
  const to = join(folder, name);
  cpSync(app, join(to, 'app'), { recursive: true });
  for (const path of files.filter((one) => without.some((pattern) => pattern.test(one)))) rmSync(join(to, 'app', path), { recursive: true, force: true });
  writeFileSync(join(to, 'kiosk.json'), JSON.stringify({ ...goodConfig, ...config }));
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
  expect(strangeIn(files, 'linux', arch)).toEqual([]);
  const compiled = files.filter((path) => path.endsWith('.node'));
  // The serial port, makers' libraries and, where there is one for this processor, the slot for chip cards.
  expect(compiled).toHaveLength(arch === 'x64' ? 3 : 2);
  const unpacked = readdirSync(join(packed, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.node'));
  expect(unpacked.map((path) => `/${path}`).sort()).toEqual(compiled.toSorted());
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('a package with a part missing is refused, and so is one with a part too many', () => {
  for (const gone of [/preload\.cjs$/, /id-card-library\.js$/, /chip-cards\.js$/, /windows-queue\.js$/, /letters-24\.br$/, /\/dist\/screens\/index\.html$/, /bindings-cpp.*glibc\.node$/, /koffi.*\.node$/]) {
    expect(missingFrom(files.filter((path) => !gone.test(path)), 'linux', process.arch)).toHaveLength(1);
  }
  const elsewhere = ['/node_modules/koffi/koffi.node', '/node_modules/@serialport/bindings-cpp/prebuilds/win32-x64/one.node', '/node_modules/@koromix/koffi-linux-x64/musl_x64/koffi.node'];
  expect(strangeIn([...files, ...elsewhere], 'linux', process.arch)).toEqual(elsewhere);
  expect(missingFrom(files, 'win32', 'x64')).toHaveLength(3);
  expect(missingFrom(files, 'darwin', 'arm64')).toEqual(['no kiosk is built for darwin-arm64']);
});

test('the hook itself stops the packing, before any fuse is set', async () => {
  // The reader of archives remembers each by its path, so each has its own.
  const hookOn = async (name: string): Promise<void> => {
    const at = join(folder, name);
    await createPackage(inside, join(at, 'resources/app.asar'));
    writeFileSync(join(at, 'kuaizhao'), fuseWire);
    const context = { appOutDir: at, arch: Arch[process.arch as 'x64'], electronPlatformName: 'linux', packager: { getResourcesDir: (out: string) => join(out, 'resources') } } as unknown as AfterPackContext;
    await afterPack(context).finally(() => expect(readFileSync(join(at, 'kuaizhao'))).toEqual(fuseWire));
  };
  const inside = join(copy('without-child', [/id-card-library\.js$/]).cwd, 'app');
  await expect(hookOn('out-part-gone')).rejects.toThrow(/the package is not whole: .*id-card-library/);
  writeFileSync(join(inside, 'dist/electron/id-card-library.js'), '');
  writeFileSync(join(inside, 'dist/electron/stray.node'), '');
  await expect(hookOn('out-part-strange')).rejects.toThrow('the package holds parts of another target: /dist/electron/stray.node');
});

test('each native package loads from the package alone', () => {
  const script = "for (const name of ['@serialport/bindings-cpp', 'koffi'].concat(process.arch === 'x64' ? 'pcsc-mini' : [])) require(name); process.stdout.write('loaded');";
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
  const broken = copy('no-prebuild', [/bindings-cpp\/prebuilds\/.*\.node$/]);
  await expect(startMain(broken)).rejects.toThrow(/No native build was found/);
});

test('without the preload the page has no doorway, and the log says so', async () => {
  const main = await startMain(copy('no-preload', [/preload\.cjs$/]));
  const page = await main.page('/index.html');
  expect(await page.evaluate(() => typeof Reflect.get(window, 'kuaizhao'))).toBe('undefined');
  expect(main.errors()).toContain('preloadBroken');
  await main.end();
});

test('without the screens it says so in one line and a box, and ends', async () => {
  const broken = copy('no-screens', [/^\/dist\/screens\//]);
  await expect(startMain(broken)).rejects.toThrow(/the screens are not built[\s\S]*box: 快招/);
  expect(existsSync(join(broken.cwd, 'data/window/stand-in.lock'))).toBe(false);
});

test('hardware.md §1 the process for a maker’s library starts from the package; without koffi only the reader is out of service', async () => {
  const library = buildReaderLibrary();
  onTestFinished(() => library.remove());
  const reader = { reader: { link: 'library', maker: 'sdtapi', path: library.path } };
  const whole = await startMain(copy('library', [], reader));
  await expect.poll(() => whole.errors(), { timeout: 15_000 }).toContain('readerReady');
  await whole.end();
  const broken = await startMain(copy('no-koffi', [/koffi.*\.node$/], reader));
  await expect.poll(() => broken.errors(), { timeout: 15_000 }).toContain('libraryProcessEnded');
  await (await broken.page('/index.html')).locator('.kiosk.at-attract').waitFor();
  expect(broken.errors()).not.toContain('readerReady');
  await broken.end();
});

test.each(['--remote-debugging-port=9222', '--no-sandbox', '--load-extension=/tmp'])('§4 an installed kiosk is not started with %s', async (open) => {
  await expect(startMain({ ...copy(`opened-${open.length}`), args: [open] })).rejects.toThrow(`an installed kiosk is not started with ${open.split('=', 1)[0]}`);
});

test('a packed kiosk keeps its numbers: its page dies, then its device host fails, and nothing is lost or printed twice', async () => {
  const place = join(folder, 'town');
  const hall = await startHall(hallConfig(place), pino({ level: 'silent' }));
  onTestFinished(() => hall.close());
  const main = await startMain(copy('numbers', [], { ...kioskConfig(place, hall.urls.agent), screen: { width: 1080, height: 1920, fullScreen: true } }));
  onTestFinished(() => main.end());
  const kinds = (kind: string): number => hall.db.journal.read(1, 1_000).filter((row) => row.kind === kind).length;
  const printed = async (): Promise<string[]> => ((await (await fetch(`${devOf(main)}papers`)).json()) as { text: string }[]).map(({ text }) => /E\d{3}/.exec(text)?.[0] ?? '');

  expect(await takeNumber(main)).toBe('E001');
  const lost = await main.page('/index.html');
  const wire = await lost.context().newCDPSession(lost);
  const replaced = new Promise((give) => { lost.once('close', give); });
  void wire.send('Page.crash').catch(() => undefined);
  await replaced;
  await atRest(main);
  await expect.poll(printed, { timeout: 10_000 }).toEqual(['E001']);

  expect(await takeNumber(main)).toBe('E002');
  await expect.poll(() => kinds('printFinished'), { timeout: 10_000 }).toBe(2);
  await main.act({ do: 'throw', message: 'a fault' });
  await main.again();
  await atRest(main);
  expect(await takeNumber(main)).toBe('E003');
  // The printer of the new process has printed the new number and no older one.
  await expect.poll(printed, { timeout: 10_000 }).toEqual(['E003']);
  expect([kinds('ticketIssued'), kinds('printQueued')]).toEqual([3, 3]);
});

const devOf = (main: Main): string => (JSON.parse(main.lines().findLast((line) => line.startsWith('{"ready"')) ?? '') as Main['ready']).urls.dev ?? '';

/** The first face, with agent, reader and printer there: no banner says otherwise. */
const atRest = (main: Main): Promise<Page> => vi.waitUntil(async () => {
  const page = await main.page('/index.html');
  const isRest = await page.locator('.kiosk.at-attract').count().catch(() => 0);
  return isRest === 1 && (await page.locator('.banner').count().catch(() => 1)) === 0 ? page : undefined;
}, { timeout: 20_000, interval: 100 });

/** A number for a window: no card, no name, one paper. */
async function takeNumber(main: Main): Promise<string> {
  const page = await atRest(main);
  await page.getByRole('button', { name: /办业务/ }).first().click();
  await page.getByRole('button', { name: '劳动维权' }).first().click();
  await page.locator('.kiosk.at-number').waitFor();
  return /E\d{3}/.exec(await page.locator('.kiosk').textContent() ?? '')?.[0] ?? '';
}
