/* `npm run kiosk -- --config kiosk.json [--browser]`: one kiosk, in Electron's window or as a page of this machine. With `--enrol CODE` it comes into its hall's network instead, and ends. */
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { againCodes } from '@kuaizhao/kiosk/electron/begin-options.ts';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

/** A mistake in how the program was called or configured: one line, exit code 2. */
function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

async function serve(path: string): Promise<void> {
  // Loaded after the check of the version: the serial port is a native module.
  const [{ readKioskConfig }, { startKiosk }] = await Promise.all([import('@kuaizhao/kiosk/host/config.ts'), import('./start-kiosk.ts')]);
  const launched = await launchedHere();
  const config = readKioskConfig(path);
  const log = pino({ base: { process: 'kiosk', deviceId: config.deviceId } }, pino.destination({ dest: 2, sync: true }));
  let ending = false;
  const leave = (how: 'restart' | 'close'): void => { if (how === 'close') end('staff'); else if (launched !== undefined) end('update', againCodes.asked); else void again(); };
  const start = (listen: typeof config.listen): ReturnType<typeof startKiosk> => startKiosk({ ...config, listen }, { log, launched, doorway: { about: `Node ${process.versions.node}`, leave } });
  let kiosk = await start(config.listen);
  /** With `againCodes.asked` whoever launched us starts what its pointer names by then. */
  const end = (by: string, code = 0): void => {
    if (ending) return;
    ending = true;
    log.info({ by }, 'ending');
    void kiosk.close().then(() => process.exit(code));
  };
  /** Devices, host and page anew, where the page that stands open finds them. */
  const again = async (): Promise<void> => {
    if (ending) return;
    log.info({}, 'restarting');
    const port = Number(new URL(kiosk.urls.kiosk).port);
    await kiosk.close();
    kiosk = await start({ ...config.listen, port });
  };
  process.on('SIGTERM', (signal) => { end(signal); });
  process.on('SIGINT', (signal) => { end(signal); });
  process.stdout.write(`${JSON.stringify({ ready: true, urls: kiosk.urls, pid: process.pid })}\n`);
}

/** The version that the launcher started here, and its folder. */
async function launchedHere() {
  const [{ launchedAs }, { readFileSync }] = await Promise.all([import('@kuaizhao/kiosk/host/updates/updater.ts'), import('node:fs')]);
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };
  return launchedAs(process.env, version);
}

/** Electron is a process of its own with this one in front of it: it writes the ready line, and signals go through. */
async function openWindow(path: string): Promise<void> {
  const [{ readKioskConfig }, { findElectron, runElectron }] = await Promise.all([import('@kuaizhao/kiosk/host/config.ts'), import('./run-electron.ts')]);
  readKioskConfig(path);
  const electron = findElectron();
  if (electron === undefined) giveUp('the Electron binary is not here: add --browser to serve the kiosk as a local page');
  process.exitCode = await runElectron(electron, path);
}

async function comeIn(path: string, code: string, url: string | undefined): Promise<void> {
  const [{ readKioskConfig }, { enrolHere }] = await Promise.all([import('@kuaizhao/kiosk/host/config.ts'), import('@kuaizhao/kiosk/host/agent/enrol-here.ts')]);
  const config = readKioskConfig(path);
  process.exitCode = await enrolHere({ ...config, url: url ?? config.agent.url, code, say: (line) => { process.stdout.write(`${line}\n`); } });
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'could not start';
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return 'the port of listen is busy: another kiosk runs, or choose another port';
  if (code === 'EACCES' || code === 'EROFS') return 'the data directory cannot be written';
  return error.message;
}

try {
  requireNode24();
  const { values } = parseArgs({ options: { config: { type: 'string' }, browser: { type: 'boolean', default: false }, enrol: { type: 'string' }, agent: { type: 'string' } } });
  if (values.config === undefined) giveUp('usage: npm run kiosk -- --config kiosk.json [--browser], or --enrol CODE [--agent https://…]');
  if (values.enrol !== undefined) await comeIn(values.config, values.enrol, values.agent);
  else await (values.browser ? serve(values.config) : openWindow(values.config));
} catch (error) {
  giveUp(explain(error));
}
