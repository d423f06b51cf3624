/* The release file: made, signed, looked through, unpacked; and everything that is not exactly so. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { toJSONSchema } from 'zod';
import { openHead, openRelease, unpack } from '@kuaizhao/sync-agent/contract/release/file.ts';
import { releaseAskPath, releaseAskSchema, releasePiecePath, releaseToldSchema } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { headLine, readHead } from '@kuaizhao/sync-agent/contract/release/head.ts';
import { manifestSchema, manifestText, releaseLimits, type Manifest } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import { runRelease } from '@kuaizhao/kiosk/electron/packing/release.ts';
import { compareVersions } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { madeAt, parts, relisted, sampleRelease, vendor, versionFolder } from '../../../fixtures/releases/releases.ts';

const opened = async (file: string, keys: readonly string[]) => {
  const release = await openRelease(file, keys);
  if (!release.ok) throw new Error(release.refusal);
  return release;
};

test('a folder goes into one file and comes out the same, with what may be started', async () => {
  const key = vendor();
  const file = await sampleRelease({ key, folder: versionFolder({ 'resources/large.bin': Buffer.alloc(700_000, 7), empty: '' }) });
  const release = await opened(file, [vendor().publicKey, key.publicKey]);
  expect(release.manifest).toMatchObject({ app: 'kiosk', version: '1.2.0', notes: '屏幕字大了一点' });
  expect(release.manifest.files.map(({ path, bytes, run }) => [path, bytes, run === true])).toEqual([['empty', 0, false], ['kuaizhao', 17, true], ['resources/large.bin', 700_000, false], ['resources/page/index.html', 13, false]]);
  const into = join(tempDir(), 'out');
  expect(await unpack(file, release, into)).toBe(true);
  expect(readFileSync(join(into, 'resources/page/index.html'), 'utf8')).toBe('<p>样例</p>');
  expect(readFileSync(join(into, 'resources/large.bin')).equals(Buffer.alloc(700_000, 7))).toBe(true);
  expect([statSync(join(into, 'kuaizhao')).mode & 0o100, statSync(join(into, 'empty')).mode & 0o111]).toEqual([0o100, 0]);
});

test('signed by nobody whom this machine knows, or changed by one sign: signatureWrong', async () => {
  const key = vendor();
  const file = await sampleRelease({ key });
  const { line } = parts(file);
  expect(readHead(line, [vendor().publicKey])).toEqual({ ok: false, refusal: 'signatureWrong' });
  expect(readHead(line, [])).toEqual({ ok: false, refusal: 'signatureWrong' });
  expect(readHead(line.replace('1.2.0', '1.2.1'), [key.publicKey])).toEqual({ ok: false, refusal: 'signatureWrong' });
  const stranger = vendor();
  // The stranger's own signature under the vendor's name.
  const forged = JSON.parse(headLine(manifestSchema.parse(JSON.parse((JSON.parse(line) as { manifest: string }).manifest)), stranger)) as object;
  expect(readHead(JSON.stringify({ ...forged, key: key.publicKey }), [key.publicKey])).toEqual({ ok: false, refusal: 'signatureWrong' });
  // A signature of the same key for another purpose is none for this.
  const { manifest } = JSON.parse(line) as { manifest: string };
  expect(readHead(JSON.stringify({ release: 1, key: key.publicKey, signature: key.sign(manifest), manifest }), [key.publicKey])).toEqual({ ok: false, refusal: 'signatureWrong' });
});

test('any byte of the file changed, missing or added: it is refused, whatever the byte', async () => {
  const key = vendor();
  const file = await sampleRelease({ key });
  const whole = readFileSync(file);
  const other = join(tempDir(), 'other.kzr');
  await assert(asyncProperty(integer({ min: 0, max: whole.length - 1 }), integer({ min: 1, max: 255 }), constantFrom('change', 'cut', 'add'), async (at, by, how) => {
    const bytes = how === 'cut' ? whole.subarray(0, at) : how === 'add' ? Buffer.concat([whole, Buffer.from([by])]) : Buffer.from(whole);
    if (how === 'change') bytes[at] = (whole[at] ?? 0) ^ by;
    writeFileSync(other, bytes);
    expect((await openRelease(other, [key.publicKey])).ok).toBe(false);
  }), { numRuns: 150 });
  expect((await openRelease(file, [key.publicKey])).ok).toBe(true);
});

test('rightly signed and still no release: paths that lead elsewhere, twice the same, a file that is a folder, no program, another app', () => {
  const key = vendor();
  const file = { path: 'kuaizhao', bytes: 1, sha256: '0'.repeat(64), run: true };
  const good = { format: 1, app: 'kiosk', version: '1.0.0', platform: 'linux-x64', madeAt, lan: { from: 1, to: 1 }, notes: '好', packed: { bytes: 9, sha256: '0'.repeat(64) }, files: [file] };
  expect(manifestSchema.safeParse(good).success).toBe(true);
  const bad: readonly object[] = [
    ...['../x', '/etc/x', 'a/../../x', 'a//b', './x', 'a\\b', 'C:/x', 'x:y', 'con', 'a/NUL.txt', 'a/b.', 'a/b ', 'a\u0000b', 'a\nb', 'ü', '', `${'a/'.repeat(200)}x`].map((path) => ({ ...good, files: [file, { ...file, path }] })),
    { ...good, files: [file, { ...file, path: 'KUAIZHAO' }] }, { ...good, files: [file, { ...file, path: 'a' }, { ...file, path: 'A/b' }] },
    { ...good, files: [{ ...file, run: undefined }] }, { ...good, files: [{ ...file, path: 'Kuaizhao.exe' }] }, { ...good, app: 'agent' }, { ...good, platform: 'linux-mips' }, { ...good, version: '1.0' }, { ...good, version: '01.0.0' },
    { ...good, lan: { from: 2, to: 1 } }, { ...good, notes: '' }, { ...good, link: 'x' }, { ...good, files: [] }, { ...good, files: [{ ...file, link: '/etc' }] },
  ];
  for (const one of bad) {
    expect([one, manifestSchema.safeParse(one).success]).toEqual([one, false]);
    const text = manifestText(one as Manifest);
    expect(readHead(JSON.stringify({ release: 1, key: key.publicKey, signature: key.sign(`kuaizhao release 1\n${text}`), manifest: text }), [key.publicKey])).toEqual({ ok: false, refusal: 'manifestWrong' });
  }
  // The same list in another order of words is another text: there is one.
  const loose = JSON.stringify(good);
  expect(readHead(JSON.stringify({ release: 1, key: key.publicKey, signature: key.sign(`kuaizhao release 1\n${loose}`), manifest: loose }), [key.publicKey])).toEqual({ ok: false, refusal: 'manifestWrong' });
  const huge = manifestText({ ...good, files: [{ ...file, bytes: releaseLimits.unpackedBytes + 1 }] } as Manifest);
  expect(readHead(JSON.stringify({ release: 1, key: key.publicKey, signature: key.sign(`kuaizhao release 1\n${huge}`), manifest: huge }), [key.publicKey])).toEqual({ ok: false, refusal: 'tooLarge' });
});

test('a head without an end, and one that is not all there yet', async () => {
  const file = join(tempDir(), 'x.kzr');
  writeFileSync(file, 'x'.repeat(releaseLimits.headBytes + 10));
  expect(await openHead(file, [])).toEqual({ ok: false, refusal: 'tooLarge' });
  writeFileSync(file, '{"release":1');
  expect(await openHead(file, [])).toBeUndefined();
  expect(await openRelease(file, [])).toEqual({ ok: false, refusal: 'manifestWrong' });
});

test('an archive that holds more or less or other than its list unpacks nowhere as a version', async () => {
  const key = vendor();
  const listed = async (change: (manifest: Manifest) => object) => {
    const file = await sampleRelease({ key });
    relisted(file, key, change);
    return unpack(file, await opened(file, [key.publicKey]), join(tempDir(), 'out'));
  };
  expect(await listed((manifest) => ({ ...manifest, files: manifest.files.map((one) => ({ ...one, bytes: one.bytes + 1 })) }))).toBe(false);
  expect(await listed((manifest) => ({ ...manifest, files: manifest.files.slice(0, 1) }))).toBe(false);
  expect(await listed((manifest) => ({ ...manifest, files: manifest.files.map((one) => ({ ...one, sha256: '0'.repeat(64) })) }))).toBe(false);
  // Zeros without an end behind a small list: unpacking ends where the list ends.
  const file = await sampleRelease({ key });
  const body = gzipSync(Buffer.alloc(50_000_000));
  relisted(file, key, (manifest) => ({ ...manifest, packed: { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') } }));
  writeFileSync(file, Buffer.concat([Buffer.from(`${parts(file).line}\n`), body]));
  const into = join(tempDir(), 'out');
  expect(await unpack(file, await opened(file, [key.publicKey]), into)).toBe(false);
  const text = Buffer.from('this is no archive');
  relisted(file, key, (manifest) => ({ ...manifest, packed: { bytes: text.length, sha256: createHash('sha256').update(text).digest('hex') } }));
  writeFileSync(file, Buffer.concat([Buffer.from(`${parts(file).line}\n`), text]));
  expect(await unpack(file, await opened(file, [key.publicKey]), join(tempDir(), 'out'))).toBe(false);
});

test('nothing is written through what lies there already', async () => {
  const key = vendor();
  const file = await sampleRelease({ key });
  const [into, outside] = [join(tempDir(), 'out'), join(tempDir(), 'outside')];
  mkdirSync(into);
  writeFileSync(outside, 'before');
  symlinkSync(outside, join(into, 'kuaizhao'));
  await expect(unpack(file, await opened(file, [key.publicKey]), into)).rejects.toThrow('EEXIST');
  expect(readFileSync(outside, 'utf8')).toBe('before');
});

test('the vendor’s commands: a pair, a release, and one line for every mistake', async () => {
  const dir = tempDir();
  const said: string[] = [];
  const run = (...args: readonly string[]) => runRelease(args, madeAt, (line) => { said.push(line); });
  const [keyFile, file, folder] = [join(dir, 'vendor.key'), join(dir, 'kiosk.kzr'), versionFolder()];
  expect(await run('keys', '--file', keyFile)).toBe(0);
  const { publicKey } = JSON.parse(said.pop() ?? '') as { publicKey: string };
  expect(statSync(keyFile).mode & 0o077).toBe(0);
  const make = ['make', '--folder', folder, '--version', '2.0.1', '--platform', 'linux-x64', '--key', keyFile, '--notes', '修好打印', '--file', file];
  expect(await run(...make)).toBe(0);
  expect((await opened(file, [publicKey])).manifest).toMatchObject({ version: '2.0.1', notes: '修好打印', madeAt });
  const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
    [make, /is there already/], [['keys', '--file', keyFile], /is there already/], [['make', '--file', join(dir, 'x')], /npm run release/], [['sign', '--file', join(dir, 'x')], /npm run release/], [[], /npm run release/],
    [make.map((one) => (one === file ? join(dir, 'y') : one === '2.0.1' ? 'two' : one)), /version/], [make.map((one) => (one === file ? join(dir, 'y') : one === 'linux-x64' ? 'win32-x64' : one)), /Kuaizhao\.exe is missing/],
  ];
  for (const [args, why] of mistakes) {
    expect(await run(...args)).toBe(2);
    expect(said.pop()).toMatch(why);
  }
  symlinkSync('/etc/hostname', join(folder, 'link'));
  expect(await run(...make.map((one) => (one === file ? join(dir, 'y') : one)))).toBe(2);
  expect(said.pop()).toContain('no links');
  expect([existsSync(join(dir, 'y')), existsSync(join(dir, 'y.body'))]).toEqual([false, false]);
});

test('kiosks that are out there ask and read in this shape for good: another one gets another address', () => {
  const hash = createHash('sha256').update(JSON.stringify([releaseAskSchema, releaseToldSchema, manifestSchema].map((schema) => toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })))).digest('hex').slice(0, 16);
  expect({ hash, releaseAskPath, piece: releasePiecePath('1.2.0', 'linux-x64', 7) }).toEqual({ hash: 'c241dd6ce1759b62', releaseAskPath: '/release/ask', piece: '/release/1.2.0/linux-x64/7' });
});

test('which version is newer', () => {
  expect(['1.10.0', '1.9.9', '2.0.0', '1.9.10'].toSorted(compareVersions)).toEqual(['1.9.9', '1.9.10', '1.10.0', '2.0.0']);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});
