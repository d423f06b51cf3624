/* One kiosk behind either of its two doorways, so that the same story can be told of both: Electron's window on the stand-in, and the local page in a browser. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { vi } from 'vitest';
import type { Doorway } from '@kuaizhao/kiosk/session/doorway.ts';
import type { Touch } from '@kuaizhao/kiosk/session/face.ts';
import { findBrowser } from '../../pictures/browser.ts';
import { buildMain, root, startMain } from '../electron/start-main.ts';

export interface OpenDoorway {
  /** the page that stands there now; waits for it */
  page(): Promise<Page>;
  /** Sends what a screen never would, past the screens. */
  touch(...touches: readonly unknown[]): Promise<void>;
  /** A touch from where none may come. */
  touchFromElsewhere(touch: Touch): Promise<void>;
  /** The page's process ends; what stands in its place is for `page` to find. */
  kill(): Promise<void>;
  /** A second one of the same kiosk comes: what becomes of the two. */
  second(): Promise<'secondRefused' | 'firstLetGo'>;
  /** the panel of the simulators, as it is now */
  dev(): string;
  /** everything on standard error until now */
  errors(): string;
  /** Ready lines until now: how often it has begun. */
  begun(): number;
  readonly ended: Promise<number | null>;
  end(): Promise<void>;
}

type KioskWindow = Window & { kuaizhao: Doorway };

const isDevUrl = (line: string): string => (JSON.parse(line) as { urls: { dev: string } }).urls.dev;

/** With windows there may be more than one. */
export interface OpenWindows extends OpenDoorway {
  /** Another page than the kiosk's, by the end of its address; waits for it. */
  otherPage(ending: string): Promise<Page>;
  /** the kiosk's page unless told */
  kill(page?: Page): Promise<void>;
}

/** Builds what is needed once; `open` starts a kiosk from kiosk.json in the folder. */
export function electronDoorway(): { readonly open: (config: string, env?: Readonly<Record<string, string>>) => Promise<OpenWindows>; readonly folder: string; readonly remove: () => void } {
  spawnSync(process.execPath, ['tests/build.ts'], { cwd: root });
  const { folder, remove } = buildMain('real');
  const program = (config: string, env: Readonly<Record<string, string>> = {}) => ({ main: join(folder, 'electron/main.js'), config, env: { STAND_IN_PACKED: '1', ...env } });
  const open = async (config: string, env?: Readonly<Record<string, string>>): Promise<OpenWindows> => {
    const main = await startMain(program(config, env));
    const page = (): Promise<Page> => main.page('screens.kuaizhao.invalid/index.html');
    const readies = (): string[] => main.lines().filter((line) => line.startsWith('{"ready"'));
    return {
      page,
      otherPage: (ending) => main.page(ending),
      touch: async (...touches) => (await page()).evaluate((list) => { for (const one of list) (window as unknown as KioskWindow).kuaizhao.touch(one as Touch); }, touches),
      touchFromElsewhere: async (touch) => (await page()).evaluate((one) => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        (frame.contentWindow as unknown as KioskWindow).kuaizhao.touch(one);
        frame.remove();
      }, touch),
      async kill(given) {
        const lost = given ?? await page();
        const wire = await lost.context().newCDPSession(lost);
        // The window closes what crashed when it opens anew.
        const replaced = new Promise((give) => { lost.once('close', give); });
        void wire.send('Page.crash').catch(() => undefined);
        await replaced;
      },
      second: () => startMain(program(config)).then(() => 'firstLetGo' as const, () => 'secondRefused' as const),
      dev: () => isDevUrl(readies().at(-1) ?? ''), errors: main.errors, begun: () => readies().length, ended: main.ended, end: () => main.end(),
    };
  };
  return { open, folder, remove };
}

/** The same by `kiosk/main.ts --browser`, with Chromium for the browser in front of it. */
export function browserDoorway(): { readonly open: (config: string) => Promise<OpenDoorway> } {
  return { open: async (config) => {
    const child = spawn(process.execPath, [join(root, 'kiosk/main.ts'), '--config', config, '--browser'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    const lines: string[] = [];
    child.stderr.on('data', (text: Buffer) => { errors += text.toString(); });
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    const ended = new Promise<number | null>((give) => { child.once('exit', give); });
    await vi.waitUntil(() => lines.length > 0, { timeout: 20_000, interval: 20 });
    const address = (JSON.parse(lines[0] ?? '') as { urls: { kiosk: string } }).urls.kiosk;
    const browser: Browser = await chromium.launch({ executablePath: findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    let shown: Page | undefined;
    const page = async (): Promise<Page> => {
      if (shown !== undefined && !shown.isClosed()) return shown;
      shown = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
      await shown.goto(address);
      return shown;
    };
    const socket = (origin?: string) => io(address, { transports: ['websocket'], forceNew: true, reconnection: false, ...(origin === undefined ? {} : { extraHeaders: { origin } }) });
    const once = (one: ReturnType<typeof socket>, event: string): Promise<unknown> => new Promise((give) => { one.once(event, give); });
    return {
      page,
      // A page of its own, because the screens keep theirs to themselves.
      async touch(...touches) {
        const other = socket();
        await once(other, 'face');
        for (const one of touches) other.emit('touch', one);
        // Messages go in order: once the line has sent them, they are before the host.
        await new Promise((sent) => { setTimeout(sent, 200); });
        other.close();
        await shown?.reload();
      },
      async touchFromElsewhere(touch) {
        const other = socket('https://example.org');
        await Promise.race([once(other, 'connect_error'), once(other, 'face')]);
        other.emit('touch', touch);
        other.close();
      },
      async kill() {
        const lost = await page();
        await lost.close();
        shown = undefined;
      },
      async second() {
        const first = await page();
        const before = errors.split('pageTakenOver').length;
        const other = socket();
        await once(other, 'face');
        await vi.waitUntil(() => errors.split('pageTakenOver').length > before, { timeout: 5_000, interval: 20 });
        other.close();
        await first.reload();
        return 'firstLetGo';
      },
      dev: () => isDevUrl(lines.at(-1) ?? ''), errors: () => errors, begun: () => (errors.match(/"msg":"restarting"/g)?.length ?? 0) + 1, ended,
      async end() {
        await browser.close();
        child.kill('SIGTERM');
        await ended;
      },
    };
  } };
}

export const writeConfig = (path: string, config: object): string => {
  writeFileSync(path, JSON.stringify(config));
  return path;
};
