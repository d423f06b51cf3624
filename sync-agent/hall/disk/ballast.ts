/* The ballast: a file of real blocks beside the hall's database, thrown away when the disk is full, so that the morning can be finished. */
import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const pieceBytes = 1024 * 1024;

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
      for (let left = bytes; left > 0; left -= pieceBytes) {
        // Other bytes each time: some file systems keep what is the same once.
        await file.writeFile(randomBytes(Math.min(left, pieceBytes)));
        await file.sync();
      }
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
