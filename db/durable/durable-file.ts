/* A file that a power cut leaves old or new and never between: written beside, flushed, moved over it, and the move flushed too. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

const besideOf = (path: string): string => `${path}.next`;
/** Windows has no folders to flush. */
const flushesFolders = process.platform !== 'win32';

/** Durable when it returns, readable by its owner alone; of a list, one piece after the other. Throws when the disk does not take it: then the old file stands. */
export function writeDurably(path: string, content: string | Uint8Array | Iterable<Uint8Array>): void {
  const file = openSync(besideOf(path), 'w', 0o600);
  try {
    for (const bytes of typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content) {
      // A write may take only a part, of a large one on a disk that is nearly full.
      for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(besideOf(path), path);
  if (!flushesFolders) return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The same beside the work of a process that must not wait for its disk: durable when it resolves. One at a time for a path. */
export async function writeDurablySoon(path: string, content: string): Promise<void> {
  const file = await open(besideOf(path), 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(besideOf(path), path);
  if (!flushesFolders) return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
