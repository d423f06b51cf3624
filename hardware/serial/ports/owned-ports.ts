/* One owner for each port of this process: two drivers on one wire would hear each other's answers. Other processes are kept out by the lock of the operating system. */
import { realpathSync } from 'node:fs';
import { LineRefusal } from '../line-refusal.ts';

const owned = new Set<string>();

/** `/dev/serial/by-id/…` and `/dev/ttyUSB0` may be one port. A path without a file (`COM3`) stands for itself, in any case of letters. */
function portOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path.toUpperCase();
  }
}

/** Takes the port and gives what lets it go again. Throws `takenHere` when somebody in this process has it. */
export function takePort(path: string): () => void {
  const port = portOf(path);
  if (owned.has(port)) throw new LineRefusal('takenHere', `${path} is already open in this process`);
  owned.add(port);
  return () => owned.delete(port);
}
