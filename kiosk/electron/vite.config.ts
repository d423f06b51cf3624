/* Builds Electron's main (a module of this machine's Node) and its preload (one classic script, because a sandboxed preload loads nothing else) to kiosk/dist/electron. */
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The panel of the simulators is read from files beside the main. */
function panelPage(): Plugin {
  let outDir = '';
  return {
    name: 'panel-page',
    configResolved(config) { outDir = config.build.outDir; },
    closeBundle: () => cpSync(here('../host/dev/page'), resolve(here('.'), outDir, 'page'), { recursive: true }),
  };
}

/** Packages with a compiled part; electron-builder.yml packs them, each with the prebuild of the target. */
const natives = ['@serialport/bindings-cpp', 'koffi', 'pcsc-mini', 'electron'];

export default defineConfig({
  root: here('.'),
  plugins: [panelPage()],
  builder: {},
  build: { outDir: here('../dist/electron'), minify: false },
  environments: {
    client: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: { emptyOutDir: true, target: 'chrome130', rolldownOptions: { input: here('preload.ts'), external: ['electron'], output: { format: 'cjs', entryFileNames: 'preload.cjs' } } },
    },
    ssr: {
      // Everything is bundled but what brings native code: a kiosk that is installed carries these few packages and no others.
      resolve: { noExternal: true, external: natives },
      build: { ssr: true, emptyOutDir: false, target: 'node24', rolldownOptions: { input: here('main.ts'), external: natives, output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false } } },
    },
  },
});
