/* Ties a watchdog to one page of Electron: its losses are heard, its loads are carried out, and what happened stands in the log by its kind alone. */
import type { WebContents } from 'electron';
import type { HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import { createWatchdog, type Watchdog } from './watchdog.ts';

/** A world of its own in the page: the question whether it lives touches nothing of the page's. */
const beatWorld = 1_001;

export interface KeptPage {
  /** Shows a page that needs no watching; resolves when it is there or cannot be had. */
  show(address: string): Promise<void>;
  /** Loads this page and keeps it there from now on. Resolves when the first try is over. */
  keep(address: string): Promise<void>;
  stop(): void;
}

export interface KeepPageParts {
  /** its name in the log */
  readonly page: string;
  readonly recovery: string;
  readonly timer: HostClock['timer'];
  readonly log: HostLog;
  readonly lost: () => void;
  /** the page to keep is there */
  readonly alive?: () => void;
}

export function keepPage(contents: WebContents, { page, recovery, timer, log, lost, alive }: KeepPageParts): KeptPage {
  let address = recovery;
  const show = (shown: string): Promise<void> => contents.loadURL(shown).catch(() => log.warn({ page }, 'pageNotShown'));
  const watchdog: Watchdog = createWatchdog({
    timer,
    load: () => contents.loadURL(address),
    recover: () => void show(recovery),
    beat: () => contents.executeJavaScriptInIsolatedWorld(beatWorld, [{ code: '0' }]),
    kill: () => { if (!contents.isDestroyed()) contents.forcefullyCrashRenderer(); },
    ...(alive === undefined ? {} : { alive }),
    lost(loss, waitMs) {
      log.warn({ page, loss, waitMs }, 'pageLost');
      lost();
    },
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.warn({ page, reason, exitCode }, 'pageGone');
    watchdog.gone();
  });
  // The engine's own word comes late; it is kept in the log beside ours.
  contents.on('unresponsive', () => log.warn({ page }, 'pageUnresponsive'));
  contents.on('destroyed', () => watchdog.stop());
  return {
    show,
    keep(given) {
      address = given;
      return watchdog.start();
    },
    stop: () => watchdog.stop(),
  };
}
