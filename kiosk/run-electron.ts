/* Starts the built Electron main where its binary is already on the machine; never fetches one. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const builtMain = join(import.meta.dirname, 'dist/electron/main.js');

/** Path of the binary, or undefined. Trap: loading the package `electron` would start a download, so only its folder is looked at. */
export function findElectron(folder: string | undefined = electronFolder()): string | undefined {
  if (folder === undefined || !existsSync(join(folder, 'path.txt'))) return undefined;
  const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

function electronFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

/** Runs until the window is closed or a signal comes; gives Electron's exit code. */
export function runElectron(binary: string, configPath: string): Promise<number> {
  const child = spawn(binary, [builtMain, '--config', configPath], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): void => { child.kill(signal); };
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
