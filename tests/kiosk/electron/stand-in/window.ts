/* Windows: what surrounds a page. One that is not locked down cannot be made at all. */
import { EventEmitter } from 'node:events';
import { app, done } from './app.ts';
import { WebContents } from './contents.ts';
import { session, type Session } from './sessions.ts';
import { strict } from './strict.ts';

interface Options {
  readonly width: number; readonly height: number; readonly x?: number; readonly y?: number; readonly show: boolean; readonly kiosk: boolean; readonly fullscreen: boolean; readonly frame: boolean;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload?: string; readonly partition?: string };
}

/** What no window may be without. */
const needed: Readonly<Record<string, unknown>> = {
  sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, webSecurity: true, allowRunningInsecureContent: false,
  webviewTag: false, spellcheck: false, devTools: false, navigateOnDragDrop: false,
};

export const windows = new Set<Window>();

class Window extends EventEmitter {
  readonly webContents: WebContents;
  readonly options: Options;
  bounds: object;
  visible = false;
  focused = 0;

  constructor(options: Options) {
    super();
    const { width, height, webPreferences: { preload, partition } } = options;
    const own: Session = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    const missing = Object.entries(needed).filter(([name, value]) => options.webPreferences[name] !== value).map(([name]) => name);
    if (!done.sandboxed || !own.isLocked() || missing.length > 0 || options.show) throw new Error(`a window that is not locked down: ${missing.join(', ')}`);
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width, height };
    this.webContents = strict('webContents', new WebContents({ width, height, preload, session: own, closed: () => this.#closed() }));
    this.webContents.seen = this.webContents;
    app.emit('web-contents-created', {}, this.webContents);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    windows.add(this);
  }

  show(): void { this.visible = true; }
  showInactive(): void { this.visible = true; }
  focus(): void { this.focused += 1; }
  isDestroyed(): boolean { return this.webContents.isDestroyed(); }
  setBounds(bounds: object): void { this.bounds = bounds; }
  loadURL(url: string): Promise<void> { return this.webContents.loadURL(url); }
  destroy(): void { void this.webContents.destroy(); }

  /** As a person asks: Alt+F4, or the cross. */
  close(): void {
    let stopped = false;
    this.emit('close', { preventDefault: () => { stopped = true; } });
    if (!stopped) this.destroy();
  }

  #closed(): void {
    windows.delete(this);
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  }
}

/** `new BrowserWindow` gives the window through the strict glass. */
export const BrowserWindow = new Proxy(Window, { construct: (made, args: [Options]) => strict('BrowserWindow', new made(...args)) });
