/* Stands in for the module `electron` in the main process: Node is real, windows are pages of Chromium, the preload runs in a real isolated world. What it does not have, it refuses. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page, type Route } from 'playwright-core';
import { findBrowser } from '../../../pictures/browser.ts';
import { pageWorld, preloadWorld } from './worlds.ts';

/** Chromium knows no scheme of ours: inside it `kuaizhao://screens` has this address, outside it never shows. */
const inside = 'https://screens.kuaizhao.invalid';
const outside = 'kuaizhao://screens';
const toInside = (url: string): string => url.replace(outside, inside);
const toOutside = (url: string): string => url.replace(inside, outside);

function strict<T extends object>(name: string, given: T): T {
  return new Proxy(given, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then') return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`the stand-in has no electron.${name}.${key}`);
    },
  });
}

let browser: Promise<Browser> | undefined;
const launched = (): Promise<Browser> => (browser ??= chromium.launch({
  executablePath: findBrowser(), args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--force-device-scale-factor=1', `--remote-debugging-port=${process.env['STAND_IN_PORT'] ?? '0'}`],
}));

type Handler = (request: Request) => Response | Promise<Response>;
const schemes = new Map<string, Handler>();
const known = { privileged: [] as string[], sandboxed: false, locked: false };
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: { scheme: string }[]) => { known.privileged.push(...list.map(({ scheme }) => scheme)); },
  handle(scheme: string, handler: Handler) {
    if (!known.privileged.includes(scheme)) throw new Error('modules load from a privileged scheme only');
    schemes.set(scheme, handler);
  },
});

class App extends EventEmitter {
  readonly isPackaged = false;
  enableSandbox(): void { known.sandboxed = true; }
  setPath(): void { return; }
  requestSingleInstanceLock(): boolean { return true; }
  async whenReady(): Promise<void> { await launched(); }
  exit(code: number): void { void Promise.resolve(browser?.then((one) => one.close())).finally(() => process.exit(code)); }
}
export const app = strict('app', new App());
export const ipcMain = strict('ipcMain', new EventEmitter());
export const Menu = strict('Menu', { setApplicationMenu: () => undefined });

type Decide = (answer: { cancel: boolean }) => void;
let beforeRequest: ((details: { url: string }, decide: Decide) => void) | undefined;
class Session extends EventEmitter {
  readonly webRequest = { onBeforeRequest(listener: typeof beforeRequest) { beforeRequest = listener; known.locked = true; } };
  readonly refusals: unknown[] = [];
  setPermissionRequestHandler(handler: unknown): void { this.refusals.push(handler); }
  setPermissionCheckHandler(handler: unknown): void { this.refusals.push(handler); }
  setDevicePermissionHandler(handler: unknown): void { this.refusals.push(handler); }
}
export const session = strict('session', { defaultSession: strict('defaultSession', new Session()) });

class WebContents extends EventEmitter {
  page: Page | undefined;
  wire: CDPSession | undefined;
  preloadContext: number | undefined;
  openHandler: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void { this.openHandler = handler; }
  isDestroyed(): boolean { return this.page?.isClosed() ?? false; }
  reload(): void { void this.page?.reload(); }
  send(channel: string, ...args: unknown[]): void {
    if (this.preloadContext === undefined) return;
    void this.wire?.send('Runtime.evaluate', { contextId: this.preloadContext, expression: `fromMain(${JSON.stringify({ channel, args })})` }).catch(() => undefined);
  }
}

interface Options { width: number; height: number; webPreferences: { preload: string; sandbox: boolean; contextIsolation: boolean; nodeIntegration: boolean } }
export class BrowserWindow extends EventEmitter {
  readonly webContents = strict('webContents', new WebContents());
  readonly #options: Options;
  constructor(options: Options) {
    super();
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences;
    if (!known.sandboxed || !known.locked || !sandbox || !contextIsolation || nodeIntegration) throw new Error('a window that is not locked down');
    this.#options = options;
    app.emit('web-contents-created', {}, this.webContents);
  }
  show(): void { this.emit('show'); }
  isDestroyed(): boolean { return this.webContents.isDestroyed(); }
  async loadURL(url: string): Promise<void> {
    const contents = this.webContents;
    const context = await (await launched()).newContext({ viewport: { width: this.#options.width, height: this.#options.height } });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    contents.page = page;
    contents.wire = wire;
    let loaded = false;
    await page.route('**/*', (route) => answerRoute(route, contents, loaded));
    context.on('page', (opened) => { if (contents.openHandler?.().action === 'deny') void opened.close(); });
    page.on('close', () => { this.emit('closed'); app.emit('window-all-closed'); });
    wire.on('Runtime.executionContextCreated', ({ context: { name, id } }) => { if (name === 'preload') contents.preloadContext = id; });
    wire.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'toMain') return;
      const { channel, args } = JSON.parse(payload) as { channel: string; args: unknown[] };
      ipcMain.emit(channel, { sender: contents, senderFrame: { url: toOutside(page.url()) } }, ...args);
    });
    await wire.send('Page.enable');
    await wire.send('Runtime.enable');
    await wire.send('Runtime.addBinding', { name: 'toMain', executionContextName: 'preload' });
    await wire.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorld });
    await wire.send('Page.addScriptToEvaluateOnNewDocument', { worldName: 'preload', source: `(() => {${preloadWorld}\n(() => {${readFileSync(this.#options.webPreferences.preload, 'utf8')}\n})();})()` });
    await page.goto(toInside(url));
    loaded = true;
    this.emit('ready-to-show');
    contents.emit('did-finish-load');
  }
}

async function answerRoute(route: Route, contents: WebContents, loaded: boolean): Promise<void> {
  const request = route.request();
  const url = toOutside(request.url());
  let stopped = false;
  const event = { url, preventDefault: () => { stopped = true; } };
  if (loaded && request.isNavigationRequest() && request.frame().parentFrame() === null) contents.emit('will-navigate', event);
  // A prevented navigation leaves the page as it is; an aborted one would put an error page in its place.
  if (stopped) return route.fulfill({ status: 204 });
  beforeRequest?.({ url }, ({ cancel }) => { stopped ||= cancel; });
  const handler = schemes.get(new URL(url).protocol.slice(0, -1));
  if (stopped || handler === undefined) return route.abort('blockedbyclient');
  const response = await handler(new Request(url, { method: request.method() }));
  return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
}
