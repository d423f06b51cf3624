/* Builds the screens to kiosk/dist/screens: relative addresses, no inline script, so that Electron's own protocol and a local page serve the same files. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../dist/screens', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 700,
    // The polyfill would be one more script for browsers that no kiosk has.
    modulePreload: false,
    // A drawing turned into a data: address would be inline content.
    assetsInlineLimit: 0,
  },
});
