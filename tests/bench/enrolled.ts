/* Devices of a benchmark's hall with certificates of its own authority: written into its file before the agent starts, because sixty codes read out one by one would take an hour. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { fingerprintOf, openAuthority } from '@kuaizhao/sync-agent/hall/trust/authority.ts';

/** What TLS of a device shows and believes. */
export interface Shown { readonly key: string; readonly cert: string; readonly ca: string }
export interface Wanted { readonly deviceId: string; readonly role: DeviceRole; readonly printer?: string }

/** By device id. Nobody else may have the file open. */
export async function enrolDevices(data: string, settings: HallSettings, wanted: readonly Wanted[]): Promise<Record<string, Shown>> {
  const authority = await openAuthority(data, settings.hallId, Date.now);
  const db = openHallDb(data, 'd'.repeat(16));
  const engine = createEngine({ db, settings, now: Date.now, newId: () => randomUUID(), soon: (go) => { setImmediate(go); }, committed: () => undefined, failed: (error) => { throw error; } });
  const all: Record<string, Shown> = {};
  for (const { deviceId, role, printer } of wanted) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
    const answer = await engine.handle({ type: 'enrolDevice', commandId: randomUUID(), deviceId, role, name: deviceId, ...(printer === undefined ? {} : { printer }), fingerprint: fingerprintOf(publicKey), proof: 'certificate' }, { role: 'agent' });
    if (!answer.ok) throw new Error(`${deviceId} is not enrolled: ${answer.refusal.code}`);
    all[deviceId] = { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: await authority.device({ deviceId, role, publicKey, until: Date.now() + 86_400_000 }), ca: authority.pem };
  }
  db.close();
  return all;
}
