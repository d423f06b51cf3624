/* A program of the project as its own process, killed and started again on the same files. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');
const readySchema = z.object({ ready: z.literal(true), urls: z.record(z.string(), z.url()) });
const startTries = 20;

export interface Program {
  /** Starts it and waits until it serves; again, when the database it needs is just away. Gives its addresses. */
  start(): Promise<Readonly<Record<string, string>>>;
  /** `kill -9`: not one more instruction. */
  kill(): Promise<void>;
  /** Asks it to end and waits. */
  stop(): Promise<void>;
  running(): boolean;
}

/** `main`: from the project's folder. */
export function program(main: string, config: string): Program {
  let child: ChildProcess | undefined;
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    running.kill(signal);
    await once(running, 'close');
  };
  const attempt = async (): Promise<Readonly<Record<string, string>> | undefined> => {
    const starting = spawn(process.execPath, [join(root, main), '--config', config], { stdio: ['ignore', 'pipe', 'ignore'] });
    child = starting;
    const first = createInterface({ input: starting.stdout });
    const line = await Promise.race([once(first, 'line').then(([said]) => String(said)), once(starting, 'close').then(() => undefined)]);
    const ready = line === undefined ? undefined : readySchema.safeParse(JSON.parse(line));
    return ready?.success === true ? ready.data.urls : undefined;
  };
  return {
    async start() {
      for (let tries = 0; tries < startTries; tries++) {
        const urls = await attempt();
        if (urls !== undefined) return urls;
        await new Promise((again) => { setTimeout(again, 250); });
      }
      throw new Error(`${main} does not start`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    running: () => child !== undefined && child.exitCode === null && child.signalCode === null,
  };
}
