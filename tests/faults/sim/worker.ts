/* Histories on a core of their own: seed after seed until the time is over, told as they end. Given a mutant, the program that runs is the broken one. */
import { registerHooks } from 'node:module';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { patched, patchSchema } from './patch.ts';

export const taskSchema = z.strictObject({
  /** halls and a hub over a bad line, or one hall's own file through sudden ends, or people over the line */
  of: z.enum(['line', 'file', 'people']),
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
const post: (port: MessagePort, told: Told) => void = (port, told) => { port.postMessage(told, []); };

async function work({ of, seed, step, seconds, faults: least, first, patches }: Task): Promise<Told> {
  if (patches.length > 0) registerHooks({ load: (url, context, next) => patched(url, next(url, context), patches) });
  const tell = of === 'line' ? (await import('./history.ts')).runHistory : of === 'file' ? (await import('../file/file-history.ts')).runFileHistory : (await import('../people/people-history.ts')).runPeopleHistory;
  const until = performance.now() + seconds * 1_000;
  const byKind = new Map<string, number>();
  const wrong: Told['wrong'][number][] = [];
  let [histories, faults] = [0, 0];
  for (let next = seed; (performance.now() < until || faults < least) && wrong.length < (first ? 1 : wrongMost); next += step) {
    const history = await tell(next);
    histories += 1;
    faults += history.faults;
    for (const [kind, times] of history.byKind) byKind.set(kind, (byKind.get(kind) ?? 0) + times);
    if (history.violations.length > 0) wrong.push({ seed: next, violations: history.violations.slice(0, 3) });
  }
  return { histories, faults, byKind: [...byKind], wrong };
}

if (parentPort !== null) post(parentPort, await work(taskSchema.parse(workerData)));
