/* A release as a file: its head in one line, then the archive. Read and unpacked piece by piece: it is larger than a kiosk's spare memory. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { readHead } from './head.ts';
import type { ReleaseRefusal } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { releaseLimits, type Manifest } from './manifest.ts';

export type Opened = { readonly ok: true; readonly manifest: Manifest; /** where the archive begins, bytes */ readonly at: number } | { readonly ok: false; readonly refusal: ReleaseRefusal };
const refused = <R extends ReleaseRefusal>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal });

/** Looks at the head alone; the file may still be on its way. Undefined: the head is not all there. Refuses as `readHead` does. Rejects when the file cannot be read. */
export async function openHead(path: string, keys: readonly string[]): Promise<Opened | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of createReadStream(path, { end: releaseLimits.headBytes }) as AsyncIterable<Buffer>) {
    const end = piece.indexOf(0x0a);
    pieces.push(end < 0 ? piece : piece.subarray(0, end));
    bytes += end < 0 ? piece.length : end;
    if (end < 0) continue;
    const read = readHead(Buffer.concat(pieces).toString('utf8'), keys);
    return read.ok ? { ...read, at: bytes + 1 } : read;
  }
  return bytes > releaseLimits.headBytes ? refused('tooLarge') : undefined;
}

/** The whole file: head, length and digest of the archive. Refuses as `readHead` does, and `digestWrong`. */
export async function openRelease(path: string, keys: readonly string[]): Promise<Opened> {
  const opened = await openHead(path, keys) ?? refused('manifestWrong');
  if (!opened.ok) return opened;
  const { manifest: { packed }, at } = opened;
  if ((await stat(path)).size !== at + packed.bytes) return refused('digestWrong');
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { start: at }), hash);
  return hash.digest('hex') === packed.sha256 ? opened : refused('digestWrong');
}

/** Into a folder that is not there yet; on the disk when it resolves true. False when the archive is not what the list says: something may then lie in the folder. Rejects when the disk does not take it. */
export async function unpack(path: string, { manifest: { files }, at }: { readonly manifest: Manifest; readonly at: number }, into: string): Promise<boolean> {
  const folders = new Set<string>();
  const pieces = piecesOf(path, at);
  try {
    for (const file of files) {
      const target = join(into, file.path);
      await mkdir(dirname(target), { recursive: true });
      for (let folder = dirname(target); folder.length >= into.length; folder = dirname(folder)) folders.add(folder);
      if (!await writeOne(target, file, pieces)) return false;
    }
    if (await pieces.take(1) !== undefined) return false;
  } catch (error) {
    // Only what cannot be unpacked is the archive's own fault; a full disk is not.
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') === true) return false;
    throw error;
  } finally {
    await pieces.close();
  }
  for (const folder of folders) await flushed(folder);
  return true;
}

async function writeOne(target: string, { bytes, sha256, run }: Manifest['files'][number], pieces: Pieces): Promise<boolean> {
  // `wx`: nothing that lies there already is written through.
  const file = await open(target, 'wx', run === true ? 0o755 : 0o644);
  try {
    const hash = createHash('sha256');
    for (let left = bytes; left > 0;) {
      const piece = await pieces.take(left);
      if (piece === undefined) return false;
      hash.update(piece);
      await file.writeFile(piece);
      left -= piece.length;
    }
    if (hash.digest('hex') !== sha256) return false;
    await file.sync();
    return true;
  } finally {
    await file.close();
  }
}

interface Pieces { /** at least one byte and at most so many; undefined at the end */ take(most: number): Promise<Buffer | undefined>; close(): Promise<void> }

function piecesOf(path: string, at: number): Pieces {
  const source = createReadStream(path, { start: at });
  const unzip = createGunzip();
  const ended = pipeline(source, unzip);
  ended.catch(() => undefined);
  const all = (unzip as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return {
    async take(most) {
      while (held.length === 0) {
        const next = await all.next();
        if (next.done === true) return undefined;
        held = next.value;
      }
      const piece = held.subarray(0, most);
      held = held.subarray(piece.length);
      return piece;
    },
    async close() {
      source.destroy();
      unzip.destroy();
      await ended.catch(() => undefined);
    },
  };
}

/** A folder's entries, on the disk. Windows has nothing to flush there. */
export async function flushed(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
