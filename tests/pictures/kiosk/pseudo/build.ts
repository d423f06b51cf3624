/* The screens built with the languages that nobody speaks in place of the further ones: nothing of them is in the kiosk itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { readScreenFiles, type ScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';

const recipe = join(import.meta.dirname, '../../../../kiosk/screens/vite.config.ts');
const pseudo = join(import.meta.dirname, 'further-languages.ts');

export async function buildPseudoScreens(): Promise<ScreenFiles> {
  const outDir = mkdtempSync(join(tmpdir(), 'kiosk-pseudo-'));
  const { NODE_ENV: asTested } = process.env;
  // The test runner's own value would build the development kind of React, which is larger and slower than what a kiosk loads.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: recipe, logLevel: 'silent', build: { outDir },
      plugins: [{ name: 'pseudo-languages', enforce: 'pre', resolveId: (id, from) => (id.endsWith('./further-languages.ts') && from?.endsWith('/screens/texts.ts') === true ? pseudo : null) }],
    });
    return readScreenFiles(outDir);
  } finally {
    if (asTested === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = asTested;
    rmSync(outDir, { recursive: true, force: true });
  }
}
