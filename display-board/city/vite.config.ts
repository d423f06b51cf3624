/* Builds the city's pages into display-board/dist/city. The screen needs nothing inline; antd of the desk writes <style> elements: style-src 'self' 'unsafe-inline', scripts 'self' only. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: join(import.meta.dirname, '../dist/city'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2_000,
    // Each of antd's files says "use client", which means nothing here.
    rolldownOptions: { onLog: (level, log, pass) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') pass(level, log); } },
  },
});
