/* Builds the screens to kiosk/dist/screens: relative addresses, no inline script, so that Electron's own protocol and a local page serve the same files. The voices lie beside them as plain files: recordings can replace them without a build. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const voices = fileURLToPath(new URL('../voice', import.meta.url));
const out = fileURLToPath(new URL('../dist/screens', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 700,
    // The polyfill would be one more script for browsers that no kiosk has.
    modulePreload: false,
    // A drawing turned into a data: address would be inline content.
    assetsInlineLimit: 0,
  },
  plugins: [{
    name: 'voices',
    apply: 'build',
    writeBundle: () => {
      for (const entry of readdirSync(voices, { withFileTypes: true })) if (entry.isDirectory()) cpSync(join(voices, entry.name), join(out, 'voice', entry.name), { recursive: true });
    },
  }],
});
