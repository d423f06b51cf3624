/* The ballast: a file of real blocks beside the hall's database, thrown away when the disk is full, so that the morning can be finished. */
import { randomFillSync } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Flushed so often: a hall's commits wait for what the disk still has to write. */
const flushBytes = 1024 * 1024;
const pieceBytes = 128 * 1024;

export const ballastFile = 'hall.ballast';

/** Bytes that lie there; 0 when there is none. */
export function ballastBytes(folder: string): number {
  return statSync(join(folder, ballastFile), { throwIfNoEntry: false })?.size ?? 0;
}

/** Written out and flushed piece by piece, because a file with holes keeps no room. False when the disk does not take it: then nothing of it is left. */
export async function makeBallast(folder: string, bytes: number): Promise<boolean> {
  const path = join(folder, ballastFile);
  const next = `${path}.next`;
  try {
    const file = await open(next, 'w', 0o600);
    try {
      // One piece of memory for all: a new one each would be sixty megabytes that the collector is in no hurry to take back.
      const piece = Buffer.allocUnsafeSlow(pieceBytes);
      for (let written = 0; written < bytes;) {
        // Other bytes each time: some file systems keep what is the same once.
        const next = randomFillSync(piece).subarray(0, bytes - written);
        await file.writeFile(next);
        written += next.length;
        if (written % flushBytes === 0) await file.sync();
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, path);
    return true;
  } catch {
    await rm(next, { force: true });
    return false;
  }
}

/** True when there was something to give up, and it is gone. */
export function giveUpBallast(folder: string): boolean {
  const had = ballastBytes(folder) > 0;
  rmSync(join(folder, ballastFile), { force: true });
  rmSync(join(folder, `${ballastFile}.next`), { force: true });
  return had;
}
