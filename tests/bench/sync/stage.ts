/* What both benches of the city stand on: a hub in a process of its own on a PostgreSQL of the bench, and what they use of the machine. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { openLine } from '@kuaizhao/sync-agent/hall/uplink/line.ts';
import type { OpenLine } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';

const ticksPerSecond = 100;
/** to hundredths */
export const rounded = (value: number): number => Math.round(100 * value) / 100;
export const timer = { after: (delayMs: number, then: () => void) => { const handle = setTimeout(then, delayMs); return () => clearTimeout(handle); } };
export const benchKey = 'a key for the bench of one hall';

export interface HubProcess { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** As `npm run city` starts it. */
const cityAsStarted = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { city: string } }).scripts.city.split(' ').slice(1);

/** The real hub, with these halls. */
export async function startHub(database: string, dir: string, hallIds: readonly string[]): Promise<HubProcess> {
  const config = join(dir, 'city.json');
  writeFileSync(config, JSON.stringify({ listen: { host: '127.0.0.1', port: 0 }, database, data: join(dir, 'city'), halls: hallIds.map((hallId) => ({ hallId, name: '测试零工市场', key: benchKey })) }));
  const hub = spawn(process.execPath, [...cityAsStarted, '--config', config], { stdio: ['ignore', 'pipe', 'ignore'] });
  return { url: await readyUrl(hub.stdout), pid: hub.pid ?? 0, stop: () => ended(hub) };
}

/** Socket.io, acknowledgements and the database, and no rule but a cursor: what the same rows cost without the protocol. */
export async function startPlainHub(database: string): Promise<HubProcess> {
  const hub = spawn(process.execPath, ['tests/bench/sync/plain-hub.ts', database], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { url: await readyUrl(hub.stdout), pid: hub.pid ?? 0, stop: () => ended(hub) };
}

/** Tells it to end and waits. */
export async function ended(hub: ChildProcess): Promise<void> {
  hub.kill('SIGTERM');
  if (hub.exitCode === null) await once(hub, 'exit');
}

/** From the line by which a process says that it serves: the hub to its halls, or an agent to its machines. */
export async function readyUrl(out: NodeJS.ReadableStream, of: 'uplink' | 'agent' = 'uplink'): Promise<string> {
  let text = '';
  for await (const chunk of out) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  const ready = JSON.parse(text.split('\n', 1)[0] ?? '') as { urls: Record<typeof of, string> };
  return ready.urls[of];
}

/** Seconds of processor that a process has used, and its largest memory. */
export function used(pid: number): { readonly cpuS: number; readonly mb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return { cpuS: (Number(stat[11]) + Number(stat[12])) / ticksPerSecond, mb: Math.round(Number(peak) / 1_024) };
}

/** The real line, its pushes timed and weighed; shared by as many halls as are measured together. */
export function measuredLine(): { readonly open: OpenLine; readonly told: () => PushesTold } {
  const acksMs: number[] = [];
  let [bytes, busy] = [0, 0];
  const open: OpenLine = (parts) => {
    const opening = openLine(parts);
    const opened = opening.opened.then((result): typeof result => {
      if (!result.ok) return result;
      const { line } = result;
      return {
        ok: true, line: {
          ...line,
          async ask(event, message) {
            if (event === 'push' && 'payload' in message && message.payload instanceof Uint8Array) bytes += message.payload.byteLength;
            const sent = performance.now();
            const answer = await line.ask(event, message);
            if (event === 'push') acksMs.push(performance.now() - sent);
            if (typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'busy') busy += 1;
            return answer;
          },
        },
      };
    });
    return { ...opening, opened };
  };
  return { open, told: () => ({ bytes, busy, acksMs }) };
}

/** Payloads as they were pushed; how often the hub said "busy"; how long each acknowledgement took. */
export interface PushesTold { readonly bytes: number; readonly busy: number; readonly acksMs: readonly number[] }

export interface MachineUse { readonly seconds: number; readonly hubCpuS: number; readonly hallCpuS: number; readonly databaseCpuS: number; /** the hub's largest memory so far */ readonly hubMb: number }

/** From now until the answer is called: the time, and what hub, database and this process (the halls) took of the processor. */
export async function watchMachine(hub: HubProcess, database: string): Promise<() => Promise<MachineUse>> {
  const databaseBefore = await databaseCpuS(database);
  const [hubBefore, hereBefore, from] = [used(hub.pid), process.cpuUsage(), performance.now()];
  return async () => {
    const seconds = (performance.now() - from) / 1_000;
    const [hubAfter, here] = [used(hub.pid), process.cpuUsage(hereBefore)];
    return { seconds, hubCpuS: rounded(hubAfter.cpuS - hubBefore.cpuS), hallCpuS: rounded((here.user + here.system) / 1_000_000), databaseCpuS: rounded(await databaseCpuS(database) - databaseBefore), hubMb: hubAfter.mb };
  };
}

/** In life the city has machines of its own: hub and database give way to the hall that is measured beside them. */
export async function giveWay(hub: HubProcess, database: string): Promise<void> {
  for (const pid of [hub.pid, ...await databasePids(database)]) setPriority(pid, constants.priority.PRIORITY_LOW);
}

/** Seconds of processor of the database's processes that serve the hub. */
async function databaseCpuS(database: string): Promise<number> {
  return (await databasePids(database)).reduce((sum, pid) => sum + used(pid).cpuS, 0);
}

async function databasePids(database: string): Promise<number[]> {
  const db = await openPostgres(database, () => undefined);
  const pids = await db.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name = 'kuaizhao-city' AND pid <> pg_backend_pid()`);
  await db.close();
  return pids.map(({ pid }) => pid);
}
