/* One page: Chromium's, with the preload in a real isolated world. It can crash, hang and come back as Electron's does. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { launched, toInside, toOutside } from './chromium.ts';
import type { Session } from './sessions.ts';
import { strict } from './strict.ts';
import { pageWorld, preloadWorld } from './worlds.ts';

export const ipcMain = strict('ipcMain', new EventEmitter());

interface World { readonly id: number; readonly frameId: string; readonly origin: string }
interface ContentsParts { readonly width: number; readonly height: number; readonly preload: string | undefined; readonly session: Session; readonly closed: () => void }

export class WebContents extends EventEmitter {
  readonly mainFrame = { origin: '', url: '' };
  /** itself as the main sees it, through the strict glass */
  seen: unknown = this;
  readonly #parts: ContentsParts;
  readonly #worlds = new Map<number, World>();
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #wire: CDPSession | undefined;
  #mainFrameId = '';
  /** the program itself loads: nobody is asked whether the page may */
  #loading = false;
  #crashed = false;
  #destroyed = false;
  #openHandler: (() => { action: string }) | undefined;

  constructor(parts: ContentsParts) {
    super();
    this.#parts = parts;
  }

  isDestroyed(): boolean { return this.#destroyed; }
  getURL(): string { return toOutside(this.#page?.url() ?? ''); }
  setWindowOpenHandler(handler: () => { action: string }): void { this.#openHandler = handler; }
  setZoomFactor(factor: number): void { if (factor !== 1) throw new Error('a kiosk is not zoomed'); }
  setVisualZoomLevelLimits(least: number, most: number): Promise<void> { return least === 1 && most === 1 ? Promise.resolve() : Promise.reject(new Error('a kiosk is not zoomed')); }

  async loadURL(url: string): Promise<void> {
    this.#loading = true;
    try {
      const page = this.#page === undefined || this.#crashed ? await this.#open() : this.#page;
      await page.goto(toInside(url));
    } finally {
      this.#loading = false;
    }
  }

  send(channel: string, ...args: unknown[]): void {
    const world = [...this.#worlds.values()].findLast(({ frameId }) => frameId === this.#mainFrameId);
    if (world === undefined) return;
    void this.#wire?.send('Runtime.evaluate', { contextId: world.id, expression: `fromMain(${JSON.stringify({ channel, args })})` }).catch(() => undefined);
  }

  async executeJavaScriptInIsolatedWorld(worldId: number, scripts: { code: string }[]): Promise<unknown> {
    const wire = this.#wire;
    if (wire === undefined) throw new Error('no page');
    const { executionContextId } = await wire.send('Page.createIsolatedWorld', { frameId: this.#mainFrameId, worldName: `world ${worldId}` });
    return (await wire.send('Runtime.evaluate', { contextId: executionContextId, expression: scripts.map(({ code }) => code).join(';') })).result.value;
  }

  /** The renderer is ended from outside, even one that hangs. */
  forcefullyCrashRenderer(): void { void this.#wire?.send('Page.crash').catch(() => undefined); }

  /** A key as the window gets it before the page does. */
  async press(key: { key: string; control: boolean; alt: boolean; meta: boolean }): Promise<void> {
    let stopped = false;
    this.emit('before-input-event', { preventDefault: () => { stopped = true; } }, { ...key, type: 'keyDown' });
    if (!stopped) await this.#page?.keyboard.press([...(key.control ? ['Control'] : []), ...(key.alt ? ['Alt'] : []), key.key].join('+'));
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
    await this.#context?.close();
    this.#parts.closed();
  }

  async #open(): Promise<Page> {
    const { width, height, preload } = this.#parts;
    this.#context ??= await (await launched()).newContext({ viewport: { width, height } });
    const context = this.#context;
    const lost = this.#page;
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    this.#page = page;
    this.#wire = wire;
    this.#crashed = false;
    this.#worlds.clear();
    await lost?.close().catch(() => undefined);
    await page.route('**/*', (route) => this.#answer(route));
    await page.routeWebSocket(/.*/, (socket) => { if (this.#parts.session.mayLoad(socket.url())) socket.connectToServer(); else void socket.close(); });
    page.on('popup', (opened) => { if (this.#openHandler?.().action === 'deny') void opened.close(); });
    page.on('download', (download) => {
      let stopped = false;
      this.#parts.session.emit('will-download', { preventDefault: () => { stopped = true; } });
      if (stopped) void download.cancel();
    });
    page.on('load', () => { if (this.#page === page) this.emit('did-finish-load'); });
    page.on('close', () => { if (this.#page === page && !this.#crashed) void this.destroy(); });
    page.on('crash', () => {
      if (this.#page !== page) return;
      this.#crashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    this.#mainFrameId = (await wire.send('Page.getFrameTree')).frameTree.frame.id;
    await this.#openWorlds(wire, preload);
    return page;
  }

  async #openWorlds(wire: CDPSession, preload: string | undefined): Promise<void> {
    wire.on('Runtime.executionContextCreated', ({ context: { name, id, origin, auxData } }) => {
      const { frameId, isDefault } = auxData as unknown as { frameId: string; isDefault: boolean };
      if (frameId === this.#mainFrameId && isDefault) Object.assign(this.mainFrame, { origin: toOutside(origin), url: this.getURL() });
      if (name === 'preload') this.#worlds.set(id, { id, frameId, origin: toOutside(origin) });
    });
    wire.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#worlds.delete(executionContextId));
    wire.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => { if (name === 'toMain') this.#heard(payload, executionContextId); });
    await wire.send('Page.enable');
    await wire.send('Runtime.enable');
    const script = preload === undefined ? undefined : this.#readPreload(preload);
    if (script === undefined) return;
    await wire.send('Runtime.addBinding', { name: 'toMain', executionContextName: 'preload' });
    await wire.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorld });
    await wire.send('Page.addScriptToEvaluateOnNewDocument', { worldName: 'preload', source: `(() => {${preloadWorld}\n(() => {${script}\n})();})()` });
  }

  /** A preload that cannot be read leaves a page without one, as in Electron. */
  #readPreload(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      this.emit('preload-error', {}, path, error);
      return undefined;
    }
  }

  /** Here every frame has the preload, as in a window that was opened carelessly: the main must tell its own frame from the others. */
  #heard(payload: string, worldId: number): void {
    const { channel, args } = JSON.parse(payload) as { channel: string; args: unknown[] };
    const world = this.#worlds.get(worldId);
    if (world === undefined) return;
    const senderFrame = world.frameId === this.#mainFrameId ? this.mainFrame : { origin: world.origin, url: world.origin };
    const event = { sender: this.seen, senderFrame };
    this.emit('ipc-message', event, channel, ...args);
    ipcMain.emit(channel, event, ...args);
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toOutside(request.url());
    let stopped = false;
    if (!this.#loading && request.isNavigationRequest()) {
      const isMainFrame = request.frame().parentFrame() === null;
      const event = { url, isMainFrame, preventDefault: () => { stopped = true; } };
      this.emit('will-frame-navigate', event);
      if (isMainFrame) this.emit('will-navigate', event);
    }
    // A prevented navigation leaves the page as it is; an aborted one would put an error page in its place.
    if (stopped) return route.fulfill({ status: 204 });
    const { session } = this.#parts;
    if (!session.mayLoad(url)) return route.abort('blockedbyclient');
    const { protocol } = new URL(url);
    const serve = session.protocol.schemes.get(protocol.slice(0, -1));
    if (serve === undefined) return protocol === 'http:' || protocol === 'https:' ? route.continue() : route.abort('blockedbyclient');
    const response = await serve(new Request(url, { method: request.method() }));
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
  }
}
