/* Electron's main process: the host in plain Node, and locked-down windows in front of it. Started by `npm run kiosk`, which checked the version and the binary, or installed as a program of its own. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, powerSaveBlocker } from 'electron';
import { pino } from 'pino';
import { openBoardLine } from '@kuaizhao/kiosk/host/agent/board-line.ts';
import { addressOf, readTrust, standingOf } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import { readKioskConfig, type KioskConfig } from '@kuaizhao/kiosk/host/config.ts';
import { systemClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import { openKiosk } from '@kuaizhao/kiosk/host/open-kiosk.ts';
import { launchedAs } from '@kuaizhao/kiosk/host/updates/updater.ts';
import { readScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';
import { beginOptions, type BeginOptions } from './begin-options.ts';
import { beginLife } from './life.ts';
import { startUtilityChild } from './utility-child.ts';
import { registerOwnScheme, serveOwnPages } from './pages/own-protocol.ts';
import { isLong, waitAfter } from './watch/limits.ts';
import { openBoardWindow } from './windows/board-window.ts';
import { openKioskWindow } from './windows/kiosk-window.ts';
import { debuggingSwitches, lockEngine, lockPages } from './windows/lock-down.ts';

const launchedVersion = process.env['KUAIZHAO_LAUNCHED'];

/** A mistake of whoever set this machine up: one line, exit code 2, and on an installed machine a box, because nobody reads its standard error. */
function giveUp(message: string): void {
  process.stderr.write(`${message}\n`);
  // A new version that cannot start must end, so that its launcher goes back to the one before; the machine's own is the last, and says why.
  if (app.isPackaged && (launchedVersion === undefined || launchedVersion === 'installed')) dialog.showErrorBox('快招', message);
  app.exit(2);
}

async function run(config: KioskConfig, { failures }: BeginOptions): Promise<void> {
  const log = pino({ base: { process: 'kiosk', deviceId: config.deviceId } }, pino.destination({ dest: 2, sync: true }));
  const { timer } = systemClock;
  const life = beginLife({ log, timer, failures });
  await app.whenReady();
  const files = readScreenFiles(join(import.meta.dirname, '../screens'));
  if (files.size === 0) return giveUp('the screens are not built: npm run build');
  lockPages();
  serveOwnPages(files);
  powerSaveBlocker.start('prevent-display-sleep');
  const window = openKioskWindow({ screen: config.screen, timer, log, mayClose: life.ending });
  app.on('second-instance', () => window.focus());
  const board = boardBeside(config, { timer, log, mayClose: life.ending });
  // A kiosk that its hall does not know has nothing to show there yet.
  if (standingOf(config).at !== 'out') await board.show();
  // What failed again and again is not tried at once; people read meanwhile that the machine helps itself.
  const waitMs = failures === 0 ? 0 : waitAfter(failures);
  if (isLong(waitMs)) {
    window.recover();
    await new Promise<void>((resolve) => { timer.after(waitMs, resolve); });
  }
  if (life.ending()) return undefined;
  const kiosk = await openKiosk(config, log, systemClock, {
    startChild: startUtilityChild, launched: launchedAs(process.env, app.getVersion()), atWork: () => void board.show(),
    doorway: { about: about(), leave: (how) => { if (how === 'close') life.end(); else life.restart(); } },
  });
  life.closes(() => kiosk.close());
  await window.join(kiosk);
  process.stdout.write(`${JSON.stringify({ ready: true, urls: kiosk.devUrl === undefined ? {} : { dev: kiosk.devUrl }, pid: process.pid })}\n`);
  return undefined;
}

/** The board's window on a second screen, once, where the configuration has one. Over TLS it goes through this process, which shows the kiosk's certificate for it. */
function boardBeside(config: KioskConfig, parts: Omit<Parameters<typeof openBoardWindow>[0], 'board'>): { show(): Promise<void> } {
  let { board } = config;
  return {
    async show() {
      if (board === undefined) return;
      const wanted = board;
      board = undefined;
      const { url } = wanted.url.startsWith('https://') ? await openBoardLine({ url: addressOf(wanted.url, config), trust: () => readTrust(config.data) }) : wanted;
      openBoardWindow({ board: { ...wanted, url }, ...parts });
    },
  };
}

/** In one line, for staff and for whoever is called to help. */
function about(): string {
  const { electron, chrome, node } = process.versions;
  const parts = [['快招', app.isPackaged ? app.getVersion() : undefined], ['Electron', electron], ['Chrome', chrome], ['Node', node]] as const;
  return parts.flatMap(([name, version]) => (version === undefined ? [] : [`${name} ${version}`])).join(' · ');
}

/** What must be said before Electron is ready. */
function begin(): void {
  lockEngine();
  // No fuse stops these: whoever reaches the engine through them is past every lock of the windows.
  const opened = app.isPackaged ? debuggingSwitches.find((name) => app.commandLine.hasSwitch(name)) : undefined;
  if (opened !== undefined) return giveUp(`an installed kiosk is not started with --${opened}`);
  registerOwnScheme();
  const options = beginOptions(process.argv.slice(app.isPackaged ? 1 : 2), app.isPackaged);
  if (options.noGraphics) app.disableHardwareAcceleration();
  const config = readKioskConfig(options.config);
  const data = join(config.data, 'window');
  mkdirSync(data, { recursive: true });
  app.setPath('userData', data);
  if (!app.requestSingleInstanceLock()) return giveUp('another kiosk runs with the same data directory');
  run(config, options).catch((error: unknown) => giveUp(error instanceof Error ? error.message : 'could not start'));
  return undefined;
}

try {
  begin();
} catch (error) {
  giveUp(error instanceof Error ? error.message : 'could not start');
}
