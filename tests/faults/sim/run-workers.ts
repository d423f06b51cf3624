/* Several cores tell different histories, and what they saw is one answer. */
import { Worker } from 'node:worker_threads';
import type { Task, Told } from './worker.ts';

export interface AllTold { readonly histories: number; readonly faults: number; readonly byKind: Readonly<Record<string, number>>; readonly wrong: Told['wrong'] }

/** Worker n takes the seeds `seed + n`, `seed + n + workers`, … Rejects when a worker ends otherwise than by its answer. */
export async function runWorkers(workers: number, task: Omit<Task, 'step'>): Promise<AllTold> {
  const told = await Promise.all(Array.from({ length: workers }, (_, n) => one({ ...task, seed: task.seed + n, step: workers })));
  const byKind = new Map<string, number>();
  for (const [kind, times] of told.flatMap((some) => some.byKind)) byKind.set(kind, (byKind.get(kind) ?? 0) + times);
  return {
    histories: told.reduce((sum, some) => sum + some.histories, 0), faults: told.reduce((sum, some) => sum + some.faults, 0),
    byKind: Object.fromEntries([...byKind].sort((a, b) => b[1] - a[1])), wrong: told.flatMap((some) => some.wrong).sort((a, b) => a.seed - b.seed),
  };
}

/** Nearly all that a history makes is gone with it: with room for some of them, little is ever looked at by the collector. */
const youngMb = 96;

function one(task: Task): Promise<Told> {
  const { promise, resolve, reject } = Promise.withResolvers<Told>();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
  worker.once('message', (told: Told) => { resolve(told); });
  worker.once('error', reject);
  worker.once('exit', (code) => { reject(new Error(`a worker ended with ${code}`)); });
  return promise;
}
