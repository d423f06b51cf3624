/* A hall on TLS that takes releases, its operator's command, and a kiosk that asks as a real one does. */
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { runUpdate } from '@kuaizhao/sync-agent/hall/operator/updates.ts';
import { updatesConfigSchema } from '@kuaizhao/sync-agent/hall/updates/config.ts';
import { releaseAskPath, releaseDeviceHeader } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { herePlatform, vendor } from '../../../fixtures/releases/releases.ts';
import { hallConfig } from '../../../town/town.ts';
import { openLanHall, type Line } from '../trust/lan-hall.ts';

/** Ten in the morning in China on the day on which the test runs, and later as told. */
export function toldClock(localHour = 10) {
  const day = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  let ahead = day + (localHour - 8) * 3_600_000 - Date.now();
  const clock: HallClock = { ...systemClock, now: () => Date.now() + ahead };
  return { clock, pass: (ms: number): void => { ahead += ms; } };
}

export async function openUpdatingHall({ clock = systemClock, dir = tempDir(), key = vendor(), healthyMinutes = 10, askSeconds = 1 }: { clock?: HallClock; dir?: string; key?: ReturnType<typeof vendor>; healthyMinutes?: number; askSeconds?: number } = {}) {
  const updates = updatesConfigSchema.parse({ keys: [key.publicKey], healthyMinutes, askSeconds });
  const hall = await openLanHall(clock, dir, { updates });
  const { listen: _plain, town: _town, ...config } = hallConfig(dir);
  const path = join(dir, 'hall.json');
  writeFileSync(path, JSON.stringify({ ...config, kiosks: [], lan: { host: '127.0.0.1', port: 7443 }, updates }));
  /** Gives the exit code and what was said. */
  const update = async (...args: readonly string[]): Promise<readonly [number, string]> => {
    const lines: string[] = [];
    return [await runUpdate(['update', ...args, '--config', path], (line) => { lines.push(line); }), lines.join('\n')];
  };
  return { ...hall, dir, key, update, data: join(dir, 'hall') };
}

/** A request as a kiosk makes it. */
export async function toHall(url: string, path: string, { key, certificate, authority, deviceId }: Line, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await new Promise<{ status: number | undefined; headers: Readonly<Record<string, unknown>>; bytes: Buffer }>((resolve, reject) => {
    const asked = request(url + path, {
      method: text === undefined ? 'GET' : 'POST', agent: false, headers: { [releaseDeviceHeader]: deviceId, ...(text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) }), ...headers },
      ...(key === undefined ? {} : { key }), ...(certificate === undefined ? {} : { cert: certificate }), ...(authority === undefined ? {} : { ca: authority }),
    }, (response) => { void buffer(response).then((bytes) => { resolve({ status: response.statusCode, headers: response.headers, bytes }); }, reject); });
    asked.once('error', reject);
    asked.end(text);
  });
  return { ...answer, body: (): unknown => JSON.parse(answer.bytes.toString('utf8')) };
}

export const word = (more: object = {}) => ({ platform: herePlatform, running: '1.0.0', healthy: true, bad: [], ...more });
export const asks = async (url: string, line: Line, more: object = {}) => (await toHall(url, releaseAskPath, line, word(more))).body();
