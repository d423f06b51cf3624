/* Stands in for the module `electron` in the main process: Node is real, windows are pages of Chromium, the preload runs in a real isolated world. What it does not have, it refuses. */
import { app } from './app.ts';
import { openHand } from './hand.ts';

export { app, dialog, Menu, powerSaveBlocker, screen } from './app.ts';
export { ipcMain } from './contents.ts';
export { protocol, session } from './sessions.ts';
export { utilityProcess } from './utility.ts';
export { BrowserWindow } from './window.ts';

// A packaged program is its own main: its name is not on its command line.
if (app.isPackaged) process.argv.splice(1, 1);
openHand(process.env['STAND_IN_HAND'] ?? '');
