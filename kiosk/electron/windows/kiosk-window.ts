/* The kiosk's window: locked down, joined to the host by two messages, and brought back whenever its page is lost. */
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { KioskConfig } from '@kuaizhao/kiosk/host/config.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import type { Doorkeeper } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import type { HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import { isOwnPage, recoveryAddress, screensAddress } from '../pages/addresses.ts';
import { keepPage } from '../watch/keep-page.ts';
import { openDoorway } from './doorway.ts';
import { lockedPreferences, lockSession } from './lock-down.ts';

/** `page`: it came, or was lost. */
export interface Joined { readonly doorkeeper: Doorkeeper; page(stands: boolean): void }

export interface KioskWindow {
  /** Tells people that the machine helps itself; until `join`. */
  recover(): void;
  /** From now on faces come from this host and touches go to it. Resolves when the screens are there, or are being mended. */
  join(kiosk: Joined): Promise<void>;
  focus(): void;
}

export interface KioskWindowParts {
  readonly screen: KioskConfig['screen'];
  readonly timer: HostClock['timer'];
  readonly log: HostLog;
  /** False while nothing but our own end may close the window. */
  readonly mayClose: () => boolean;
}

/** Opens the window; it is shown with its first page. */
export function openKioskWindow({ screen: { width, height, fullScreen }, timer, log, mayClose }: KioskWindowParts): KioskWindow {
  lockSession(session.defaultSession, isOwnPage);
  const window = new BrowserWindow({
    width, height, show: false, fullscreen: fullScreen, kiosk: fullScreen, frame: !fullScreen, autoHideMenuBar: true, backgroundColor: '#ffffff', title: '快招',
    webPreferences: { ...lockedPreferences, preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.on('close', (event) => { if (fullScreen && !mayClose()) event.preventDefault(); });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  window.webContents.on('preload-error', () => log.warn({}, 'preloadBroken'));
  const doorway = openDoorway(window.webContents, log);
  let joined: Joined | undefined;
  const keeper = keepPage(window.webContents, {
    page: 'kiosk', recovery: recoveryAddress, timer, log,
    // Nobody can tell who stands before a dead screen: the session ends. The number is in the hall and its paper in the host, so a tap gives it again.
    lost() {
      joined?.page(false);
      joined?.doorkeeper.touch({ type: 'end' });
    },
    alive: () => joined?.page(true),
  });
  return {
    recover: () => void keeper.show(recoveryAddress),
    join(given) {
      joined = given;
      doorway.join(given.doorkeeper);
      return keeper.keep(screensAddress);
    },
    focus: () => window.focus(),
  };
}
