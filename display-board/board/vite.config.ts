/* Builds the board into display-board/dist/board, with the voices beside it as plain files, so that recordings can replace them without a build. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const house = join(import.meta.dirname, '..');
const out = join(house, 'dist/board');

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: out, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  plugins: [{
    name: 'voices',
    apply: 'build',
    closeBundle: () => { for (const voice of ['zh-CN-espeak', 'en-espeak']) cpSync(join(house, 'voice', voice), join(out, 'voice', voice), { recursive: true }); },
  }],
});
