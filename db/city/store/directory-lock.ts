/* One process a directory: PGlite does not notice a second one, and both would ruin the files. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CityDbUnavailable } from './city-db.ts';

const held = new Set<string>();

/** Takes the directory or throws `CityDbUnavailable`; gives the release. The file of a process that is gone does not count. */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'owner.pid');
  for (let attempt = 1; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 1) throw error;
    }
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === process.pid ? held.has(file) : isNode(pid)) throw new CityDbUnavailable(`process ${pid} already uses the data directory`);
    rmSync(file, { force: true });
  }
}

/** Alive, and as far as the system tells a Node process: after a reboot the number may belong to something else. */
function isNode(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('node');
  } catch {
    return true;
  }
}
