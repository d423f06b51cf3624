/* What both benches of the city stand on: a hub in a process of its own on a PostgreSQL of the bench, and what they use of the machine. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';

const ticksPerSecond = 100;
export const benchKey = 'a key for the bench of one hall';

export interface HubProcess { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** The real hub, with these halls. */
export async function startHub(database: string, dir: string, hallIds: readonly string[]): Promise<HubProcess> {
  const config = join(dir, 'city.json');
  writeFileSync(config, JSON.stringify({ listen: { host: '127.0.0.1', port: 0 }, database, data: join(dir, 'city'), halls: hallIds.map((hallId) => ({ hallId, name: '测试零工市场', key: benchKey })) }));
  const hub = spawn(process.execPath, ['sync-agent/city/main.ts', '--config', config], { stdio: ['ignore', 'pipe', 'ignore'] });
  return { url: await readyUrl(hub.stdout), pid: hub.pid ?? 0, stop: () => ended(hub) };
}

/** Socket.io, acknowledgements and the database, and no rule but a cursor: what the same rows cost without the protocol. */
export async function startPlainHub(database: string): Promise<HubProcess> {
  const hub = spawn(process.execPath, ['tests/bench/sync/plain-hub.ts', database], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { url: await readyUrl(hub.stdout), pid: hub.pid ?? 0, stop: () => ended(hub) };
}

async function ended(hub: ChildProcess): Promise<void> {
  hub.kill('SIGTERM');
  if (hub.exitCode === null) await once(hub, 'exit');
}

async function readyUrl(out: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of out) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  const ready = JSON.parse(text.split('\n', 1)[0] ?? '') as { urls: { uplink: string } };
  return ready.urls.uplink;
}

/** Seconds of processor that a process has used, and its largest memory. */
export function used(pid: number): { readonly cpuS: number; readonly mb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return { cpuS: (Number(stat[11]) + Number(stat[12])) / ticksPerSecond, mb: Math.round(Number(peak) / 1_024) };
}

/** Seconds of processor of the database's processes that serve the hub. */
export async function databaseCpuS(database: string): Promise<number> {
  const db = await openPostgres(database, () => undefined);
  const pids = await db.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name = 'kuaizhao-city' AND pid <> pg_backend_pid()`);
  await db.close();
  return pids.reduce((sum, { pid }) => sum + used(pid).cpuS, 0);
}
