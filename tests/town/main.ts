/* `npm start`: the demo town. Prints its addresses, opens the kiosk in Electron where that can be had, and ends whole with Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

requireNode24();
const [{ pino }, { startTown, demoPin, kioskConfig }, { seedMorning }, { builtMain, findElectron }, { newStaff, setOwnPins }, { writeDirectory }, { sampleHalls }, { hallSettings }] = await Promise.all([
  import('pino'), import('./town.ts'), import('./seed.ts'), import('@kuaizhao/kiosk/run-electron.ts'), import('../fixtures/city-staff.ts'), import('./write-directory.ts'), import('./sample-city/halls.ts'), import('../fixtures/hall.ts'),
]);

/** Fetching the Electron binary may take this long, then the page serves. */
const fetchElectronMs = 120_000;
const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

const freePort = (wanted: number): Promise<number> => new Promise((done) => {
  const probe = createServer().once('error', () => done(0)).listen(wanted, '127.0.0.1', () => probe.close(() => done(wanted)));
});

/** The binary, fetched by its own package's installer where there is a screen to show it on. */
function electronBinary(): string | undefined {
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (!screen) return undefined;
  if (findElectron() === undefined) spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: fetchElectronMs });
  return findElectron();
}

const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-town-'));
const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
const electron = electronBinary();
// Two: an erasure of the whole city takes both.
const cityPeople = [['supervisor-1', '平台主管'], ['supervisor-2', '平台值班长']].map(([staffId = '', name = '']) => ({ staffId, name, role: 'supervisor' as const, pin: demoPin }));
const town = await startTown({ dir, log, cityStaff: await newStaff(cityPeople), kiosks: electron === undefined ? 1 : 0, ports: { city: await freePort(7300), hall: await freePort(7100), kiosk: await freePort(7200) } });
await seedMorning(town.hall.engine, Date.now());
// On the city's map it stands where the sample city has its hall of that street.
if (town.city !== undefined) {
  await setOwnPins(town.city.urls.city, cityPeople);
  await writeDirectory(town.city.urls.city, { staffId: 'supervisor-1', pin: demoPin }, [{ kind: 'hall', name: hallSettings.hallId, body: { ...sampleHalls[0], hallId: hallSettings.hallId, name: hallSettings.name } }]);
}

let window: ReturnType<typeof spawn> | undefined;
if (electron !== undefined) {
  const config = join(dir, 'kiosk.json');
  writeFileSync(config, JSON.stringify({ ...kioskConfig(dir, town.hall.urls.agent), screen: { width: 540, height: 960, fullScreen: false }, pxPerMm: 2 }));
  window = spawn(electron, [builtMain, '--config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const [kiosk] = town.kiosks;
say('');
say('快招小镇 · the demo town is open');
say(`  大屏 board       ${town.hall.urls.board}`);
say(`  工作台 console   ${town.hall.urls.console}   (洽谈桌值班, PIN ${demoPin})`);
say(`  全市 city        ${town.city?.urls.city ?? ''}   (平台主管, PIN ${demoPin})`);
if (kiosk === undefined) say('  自助机 kiosk     in its Electron window');
else {
  say(`  自助机 kiosk     ${kiosk.urls.kiosk}   (no Electron binary or no screen here: the same kiosk as a local page)`);
  say(`  模拟设备 devices ${kiosk.urls.dev ?? ''}   (lay a card on the reader, see the papers)`);
}
say('  Ctrl-C ends everything');

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  window?.kill('SIGTERM');
  void town.close().then(() => {
    rmSync(dir, { recursive: true, force: true });
    process.exit(0);
  });
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
