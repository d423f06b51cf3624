/* Starts the built Electron main where its binary is already on the machine; never fetches one. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { againCodes, nextOptions, type Again } from '@kuaizhao/kiosk/electron/begin-options.ts';
import { rowOf } from '@kuaizhao/kiosk/electron/watch/limits.ts';

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

/** Runs until the window is closed or a signal comes; gives Electron's exit code. A program that failed, or that staff asked to begin anew, is started again. */
export async function runElectron(binary: string, configPath: string, main = builtMain): Promise<number> {
  let told: readonly string[] = [];
  let failures = 0;
  for (;;) {
    const bornMs = performance.now();
    const code = await runOnce(binary, [main, '--config', configPath, ...told]);
    const again = (Object.keys(againCodes) as Again[]).find((one) => againCodes[one] === code);
    if (again === undefined) return code;
    failures = again === 'asked' ? 0 : rowOf(failures, performance.now() - bornMs);
    told = nextOptions(again, failures);
  }
}

function runOnce(binary: string, args: readonly string[]): Promise<number> {
  const child = spawn(binary, args, { stdio: 'inherit' });
  let told = false;
  const pass = (signal: NodeJS.Signals): void => {
    told = true;
    child.kill(signal);
  };
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    // Ended by a signal that did not come through us: it crashed.
    child.once('exit', (code) => resolve(code ?? (told ? 1 : againCodes.failed)));
  }).finally(() => {
    process.off('SIGTERM', pass);
    process.off('SIGINT', pass);
  });
}
