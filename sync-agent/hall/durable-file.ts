/* A file that a power cut leaves old or new and never between: written beside, flushed, moved over it, and the move flushed too. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Durable when it returns, readable by its owner alone; of a list, one piece after the other. Throws when the disk does not take it: then the old file stands. */
export function writeDurably(path: string, content: string | Uint8Array | Iterable<Uint8Array>): void {
  const next = `${path}.next`;
  const file = openSync(next, 'w', 0o600);
  try {
    for (const bytes of typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content) {
      // A write may take only a part, of a large one on a disk that is nearly full.
      for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
  // Windows has no folders to flush.
  if (process.platform === 'win32') return;
  const directory = openSync(dirname(path), 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
