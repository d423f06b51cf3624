/* A kiosk of its own process that taps at an even pace and, after each answer, does the disk's own floor in the same folder: each tap is counted from the moment it was due, so that an agent that is busy elsewhere shows. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, openKiosk } from '../agent.ts';
import { openFloor } from '../floor-commit.ts';
import { bytesPerTap } from '../tap.ts';
import { tapPrinter, worker } from './people.ts';

/** Taps from the `first`th person on, one every `everyMs`; the floor's file goes into `dir`. */
export interface Tap { readonly url: string; readonly dir: string; readonly first: number; readonly everyMs: number }
export interface Tapped { readonly tookMs: readonly number[]; readonly floorMs: readonly number[]; readonly refused: number }

const ending = new AbortController();

async function tap({ url, dir, first, everyMs }: Tap): Promise<Tapped> {
  const [socket, floor, tookMs] = [await openKiosk(url, 0), openFloor(dir, bytesPerTap), [] as number[]];
  const began = performance.now();
  let refused = 0;
  for (let n = 0; !ending.signal.aborted; n += 1) {
    const due = began + n * everyMs;
    await pause(Math.max(0, due - performance.now()));
    const answer = await ask(socket, { type: 'checkIn', commandId: randomUUID(), card: worker(first + n), printer: { printer: tapPrinter, ready: true } });
    tookMs.push(performance.now() - due);
    if (!answer.ok) refused += 1;
    floor.commit();
  }
  socket.close();
  floor.close();
  return { tookMs, floorMs: floor.samples, refused };
}

process.on('message', (message: Tap | 'stop') => {
  if (message === 'stop') ending.abort();
  else void tap(message).then((tapped) => process.send?.(tapped, () => process.exit(0)));
});
