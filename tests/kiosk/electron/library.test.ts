/* A maker's library under Electron: the built main starts it as a utility process, and a crash of it is no crash of the kiosk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildReaderLibrary, type ReaderLibrary } from '../../fixtures/reader-library/build.ts';
import { buildMain, goodConfig, startMain } from './start-main.ts';

let built: ReturnType<typeof buildMain>;
let library: ReaderLibrary;
let folder: string;
beforeAll(() => {
  built = buildMain();
  library = buildReaderLibrary();
  folder = mkdtempSync(join(tmpdir(), 'kiosk-library-'));
}, 120_000);
afterAll(() => {
  built.remove();
  library.remove();
  rmSync(folder, { recursive: true });
});

test('hardware.md §1 under Electron a library serves from a utility process; it crashes, is started anew, and the kiosk goes on', async () => {
  const config = join(folder, 'kiosk.json');
  writeFileSync(config, JSON.stringify({ ...goodConfig, reader: { link: 'library', maker: 'sdtapi', path: library.path }, socialCard: { link: 'pcsc' } }));
  const main = await startMain({ main: join(built.folder, 'electron/main.js'), config });
  const times = (word: string): number => main.errors().split(word).length - 1;
  await expect.poll(() => times('readerReady'), { timeout: 15_000 }).toBe(1);
  // Whether this machine has PC/SC or not, the process for it started and said so.
  await expect.poll(() => times('socialCardService'), { timeout: 15_000 }).toBeGreaterThan(0);
  library.set('C');
  await expect.poll(() => times('unplugged'), { timeout: 15_000 }).toBe(1);
  library.set('E');
  await expect.poll(() => times('readerReady'), { timeout: 15_000 }).toBe(2);
  expect(main.process.exitCode).toBeNull();
  await main.end();
  expect(main.errors()).not.toMatch(/Error|stand-in has no/);
}, 90_000);
