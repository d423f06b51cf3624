/* The hall's board on a second screen of the same machine: a page of the hall agent in a window and a partition of its own, without preload and without any way to the kiosk. */
import { BrowserWindow, screen, session, type Display } from 'electron';
import type { KioskConfig } from '@kuaizhao/kiosk/host/config.ts';
import type { HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import { recoveryAddress } from '../pages/addresses.ts';
import { serveOwnPages } from '../pages/own-protocol.ts';
import { keepPage } from '../watch/keep-page.ts';
import { lockedPreferences, lockSession } from './lock-down.ts';
import { displayAt, mayBoardLoad } from './rules.ts';

/** In memory only: nothing of a board outlives its window. */
const partition = 'board';

export interface BoardWindowParts {
  readonly board: NonNullable<KioskConfig['board']>;
  readonly timer: HostClock['timer'];
  readonly log: HostLog;
  readonly mayClose: () => boolean;
}

/** Opens the board where its display is, and whenever that display comes; a display that is pulled takes the window with it. */
export function openBoardWindow(parts: BoardWindowParts): void {
  const { board: { url, display: place }, log } = parts;
  const own = session.fromPartition(partition);
  const origin = new URL(url).origin;
  lockSession(own, (asked) => mayBoardLoad(asked, origin));
  serveOwnPages(new Map(), own.protocol);
  let window: BrowserWindow | undefined;
  const settle = (): void => {
    const display = displayAt(screen.getAllDisplays(), place);
    if (display === undefined) {
      log.warn({ display: place }, 'boardDisplayMissing');
      window?.destroy();
      window = undefined;
    } else if (window === undefined) {
      window = openOn(display, parts);
    } else {
      window.setBounds(display.bounds);
    }
  };
  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);
  settle();
}

function openOn({ bounds }: Display, { board: { url }, timer, log, mayClose }: BoardWindowParts): BrowserWindow {
  const window = new BrowserWindow({ ...bounds, show: false, fullscreen: true, kiosk: true, frame: false, autoHideMenuBar: true, backgroundColor: '#000000', title: '快招大屏', webPreferences: { ...lockedPreferences, partition } });
  window.on('close', (event) => { if (!mayClose()) event.preventDefault(); });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.showInactive());
  void keepPage(window.webContents, { page: 'board', recovery: recoveryAddress, timer, log, lost: () => undefined }).keep(url);
  return window;
}
