/* Starts the built Electron main on the stand-in, as a process of its own, and finds its pages in the Chromium behind it. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Act, Told } from './stand-in/hand.ts';

export const root = resolve(import.meta.dirname, '../../..');
const standIn = join(import.meta.dirname, 'stand-in/register.ts');
// Inside kiosk/dist, so that the built main finds its libraries as it does in its own place.
const built = join(root, 'kiosk/dist');

/** A page that shows what a face says and nothing else: the doorway is tried here, the screens have their own tests. */
const testPage = '<!doctype html><meta charset="utf-8"><title>test</title><h1></h1><script type="module" src="./page.js"></script>';
const testScript = "window.seen = []; window.end = kuaizhao.onFace((face) => { seen.push(face); document.querySelector('h1').textContent = face.screen.at; });";

export const goodConfig = {
  deviceId: 'kiosk-1', agent: { url: 'http://127.0.0.1:9', key: 'no-agent-is-here' }, reader: 'simulator', printer: 'simulator', printerId: 'printer-1', data: 'data',
  screen: { width: 540, height: 960, fullScreen: true },
} as const;

/** A folder with the main freshly built and, as its screens, the real ones or the test page; gives its path and what removes it. */
export function buildMain(screens: 'real' | 'test' = 'test'): { readonly folder: string; readonly remove: () => void } {
  mkdirSync(built, { recursive: true });
  const folder = mkdtempSync(join(built, 'test-window-'));
  const vite = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'kiosk/electron/vite.config.ts', '--outDir', join(folder, 'electron'), '--logLevel', 'error'], { cwd: root, encoding: 'utf8' });
  if (vite.status !== 0) throw new Error(vite.stderr);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'screens'));
  if (screens === 'real') {
    cpSync(join(built, 'screens'), join(folder, 'screens'), { recursive: true });
    return { folder, remove };
  }
  writeFileSync(join(folder, 'screens/index.html'), testPage);
  writeFileSync(join(folder, 'screens/page.js'), testScript);
  return { folder, remove };
}

export interface Main {
  readonly process: ChildProcess;
  /** the first ready line */
  readonly ready: { readonly ready: boolean; readonly urls: { readonly dev?: string }; readonly pid: number };
  /** everything on standard error until now */
  readonly errors: () => string;
  /** lines on standard output until now */
  readonly lines: () => readonly string[];
  act(act: Act): Promise<Told>;
  tell(): Promise<Told>;
  /** The page whose address ends so; waits for it. */
  page(ending: string): Promise<Page>;
  /** Of the first program, also when it started another in its place. */
  readonly ended: Promise<number | null>;
  /** Waits for the ready line of a program that came in the place of the one before. */
  again(): Promise<void>;
  end(): Promise<void>;
}

export interface MainParts {
  readonly main: string;
  readonly config: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly cwd?: string;
  /** false: gives the program at once, ready or not */
  readonly untilReady?: boolean;
}

const freePort = (): Promise<number> => new Promise((give) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => give(port));
  });
});

/** One act by the hand inside; gives how things stood just before it. */
const sendTo = (hand: string, act: Act): Promise<Told> => new Promise((give, fail) => {
  const socket = connect(hand, () => socket.write(`${JSON.stringify(act)}\n`));
  socket.once('error', fail);
  createInterface({ input: socket }).once('line', (line) => give(JSON.parse(line) as Told));
});

/** Resolves when the ready line is there; rejects with what the main said when it ends before. */
export async function startMain({ main, config, env = {}, args = [], cwd = root, untilReady = true }: MainParts): Promise<Main> {
  const port = await freePort();
  const hand = join(tmpdir(), `kiosk-hand-${process.pid}-${port}.sock`);
  // A packaged main is the program itself and has no name on its own command line.
  const child = spawn(process.execPath, ['--import', standIn, main, ...args, '--config', config], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, STAND_IN_PORT: String(port), STAND_IN_HAND: hand, STAND_IN_MAIN: main, ...env } });
  let errors = '';
  const lines: string[] = [];
  const heard = new Set<(line: string) => void>();
  child.stderr.on('data', (text: Buffer) => { errors += text.toString(); });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const one of heard) one(line);
  });
  const line = (fits: string): Promise<string> => new Promise((give) => {
    const listen = (text: string): void => {
      if (!text.startsWith(fits)) return;
      heard.delete(listen);
      give(text);
    };
    heard.add(listen);
  });
  const ended = new Promise<number | null>((give) => { child.once('exit', give); });
  const isReady = line('{"ready"');
  const ready = untilReady ? await Promise.race([isReady, ended.then(() => { throw new Error(`the main ended: ${errors}`); })]) : '{"ready":false,"urls":{},"pid":0}';
  let readies = 1;
  let browser: Browser | undefined;
  return {
    process: child, ready: JSON.parse(ready) as Main['ready'], errors: () => errors, lines: () => lines, ended,
    act: (act) => sendTo(hand, act),
    tell: () => sendTo(hand, { do: 'tell' }),
    async page(ending) {
      return vi.waitUntil(async () => {
        if (browser?.isConnected() !== true) browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined);
        return browser?.contexts().flatMap((context) => context.pages()).findLast((one) => !one.isClosed() && one.url().endsWith(ending));
      }, { timeout: 15_000, interval: 50 });
    },
    async again() {
      readies += 1;
      await vi.waitUntil(() => lines.filter((one) => one.startsWith('{"ready"')).length >= readies, { timeout: 20_000, interval: 50 });
    },
    async end() {
      await browser?.close();
      child.kill('SIGTERM');
      await ended;
      // One that came in its place is not our child; its ready line says who it is.
      for (const one of lines.filter((text) => text.startsWith('{"ready"')).slice(1)) endOther((JSON.parse(one) as Main['ready']).pid);
      rmSync(hand, { force: true });
    },
  };
}

function endOther(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
