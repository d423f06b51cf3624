/* The one window: sandboxed, isolated, and joined to the host by two messages. */
import { join } from 'node:path';
import { BrowserWindow, ipcMain } from 'electron';
import type { KioskConfig } from '@kuaizhao/kiosk/host/config.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import type { Doorkeeper } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { faceChannel, touchChannel } from './channels.ts';
import { isScreens, screensOrigin } from './screens-protocol.ts';

/** A page that died is opened again after this. */
const reopenMs = 1_000;

export async function openWindow({ width, height, fullScreen }: KioskConfig['screen'], doorkeeper: Doorkeeper, log: HostLog): Promise<void> {
  const window = new BrowserWindow({
    width, height, show: false, fullscreen: fullScreen, kiosk: fullScreen, frame: !fullScreen, autoHideMenuBar: true, backgroundColor: '#ffffff', title: '快招',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, devTools: false, navigateOnDragDrop: false,
    },
  });
  const { webContents } = window;
  const show = (): void => { if (!webContents.isDestroyed()) webContents.send(faceChannel, doorkeeper.face()); };
  const endFaces = doorkeeper.onFace(show);
  // A page that has just been loaded has not heard anything yet.
  webContents.on('did-finish-load', show);
  ipcMain.on(touchChannel, (event, touch: unknown) => {
    const ours = event.sender === webContents && isScreens(event.senderFrame?.url ?? '');
    if (ours) doorkeeper.touch(touch);
    else log.warn({}, 'touchFromElsewhere');
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    log.warn({ reason }, 'pageGone');
    setTimeout(() => { if (!window.isDestroyed()) webContents.reload(); }, reopenMs);
  });
  window.on('closed', endFaces);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${screensOrigin}/index.html`);
}
