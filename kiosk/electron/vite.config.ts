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

/** The dots of rare letters are read from a file beside the main. */
function letters(): Plugin {
  let outDir = '';
  return {
    name: 'letters',
    configResolved(config) { outDir = config.build.outDir; },
    closeBundle: () => cpSync(here('../../hardware/ticket-printer/letters/letters-24.br'), resolve(here('.'), outDir, 'letters-24.br')),
  };
}

/** Packages with a compiled part; electron-builder.yml packs them, each with the prebuild of the target. */
const natives = ['@serialport/bindings-cpp', 'koffi', 'pcsc-mini', 'electron'];

/** A process of its own for a foreign library: one module beside the main, named as `entry-beside.ts` looks for it. */
const child = (source: string, name: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: natives },
  build: { ssr: true, emptyOutDir: false, target: 'node24', rolldownOptions: { input: here(source), external: natives, output: { format: 'es' as const, entryFileNames: `${name}.js`, codeSplitting: false } } },
});

export default defineConfig({
  root: here('.'),
  plugins: [panelPage(), letters()],
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
    cardLibrary: child('../../hardware/id-card/library/child.ts', 'id-card-library'),
    chipCards: child('../../hardware/social-card/pcsc/child.ts', 'chip-cards'),
    windowsQueue: child('../../hardware/ticket-printer/links/windows-queue-child.ts', 'windows-queue'),
  },
});
