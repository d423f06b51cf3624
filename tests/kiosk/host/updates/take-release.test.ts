/* How a kiosk takes a release: slowly, resumed, believed only when it is right; and what a power cut at each step, a full disk or a wrong file leaves. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openVersionFolder } from '@kuaizhao/kiosk/host/updates/version-folder.ts';
import { takeRelease, takeSteps } from '@kuaizhao/kiosk/host/updates/take-release.ts';
import type { Piece } from '@kuaizhao/kiosk/host/updates/hall-line.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { herePlatform, relisted, sampleRelease, vendor, versionFolder } from '../../../fixtures/releases/releases.ts';
import { launcher } from '../../launcher/launcher.ts';

const pieceSize = 4_096;
const incompressible = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16)).update(Buffer.alloc(40_000));
const big = (): string => versionFolder({ 'large.bin': incompressible });

function kiosk() {
  const folder = join(tempDir(), 'updates');
  const versions = openVersionFolder(folder, herePlatform);
  return { folder, versions };
}
/** Gives pieces of this file; `change` may spoil, cut or withhold one. */
const from = (file: string, change: (piece: Piece, at: number) => Piece | undefined = (piece) => piece) => {
  const asked: number[] = [];
  const whole = readFileSync(file);
  return {
    asked,
    piece: (_version: string, _platform: string, at: number): Promise<Piece | undefined> => {
      asked.push(at);
      return Promise.resolve(at < whole.length ? change({ bytes: whole.subarray(at, at + pieceSize), size: whole.length }, at) : undefined);
    },
  };
};
const take = ({ folder, versions }: ReturnType<typeof kiosk>, keys: readonly string[], line: ReturnType<typeof from>, version = '1.2.0', breathe = (): Promise<boolean> => Promise.resolve(true)) =>
  takeRelease({ folder, versions, platform: herePlatform, keys, line, breathe }, version);

test('fetched piece by piece with a breath between, unpacked and named; nothing of the way stays', async () => {
  const [here, key] = [kiosk(), vendor()];
  const line = from(await sampleRelease({ key, folder: big() }));
  let breaths = 0;
  expect(await take(here, [key.publicKey], line, '1.2.0', () => { breaths += 1; return Promise.resolve(true); })).toBe('ready');
  expect(readFileSync(join(here.versions.at('1.2.0'), 'large.bin')).equals(incompressible)).toBe(true);
  expect([line.asked.length > 2, breaths, here.versions.ready()]).toEqual([true, line.asked.length - 1, ['1.2.0']]);
  expect([readdirSync(join(here.folder, 'download')), readdirSync(join(here.folder, 'versions'))]).toEqual([[], ['1.2.0']]);
});

test('a line that is cut is gone on with where it was; the kiosk that ends stops fetching', async () => {
  const [here, key] = [kiosk(), vendor()];
  const file = await sampleRelease({ key, folder: big() });
  const cut = from(file, (piece, at) => (at >= 2 * pieceSize ? undefined : piece));
  expect(await take(here, [key.publicKey], cut)).toBe('cut');
  expect(await take(here, [key.publicKey], from(file), '1.2.0', () => Promise.resolve(false))).toBe('cut');
  const rest = from(file);
  expect(await take(here, [key.publicKey], rest)).toBe('ready');
  expect(rest.asked[0]).toBe(3 * pieceSize);
});

