/* Builds the staff console into display-board/dist/console. antd writes <style> elements: the page needs style-src 'self' 'unsafe-inline', scripts 'self' only. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: join(import.meta.dirname, '../dist/console'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2_000,
    // Each of antd's files says "use client", which means nothing here: two thousand warnings.
    rolldownOptions: { onLog: (level, log, pass) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') pass(level, log); } },
  },
});
