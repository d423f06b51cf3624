/* The hand of the test inside the main process: what in reality people, drivers and the system do to it. One JSON line in, one line out. */
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { app, done, screen, type Display } from './app.ts';
import { switches } from './chromium.ts';
import { windows } from './window.ts';

export type Act =
  | { readonly do: 'close'; readonly window: number }
  | { readonly do: 'key'; readonly window: number; readonly key: string; readonly control?: boolean; readonly alt?: boolean; readonly meta?: boolean }
  /** a fault in the device host: nobody caught it, and its words name a person */
  | { readonly do: 'throw'; readonly message: string }
  | { readonly do: 'childGone'; readonly type: string; readonly reason: string }
  | { readonly do: 'displays'; readonly displays: Display[] }
  | { readonly do: 'quit' }
  | { readonly do: 'tell' };

export interface Told {
  readonly windows: readonly { readonly title: string; readonly kiosk: boolean; readonly visible: boolean; readonly focused: number; readonly bounds: object; readonly preload: boolean; readonly url: string }[];
  readonly powerSave: string; readonly graphics: boolean; readonly switches: readonly string[]; readonly args: readonly string[];
}

function tell(): Told {
  return {
    windows: [...windows].map(({ options, visible, focused, bounds, webContents }) => ({
      title: String(Reflect.get(options, 'title')), kiosk: options.kiosk && options.fullscreen && !options.frame, visible, focused, bounds, preload: options.webPreferences.preload !== undefined, url: webContents.getURL(),
    })),
    powerSave: done.powerSave, graphics: done.graphics, switches, args: process.argv.slice(1),
  };
}

function carryOut(act: Act): void {
  const at = (index: number) => [...windows][index];
  switch (act.do) {
    case 'close': return at(act.window)?.close();
    case 'key': return void at(act.window)?.webContents.press({ control: false, alt: false, meta: false, ...act });
    case 'throw': throw new TypeError(act.message);
    case 'childGone': return void app.emit('child-process-gone', {}, { type: act.type, reason: act.reason, exitCode: 1 });
    case 'displays':
      screen.displays = act.displays;
      return void screen.emit('display-added', {}, act.displays[0]);
    case 'quit': return void app.emit('before-quit', { preventDefault: () => undefined });
    case 'tell': return undefined;
  }
}

/** Listens at the given socket until the process ends; a program that comes in the place of this one listens there too. Does not keep the process alive. */
export function openHand(path: string): void {
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    createInterface({ input: socket }).on('line', (line) => {
      const act = JSON.parse(line) as Act;
      // Out of here, so that a fault is nobody's to catch.
      if (act.do !== 'tell') setImmediate(() => carryOut(act));
      socket.end(`${JSON.stringify(tell())}\n`);
    });
  });
  server.listen(path).unref();
}
