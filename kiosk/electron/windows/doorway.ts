/* The main's side of the doorway: faces go to one page, touches come from its own main frame and from nowhere else. */
import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import type { Doorkeeper } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { faceChannel, touchChannel } from '../channels.ts';
import { screensOrigin } from '../pages/addresses.ts';

export interface ElectronDoorway {
  /** From now on faces come from this host and touches go to it. */
  join(doorkeeper: Doorkeeper): void;
}

export function openDoorway(contents: WebContents, log: HostLog): ElectronDoorway {
  let doorkeeper: Doorkeeper | undefined;
  const show = (): void => { if (doorkeeper !== undefined && !contents.isDestroyed()) contents.send(faceChannel, doorkeeper.face()); };
  // A page that has just been loaded has not heard anything yet.
  contents.on('did-finish-load', show);
  ipcMain.on(touchChannel, (event, touch: unknown, ...more: unknown[]) => {
    if (!isFromPage(event, contents)) return log.warn({}, 'touchFromElsewhere');
    // What it says is checked by the host's schema; a message has one part.
    return more.length === 0 ? doorkeeper?.touch(touch) : log.warn({}, 'touchNotUnderstood');
  });
  contents.on('ipc-message', (_event, channel) => { if (channel !== touchChannel) log.warn({}, 'messageNotKnown'); });
  return {
    join(given) {
      doorkeeper = given;
      given.onFace(show);
      show();
    },
  };
}

/** The very frame that we loaded, still at our own address: not a frame inside it, not another window, not a page that came in its place. */
export const isFromPage = ({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>, contents: WebContents): boolean =>
  sender === contents && senderFrame !== null && senderFrame === contents.mainFrame && senderFrame.origin === screensOrigin;
