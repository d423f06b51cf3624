/* Histories on a core of their own: seed after seed until the time is over, told as they end. Given a mutant, the program that runs is the broken one. */
import { registerHooks } from 'node:module';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { patched, patchSchema } from './patch.ts';

export const taskSchema = z.strictObject({
  seed: z.int(), step: z.int().min(1),
  seconds: z.number().positive(),
  /** goes on beyond the time until there were so many faults */
  faults: z.int().min(0),
  /** stops at the first violation */
  first: z.boolean(),
  patches: z.array(patchSchema),
});
export type Task = z.infer<typeof taskSchema>;

export interface Told {
  readonly histories: number; readonly faults: number;
  readonly byKind: readonly (readonly [string, number])[];
  readonly wrong: readonly { readonly seed: number; readonly violations: readonly { readonly invariant: string; readonly hall: string; readonly what: string }[] }[];
}

const wrongMost = 5;
const tell: (port: MessagePort, told: Told) => void = (port, told) => { port.postMessage(told, []); };

async function work({ seed, step, seconds, faults: least, first, patches }: Task): Promise<Told> {
  if (patches.length > 0) registerHooks({ load: (url, context, next) => patched(url, next(url, context), patches) });
  const { runHistory } = await import('./history.ts');
  const until = performance.now() + seconds * 1_000;
  const byKind = new Map<string, number>();
  const wrong: Told['wrong'][number][] = [];
  let [histories, faults] = [0, 0];
  for (let next = seed; (performance.now() < until || faults < least) && wrong.length < (first ? 1 : wrongMost); next += step) {
    const history = await runHistory(next);
    histories += 1;
    faults += history.faults;
    for (const [kind, times] of history.byKind) byKind.set(kind, (byKind.get(kind) ?? 0) + times);
    if (history.violations.length > 0) wrong.push({ seed: next, violations: history.violations.slice(0, 3) });
  }
  return { histories, faults, byKind: [...byKind], wrong };
}

if (parentPort !== null) tell(parentPort, await work(taskSchema.parse(workerData)));
