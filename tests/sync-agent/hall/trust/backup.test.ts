/* The hall's own authority and a lost machine: with its backup put back, every device is in as before; without it none is. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { operateHall } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { arrived, connect, enrolled, openLanHall } from './lan-hall.ts';

test('architecture §4 a backup holds the hall’s authority and its key for the audit: on another machine the devices come in with the certificates that they have', async () => {
  const [old, next, file] = [tempDir(), tempDir(), join(tempDir(), 'monday.kzb')];
  const before = await openLanHall(systemClock, old);
  const trust = await enrolled(before);
  (await arrived(connect(before.url, namespaces.kiosk, trust))).close();
  await before.hall.close();
  const tool = (dir: string, command: string) => operateHall({ data: join(dir, 'hall'), hallId: hallSettings.hallId }, command, { config: 'hall.json', json: true, file }, Date.now());
  expect(tool(old, 'backup')).toMatchObject({ ok: true });
  // A new machine whose agent was started before anybody thought of the backup: its own authority knows nobody.
  const strange = await openLanHall(systemClock, next);
  await expect(arrived(connect(strange.url, namespaces.kiosk, trust))).rejects.toThrow(/./);
  await strange.hall.close();
  expect(tool(next, 'restore')).toMatchObject({ ok: true });
  for (const name of ['ca.key', 'ca.pem', 'audit.key']) {
    expect([name, readFileSync(join(next, 'hall', name)).equals(readFileSync(join(old, 'hall', name)))]).toEqual([name, true]);
  }
  for (const name of ['ca.key', 'audit.key']) expect([name, statSync(join(next, 'hall', name)).mode & 0o077]).toEqual([name, 0]);
  const again = await openLanHall(systemClock, next);
  expect((await arrived(connect(again.url, namespaces.kiosk, trust))).connected).toBe(true);
}, 60_000);
