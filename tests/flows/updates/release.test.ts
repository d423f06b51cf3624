/* A release on its way: from the vendor's file over a real agent on TLS to a real kiosk under the real launcher, which is a page here; and back again when the new version cannot start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { writeTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import type { KioskSeen } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { herePlatform, sampleRelease, versionFolder } from '../../fixtures/releases/releases.ts';
import { launcher } from '../../kiosk/launcher/launcher.ts';
import { enrolled } from '../../sync-agent/hall/trust/lan-hall.ts';
import { openUpdatingHall, toldClock } from '../../sync-agent/hall/updates/hall-with-updates.ts';
import { eventually } from '../stage/eventually.ts';
import { freePort } from '../stage/processes.ts';
import { storyDir } from '../stage/stage.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A kiosk machine: the launcher, what is installed, and a page that stands before whatever runs. */
async function machine(hall: Awaited<ReturnType<typeof openUpdatingHall>>) {
  const dir = storyDir();
  const [port, folder, config] = [await freePort(), join(dir, 'updates'), join(dir, 'kiosk.json')];
  writeTrust(join(dir, 'data'), await enrolled(hall));
  writeFileSync(config, JSON.stringify({
    deviceId: 'kiosk-1', agent: { url: hall.url }, reader: 'simulator', printer: 'simulator', printerId: 'printer-1', data: 'data', listen: { host: '127.0.0.1', port }, updates: { folder: 'updates', keys: [hall.key.publicKey] },
  }));
  /** The real kiosk, as a page. */
  const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'kiosk/main.ts')}" --browser --config "${config}"\n`;
  writeFileSync(join(dir, 'installed'), program, { mode: 0o755 });
  let said = '';
  /** Everything of it at once, as the mains do. */
  const mains = (pid: number | undefined): void => { try { if (pid !== undefined) process.kill(-pid, 'SIGKILL'); } catch { /* it is gone */ } };
  const launch = () => {
    const child = spawn('sh', [launcher, folder, join(dir, 'installed')], { cwd: root, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, KUAIZHAO_PAUSE_S: '0' } });
    child.stderr.on('data', (bytes: Buffer) => { said += bytes.toString(); });
    onTestFinished(() => { mains(child.pid); });
    return { child, cut: async (): Promise<void> => { mains(child.pid); await once(child, 'exit'); } };
  };
  const page = io(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], reconnectionDelay: 100, reconnectionDelayMax: 200 });
  onTestFinished(() => { page.close(); });
  let face: KioskFace | undefined;
  page.on('face', (now: KioskFace) => { face = now; });
  const file = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : '');
  return { launch, program, file, said: () => said, screen: () => face?.screen.at, touch: (touch: object): void => { page.emit('touch', touch); } };
}

test('§G a release goes to a kiosk in closed hours, when nobody stands there, and not before; one that cannot start is gone back from, and the hall gives it to nobody else', async () => {
  const { clock, pass } = toldClock(10);
  const hall = await openUpdatingHall({ clock, healthyMinutes: 0 });
  const here = await machine(hall);
  const kiosk = (): KioskSeen | undefined => hall.trust.updates.seen().kiosks.find(({ deviceId }) => deviceId === 'kiosk-1');
  const words = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      const before = kiosk()?.at ?? 0;
      await eventually('the next word of the kiosk', () => (kiosk()?.at ?? 0) > before);
    }
  };
  const first = here.launch();
  await eventually('the installed kiosk is well', () => kiosk()?.healthy === true && kiosk()?.running === '0.1.0');
  expect(await hall.update('load', await sampleRelease({ key: hall.key, version: '1.0.0', folder: versionFolder({ kuaizhao: here.program }) }))).toEqual([0, expect.stringContaining('1.0.0')]);
  expect((await hall.update('start', '1.0.0'))[0]).toBe(0);
  await eventually('it is fetched', () => kiosk()?.ready === '1.0.0');
  // In opened hours nothing more happens.
  await words(3);
  expect([kiosk()?.running, here.file('current')]).toEqual(['0.1.0', '']);
  // The evening, and somebody stands there still.
  here.touch({ type: 'wantToHire' });
  await eventually('the hands of an employer', () => here.screen() !== 'attract');
  pass(13 * 3_600_000);
  await words(2);
  expect([kiosk()?.running, hall.trust.updates.seen().closed]).toEqual(['0.1.0', true]);
  here.touch({ type: 'end' });
  await eventually('the new version is well', () => kiosk()?.running === '1.0.0' && kiosk()?.healthy === true);
  expect([here.file('current'), here.file('proven').split('\n').at(-1), here.file('starts')]).toEqual(['1.0.0', '1.0.0', '1.0.0 0']);
  await eventually('the kiosk waits for the next person', () => here.screen() === 'attract');
  // The mains, and the morning after.
  await first.cut();
  here.launch();
  await eventually('it is here again', () => kiosk()?.running === '1.0.0' && kiosk()?.healthy === true && here.file('starts') === '1.0.0 0');

  expect((await hall.update('load', await sampleRelease({ key: hall.key, version: '1.1.0', folder: versionFolder({ kuaizhao: '#!/bin/sh\nexit 1\n' }) })))[0]).toBe(0);
  expect((await hall.update('start', '1.1.0'))[0]).toBe(0);
  await eventually('it went back', () => kiosk()?.bad.includes('1.1.0') === true && kiosk()?.running === '1.0.0' && kiosk()?.healthy === true);
  expect([here.file('bad'), here.file('current'), here.said().match(/"starting","version":"1\.1\.0"/g)?.length]).toEqual(['1.1.0', '1.0.0', 3]);
  expect(hall.trust.updates.seen().stage).toMatchObject({ version: '1.1.0', stopped: { why: 'rolledBack', deviceId: 'kiosk-1' } });
  expect(hall.trust.updates.trouble()).toMatchObject({ deviceId: 'kiosk-1' });
  await words(2);
  expect([kiosk()?.running, here.file('current')]).toEqual(['1.0.0', '1.0.0']);
});

test('§G a release that nobody whom the kiosk knows has signed stays outside, whatever its agent says', async () => {
  const { clock } = toldClock(23);
  const hall = await openUpdatingHall({ clock, healthyMinutes: 0 });
  const here = await machine(hall);
  const kiosk = (): KioskSeen | undefined => hall.trust.updates.seen().kiosks.find(({ deviceId }) => deviceId === 'kiosk-1');
  here.launch();
  await eventually('the kiosk is well', () => kiosk()?.healthy === true);
  // Loaded rightly, and then changed where it lies: an agent that somebody owns.
  expect((await hall.update('load', await sampleRelease({ key: hall.key, version: '1.0.0', folder: versionFolder({ kuaizhao: here.program }) })))[0]).toBe(0);
  const lies = join(hall.data, 'updates', `1.0.0-${herePlatform}.kzr`);
  const bytes = readFileSync(lies);
  bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 1;
  writeFileSync(lies, bytes);
  expect((await hall.update('start', '1.0.0'))[0]).toBe(0);
  await eventually('it is refused', () => kiosk()?.refused?.refusal === 'digestWrong');
  expect([kiosk()?.running, here.file('current'), here.file('bad')]).toEqual(['0.1.0', '', '']);
  await eventually('the hall gives it to nobody', () => hall.trust.updates.seen().stage?.stopped?.why === 'refused');
});
