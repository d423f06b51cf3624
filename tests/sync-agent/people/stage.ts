/* A city with its hub and two halls, all real: what people agree to goes over the real line, and disks can be put back. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import type { CityConfig } from '@kuaizhao/sync-agent/city/config.ts';
import { operateHall, type HallAnswer } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { startHall, type HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { quietLog, testKey } from '../../fixtures/city/hall.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { eventually } from '../../flows/stage/eventually.ts';

export const supervisor: Actor = { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor', second: 'admin-1' };
export const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
const hallIds = ['hall-a', 'hall-b'] as const;
/** of the supervisor at every console */
export const pin = '246810';
export const kioskKey = 'a key of a kiosk in tests';
export type HallName = (typeof hallIds)[number];

export interface Town {
  readonly dir: string;
  readonly config: CityConfig;
  hall(name: HallName): HallAgent;
  ask(name: HallName, content: object, actor?: Actor): Promise<Awaited<ReturnType<HallAgent['engine']['handle']>>>;
  /** The hub ends, what it keeps is put back to what `mark` kept, and it starts anew on the same port. Without a mark it only ends and starts. */
  hubAgain(mark?: string): Promise<void>;
  hubDown(): Promise<void>;
  /** The same of a hall's database; its identity file stays, as on a disk of which only the database went back. */
  hallAgain(name: HallName, mark?: string): Promise<void>;
  /** Ends it, keeps its files under this mark, starts it again. */
  keepHall(name: HallName, mark: string): Promise<void>;
  keepHub(mark: string): Promise<void>;
  /** The operator's own tool on a hall that rests; then it starts again. */
  operateHall(name: HallName, command: 'backup' | 'restore', file: string): Promise<HallAnswer>;
  /** The city has everything that this hall told, and has worked on it. */
  caughtUp(name: HallName): Promise<void>;
}

/** `database`: of the city; marks of the hub are of the embedded one alone. */
export async function openTown(database = 'embedded'): Promise<Town> {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-people-'));
  const config: CityConfig = { listen: { host: '127.0.0.1', port: 0 }, database, data: join(dir, 'city'), halls: hallIds.map((hallId) => ({ hallId, name: `样例零工市场 ${hallId}`, key: testKey(hallId) })) };
  let city: City | undefined = await startCity(config, quietLog);
  const url = city.urls.uplink;
  const port = Number(new URL(url).port);
  const halls = new Map<HallName, HallAgent>();
  const staff = [{ staffId: 'supervisor-1', name: '值班主管', role: 'supervisor' as const, pin: await hashPin(pin) }];
  const open = async (name: HallName): Promise<void> => {
    halls.set(name, await startHall({ hall: { ...hallSettings, hallId: name }, listen: { host: '127.0.0.1', port: 0 }, data: join(dir, name), kiosks: [{ deviceId: 'kiosk-1', key: kioskKey, printer: 'printer-1' }], staff, city: { url, key: testKey(name) } }, quietLog));
  };
  for (const name of hallIds) await open(name);
  onTestFinished(async () => {
    for (const hall of halls.values()) await hall.close();
    await city?.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const hallOf = (name: HallName): HallAgent => {
    const found = halls.get(name);
    if (found === undefined) throw new Error(`${name} does not run`);
    return found;
  };
  const close = async (name: HallName): Promise<void> => {
    await hallOf(name).close();
    halls.delete(name);
  };
  const endHub = async (): Promise<void> => {
    await city?.close();
    city = undefined;
  };
  const startHub = async (): Promise<void> => { city = await startCity({ ...config, listen: { host: '127.0.0.1', port } }, quietLog); };
  let commands = 0;
  return {
    dir, config, hall: hallOf,
    ask: (name, content, actor = clerk) => hallOf(name).engine.handle({ commandId: `people-${++commands}-${name}`, ...content }, actor),
    hubDown: endHub,
    async hubAgain(mark) {
      await endHub();
      if (mark !== undefined) {
        rmSync(join(config.data, 'pglite'), { recursive: true });
        cpSync(join(dir, mark), join(config.data, 'pglite'), { recursive: true });
        rmSync(join(dir, mark), { recursive: true });
      }
      await startHub();
    },
    async hallAgain(name, mark) {
      await close(name);
      if (mark !== undefined) {
        for (const file of ['hall.db', 'hall.db-wal', 'hall.db-shm']) rmSync(join(dir, name, file), { force: true });
        cpSync(join(dir, mark), join(dir, name, 'hall.db'));
        rmSync(join(dir, mark));
      }
      await open(name);
    },
    async keepHall(name, mark) {
      await close(name);
      cpSync(join(dir, name, 'hall.db'), join(dir, mark));
      await open(name);
    },
    async operateHall(name, command, file) {
      await close(name);
      const answer = operateHall({ data: join(dir, name), hallId: name }, command, { config: 'hall.json', json: true, file }, Date.now());
      await open(name);
      return answer;
    },
    async keepHub(mark) {
      await endHub();
      cpSync(join(config.data, 'pglite'), join(dir, mark), { recursive: true });
      await startHub();
    },
    async caughtUp(name) {
      const { db } = hallOf(name);
      await eventually(`${name} has told everything`, () => hallOf(name).uplinkState() === 'caughtUp' && db.uplinkCursor.get().seq === db.journal.head().seq);
      await city?.people.look();
    },
  };
}

/** Every file below `dir` that holds any of these words as text, in any of the ways in which programs write text. */
export function filesWith(dir: string, words: readonly string[]): string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(JSON.stringify(word).slice(1, -1)), Buffer.from(Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -1)), Buffer.from(Buffer.from(word).toString('hex'))]);
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => { const bytes = readFileSync(path); return wanted.some((word) => bytes.includes(word)); });
}
