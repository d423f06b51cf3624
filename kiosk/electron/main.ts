/* Electron's main process: the host in plain Node, and one locked-down window in front of it. Started by `npm run kiosk`, which checked the version and the binary. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { pino } from 'pino';
import { readKioskConfig, type KioskConfig } from '@kuaizhao/kiosk/host/config.ts';
import { openKiosk } from '@kuaizhao/kiosk/host/open-kiosk.ts';
import { readScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';
import { lockDown } from './lock-down.ts';
import { registerScreensScheme, serveScreens } from './screens-protocol.ts';
import { openWindow } from './window.ts';

function giveUp(message: string): void {
  process.stderr.write(`${message}\n`);
  app.exit(2);
}

async function run(config: KioskConfig): Promise<void> {
  const log = pino({ base: { process: 'kiosk', deviceId: config.deviceId } }, pino.destination({ dest: 2, sync: true }));
  await app.whenReady();
  const files = readScreenFiles(join(import.meta.dirname, '../screens'));
  if (files.size === 0) return giveUp('the screens are not built: npm run build');
  lockDown();
  serveScreens(files);
  const kiosk = await openKiosk(config, log);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    log.info({}, 'ending');
    void kiosk.close().then(() => app.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  app.on('window-all-closed', end);
  await openWindow(config.screen, kiosk.doorkeeper, log);
  process.stdout.write(`${JSON.stringify({ ready: true, urls: kiosk.devUrl === undefined ? {} : { dev: kiosk.devUrl }, pid: process.pid })}\n`);
  return undefined;
}

/** What must be said before Electron is ready. */
function begin(): void {
  app.enableSandbox();
  registerScreensScheme();
  const { values } = parseArgs({ args: process.argv.slice(app.isPackaged ? 1 : 2), options: { config: { type: 'string' } }, strict: false });
  const config = readKioskConfig(typeof values.config === 'string' ? values.config : 'kiosk.json');
  const data = join(config.data, 'window');
  mkdirSync(data, { recursive: true });
  app.setPath('userData', data);
  if (!app.requestSingleInstanceLock()) return giveUp('another kiosk runs with the same data directory');
  run(config).catch((error: unknown) => giveUp(error instanceof Error ? error.message : 'could not start'));
  return undefined;
}

try {
  begin();
} catch (error) {
  giveUp(error instanceof Error ? error.message : 'could not start');
}