test('not the vendor’s, for another machine, another version than was said: refused before it is fetched to its end', async () => {
  const key = vendor();
  const refused = async (file: string, keys = [key.publicKey]) => {
    const [here, line] = [kiosk(), from(file)];
    const taken = await take(here, keys, line);
    expect([readdirSync(join(here.folder, 'versions')), readdirSync(join(here.folder, 'download'))]).toEqual([[], []]);
    return [taken, line.asked.length];
  };
  expect(await refused(await sampleRelease({ key: vendor(), folder: big() }))).toEqual(['signatureWrong', 1]);
  expect(await refused(await sampleRelease({ key, folder: big() }), [])).toEqual(['signatureWrong', 1]);
  expect(await refused(await sampleRelease({ key, folder: big(), platform: herePlatform === 'linux-x64' ? 'linux-arm64' : 'linux-x64' }))).toEqual(['platformOther', 1]);
  // An agent that gives an old release the name of a new one.
  expect(await refused(await sampleRelease({ key, folder: big(), version: '1.1.0' }))).toEqual(['manifestWrong', 1]);
  const other = await sampleRelease({ key, folder: big() });
  relisted(other, key, (manifest) => ({ ...manifest, files: manifest.files.map((one) => ({ ...one, sha256: 'f'.repeat(64) })) }));
  expect((await refused(other))[0]).toBe('digestWrong');
});

test('a changed byte is refused; one that changed on the disk between two lives is fetched anew', async () => {
  const [here, key] = [kiosk(), vendor()];
  const file = await sampleRelease({ key, folder: big() });
  const spoiled = from(file, ({ bytes, size }, at) => ({ bytes: at === 3 * pieceSize ? Buffer.from(bytes.map((byte) => byte ^ 1)) : bytes, size }));
  expect(await take(here, [key.publicKey], spoiled)).toBe('digestWrong');
  expect(await take(here, [key.publicKey], from(file, (piece, at) => (at >= 4 * pieceSize ? undefined : piece)))).toBe('cut');
  const part = join(here.folder, 'download', `1.2.0-${herePlatform}.part`);
  const bytes = readFileSync(part);
  bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
  writeFileSync(part, bytes);
  expect(await take(here, [key.publicKey], from(file))).toBe('cut');
  expect(existsSync(part)).toBe(false);
  expect(await take(here, [key.publicKey], from(file))).toBe('ready');
  // Longer than the release ever was: so is a file system that filled a hole.
  const other = kiosk();
  mkdirSync(join(other.folder, 'download'));
  writeFileSync(join(other.folder, 'download', `1.2.0-${herePlatform}.part`), Buffer.concat([readFileSync(file), Buffer.from('x')]));
  expect(await take(other, [key.publicKey], from(file))).toBe('cut');
});

test('a disk that takes nothing: noRoom, what is there stands, and the folder of what runs is not touched', async () => {
  const [here, key] = [kiosk(), vendor()];
  const line = from(await sampleRelease({ key, folder: big() }));
  writeFileSync(join(here.folder, 'download'), 'a file where the folder should be');
  expect(await take(here, [key.publicKey], line)).toBe('noRoom');
  const other = kiosk();
  rmSync(join(other.folder, 'versions'), { recursive: true });
  writeFileSync(join(other.folder, 'versions'), '');
  expect(await take(other, [key.publicKey], line)).toBe('noRoom');
});

test('§7 the mains fail at each step: the launcher starts what ran before, the next try ends well, and then the new one starts', async () => {
  const key = vendor();
  const file = await sampleRelease({ key, folder: versionFolder({ 'large.bin': incompressible, kuaizhao: '#!/bin/sh\necho new\nexit 0\n' }) });
  const child = (folder: string, dies: string) => spawnSync(process.execPath, [join(import.meta.dirname, 'take-in-process.ts'), folder, file, key.publicKey, '1.2.0', dies], { encoding: 'utf8' });
  const launched = (folder: string): string => execFileSync('sh', [launcher, folder, join(folder, 'installed')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  for (const step of takeSteps) {
    const { folder } = kiosk();
    writeFileSync(join(folder, 'installed'), '#!/bin/sh\necho old\nexit 0\n', { mode: 0o755 });
    expect([step, child(folder, step).signal, launched(folder)]).toEqual([step, 'SIGKILL', 'old']);
    expect([step, child(folder, 'never').stdout, launched(folder)]).toEqual([step, 'ready', 'old']);
    expect([step, child(folder, 'pointing').signal, launched(folder)]).toEqual([step, 'SIGKILL', 'new']);
  }
});
