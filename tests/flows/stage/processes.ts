/* Real processes of the house, started by their own commands, ended by signal, and never left behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');
export const mains = { hall: 'sync-agent/hall/dist/main.js', kiosk: 'kiosk/main.ts', city: 'sync-agent/city/main.ts' } as const;

const readySchema = z.strictObject({ ready: z.literal(true), urls: z.record(z.string(), z.url()), pid: z.int() });

export interface Running {
  readonly urls: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  readonly log: () => string;
  /** Gives the exit code and what SIGTERM took, in milliseconds. */
  stop(): Promise<{ code: number | null; tookMs: number }>;
  /** kill -9 */
  kill(): Promise<void>;
}

export async function start(name: keyof typeof mains, args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [join(root, mains[name]), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  onTestFinished(() => { if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL'); });
  let log = '';
  child.stderr.on('data', (bytes: Buffer) => { log += bytes.toString(); });
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>, exited.then(() => { throw new Error(`${name} ended: ${log}`); })]);
  const { urls } = readySchema.parse(JSON.parse(line[0]));
  return {
    urls, process: child, log: () => log,
    async stop() {
      const from = performance.now();
      child.kill('SIGTERM');
      const [code] = await exited;
      return { code, tookMs: performance.now() - from };
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs a command that must give up: its exit code and what it said. */
export async function runs(name: keyof typeof mains, args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, mains[name]), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => { if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL'); });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => { said += bytes.toString(); });
  const [code] = await once(child, 'exit') as [number | null];
  return { code, said };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => { server.close(done); });
  return port;
}
