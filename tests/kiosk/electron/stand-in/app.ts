/* `app` and the small modules around it: life of the program, its one instance, displays, dialogs. */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, launched, switches } from './chromium.ts';
import { strict } from './strict.ts';

/** What the main has done so far, for windows that ask whether it was done in time. */
export const done = { sandboxed: false, ready: false, powerSave: '', graphics: true, userData: '' };

class App extends EventEmitter {
  readonly isPackaged = process.env['STAND_IN_PACKED'] === '1';
  readonly commandLine = strict('app.commandLine', {
    hasSwitch: (name: string) => process.argv.some((one) => one === `--${name}` || one.startsWith(`--${name}=`)),
    appendSwitch: (name: string, value?: string) => { switches.push(`--${name}${value === undefined ? '' : `=${value}`}`); },
  });
  #lock = '';

  getVersion(): string { return '0.1.0'; }
  enableSandbox(): void { done.sandboxed = true; }
  disableHardwareAcceleration(): void {
    if (done.ready) throw new Error('only before the app is ready');
    done.graphics = false;
  }
  setPath(name: string, path: string): void { if (name === 'userData') done.userData = path; }
  /** One program for one data directory; the first is told of the second. */
  requestSingleInstanceLock(): boolean {
    const lock = join(done.userData, 'stand-in.lock');
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && lives(holder)) {
      process.kill(holder, 'SIGUSR2');
      return false;
    }
    writeFileSync(lock, String(process.pid));
    this.#lock = lock;
    process.on('SIGUSR2', () => this.emit('second-instance', {}, []));
    return true;
  }
  async whenReady(): Promise<void> {
    await launched();
    done.ready = true;
  }
  /** As in Electron the new program begins when this one has ended. */
  relaunch({ args = [], execPath }: { args?: string[]; execPath?: string } = {}): void {
    if (execPath !== undefined) throw new Error('the stand-in begins itself only');
    // A packaged program is its own main: behind node it has to be named.
    const main = this.isPackaged ? [process.env['STAND_IN_MAIN'] ?? ''] : [];
    process.once('exit', () => spawn(process.execPath, [...process.execArgv, ...main, ...args], { stdio: 'inherit', env: process.env }));
  }
  exit(code: number): void {
    if (this.#lock !== '') rmSync(this.#lock, { force: true });
    void ended().finally(() => process.exit(code));
  }
}
export const app = strict('app', new App());

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const Menu = strict('Menu', { setApplicationMenu: (menu: null) => { if (menu !== null) throw new Error('a kiosk has no menu'); } });
export const dialog = strict('dialog', { showErrorBox: (title: string, text: string) => { process.stderr.write(`box: ${title}: ${text}\n`); } });
export const powerSaveBlocker = strict('powerSaveBlocker', { start: (kind: string) => { done.powerSave = kind; return 1; } });

export interface Display { readonly id: number; readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } }
class Screen extends EventEmitter {
  displays: Display[] = JSON.parse(process.env['STAND_IN_DISPLAYS'] ?? '[{"id":1,"bounds":{"x":0,"y":0,"width":540,"height":960}}]') as Display[];
  getAllDisplays(): Display[] { return this.displays; }
}
export const screen = strict('screen', new Screen());
