/* Stands in for the module `electron` in the main process: Node is real, windows are pages of Chromium, the preload runs in a real isolated world. What it does not have, it refuses. */
import { openHand } from './hand.ts';

export { app, dialog, Menu, powerSaveBlocker, screen } from './app.ts';
export { ipcMain } from './contents.ts';
export { protocol, session } from './sessions.ts';
export { BrowserWindow } from './window.ts';

openHand();
