/*
 * `npm run release -- keys --file vendor.key`: the vendor's pair; the file is kept on no network, the printed half goes into hall.json and kiosk.json as `updates.keys`.
 * `npm run release -- make --folder kiosk/dist/installers/linux-unpacked --version 1.2.0 --platform linux-x64 --key vendor.key --notes TEXT --file kiosk-1.2.0.kzr`: one folder of a version as one signed file.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { makeSigningKey, readSigningKey, type SigningKey } from '@kuaizhao/db/sealing/signing-key.ts';
import { describeIssues } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { headLine } from '@kuaizhao/sync-agent/contract/release/head.ts';
import { manifestSchema, programOf, releasePlatformSchema, type Manifest } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';

export interface MakeRelease { readonly folder: string; readonly version: string; readonly platform: string; readonly key: SigningKey; readonly notes: string; readonly file: string; readonly madeAt: number; readonly lan?: Manifest['lan'] }

/** Writes the file and gives its list. Rejects with one line when the folder holds a link, a name that not every file system takes, no program, or too much; then nothing is left. */
export async function makeRelease({ folder, version, platform, key, notes, file, madeAt, lan = { from: lanVersion, to: lanVersion } }: MakeRelease): Promise<Manifest> {
  const where = releasePlatformSchema.parse(platform);
  const files = await filesIn(folder, programOf(where));
  const body = `${file}.body`;
  try {
    await pipeline(Readable.from(contentOf(folder, files)), createGzip({ level: 9 }), createWriteStream(body));
    const parsed = manifestSchema.safeParse({ format: 1, app: 'kiosk', version, platform: where, madeAt, lan, notes, packed: { bytes: (await stat(body)).size, sha256: await digestOf(body) }, files });
    if (!parsed.success) throw new Error(describeIssues(parsed.error));
    await pipeline(Readable.from(headThen(headLine(parsed.data, key), body)), createWriteStream(file, { flush: true }));
    return parsed.data;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await rm(body, { force: true });
  }
}

async function filesIn(folder: string, program: string): Promise<Manifest['files']> {
  const found: Manifest['files'] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(resolve(folder).length + 1).split(sep).join('/');
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) throw new Error(`${path} is neither a file nor a folder: a release holds no links`);
    const { size, mode } = await stat(full);
    found.push({ path, bytes: size, sha256: await digestOf(full), ...((mode & 0o100) !== 0 || path === program ? { run: true as const } : {}) });
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function* contentOf(folder: string, files: Manifest['files']): AsyncGenerator<Buffer> {
  for (const { path } of files) yield* createReadStream(join(folder, path)) as AsyncIterable<Buffer>;
}
async function* headThen(line: string, body: string): AsyncGenerator<Buffer> {
  yield Buffer.from(`${line}\n`);
  yield* createReadStream(body) as AsyncIterable<Buffer>;
}

const usage = 'npm run release -- keys --file vendor.key, or make --folder FOLDER --version 1.2.0 --platform linux-x64 --key vendor.key --notes TEXT --file kiosk.kzr';

/** Gives the exit code: 0 done, 2 not. */
export async function runRelease(args: readonly string[], now: number, say: (line: string) => void): Promise<number> {
  try {
    const string = { type: 'string' } as const;
    const { values: { folder, version, platform, key, notes, file }, positionals: [what, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: { folder: string, version: string, platform: string, key: string, notes: string, file: string } });
    if (file === undefined || more.length > 0) throw new Error(usage);
    if (existsSync(file)) throw new Error(`${file} is there already`);
    if (what === 'keys') say(JSON.stringify({ ok: true, file, publicKey: makeSigningKey(file).publicKey }));
    else if (what === 'make' && folder !== undefined && version !== undefined && platform !== undefined && key !== undefined && notes !== undefined) {
      const { files, packed } = await makeRelease({ folder: resolve(folder), version, platform, key: readSigningKey(key), notes, file, madeAt: now });
      say(JSON.stringify({ ok: true, file, version, platform, files: files.length, bytes: packed.bytes, sha256: packed.sha256 }));
    } else throw new Error(usage);
    return 0;
  } catch (error) {
    say(JSON.stringify({ ok: false, problem: error instanceof Error ? error.message : 'could not be made' }));
    return 2;
  }
}

if (import.meta.main) process.exitCode = await runRelease(process.argv.slice(2), Date.now(), (line) => { process.stdout.write(`${line}\n`); });
