/* Builds the screens to kiosk/dist/screens: relative addresses, no inline script, so that Electron's own protocol and a local page serve the same files. The voices lie beside them as plain files: recordings can replace them without a build. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const voices = fileURLToPath(new URL('../voice', import.meta.url));
const out = fileURLToPath(new URL('../dist/screens', import.meta.url));

/** What the page loads before its first screen, packed: a kiosk starts within two seconds or people knock on it. */
const entryBytesLimit = 300_000;

/** Fails the build when the entry, its styles and all that it imports at once weigh more. */
const entryLimit: Plugin = {
  name: 'entry-limit',
  apply: 'build',
  generateBundle(_, bundle) {
    const atOnce = new Set<string>();
    const take = (name: string): void => {
      const chunk = bundle[name];
      if (chunk?.type !== 'chunk' || atOnce.has(name)) return;
      atOnce.add(name);
      for (const one of chunk.imports) take(one);
    };
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) take(chunk.fileName);
    const first = Object.values(bundle).filter((one) => atOnce.has(one.fileName) || one.fileName.endsWith('.css'));
    const bytes = first.reduce((sum, one) => sum + gzipSync(sourceOf(one)).length, 0);
    if (bytes > entryBytesLimit) this.error(`the first screen loads ${bytes} bytes packed, more than ${entryBytesLimit}: ${first.map((one) => one.fileName).join(', ')}`);
  },
};
const sourceOf = (one: Rolldown.OutputChunk | Rolldown.OutputAsset): string | Uint8Array => (one.type === 'chunk' ? one.code : one.source);

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
  plugins: [entryLimit, {
    name: 'voices',
    apply: 'build',
    writeBundle: () => {
      for (const entry of readdirSync(voices, { withFileTypes: true })) if (entry.isDirectory()) cpSync(join(voices, entry.name), join(out, 'voice', entry.name), { recursive: true });
    },
  }],
});
