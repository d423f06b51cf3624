/* Waiting with an end: what a device or a peer may take when the process wants to go. */
import type { Timer } from '@kuaizhao/hardware/ports.ts';

/** Resolves when the work is done or `ms` have passed; true when it was done. A rejection counts as done. */
export async function within(timer: Timer, ms: number, work: Promise<unknown>): Promise<boolean> {
  let cancel = (): void => undefined;
  const late = new Promise<false>((resolve) => { cancel = timer.after(ms, () => resolve(false)); });
  const done = work.then(() => true, () => true);
  const inTime = await Promise.race([done, late]);
  cancel();
  return inTime;
}
