/* The window's side of the doorway: the only thing that the page can reach outside itself. */
import { contextBridge, ipcRenderer } from 'electron';
import { doorwayName, type Doorway } from '@kuaizhao/kiosk/session/doorway.ts';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { faceChannel, touchChannel } from './channels.ts';

const listeners = new Set<(face: KioskFace) => void>();
let last: KioskFace | undefined;

ipcRenderer.on(faceChannel, (_event, face: KioskFace) => {
  last = face;
  for (const listener of listeners) listener(face);
});

const doorway: Doorway = {
  onFace(listener) {
    listeners.add(listener);
    if (last !== undefined) listener(last);
    return () => { listeners.delete(listener); };
  },
  // Only the message goes out; what it says is checked by the host.
  touch: (touch) => ipcRenderer.send(touchChannel, touch),
};
contextBridge.exposeInMainWorld(doorwayName, doorway);

// What is dragged or dropped here stays outside: a page is nothing to put files into.
for (const type of ['dragenter', 'dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault(), true);
