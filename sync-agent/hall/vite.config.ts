/* Builds the hall agent to sync-agent/hall/dist: a few files without comments instead of a thousand, of which Node would keep every word in memory and read and strip each at every start: 117 MB instead of 168 for an agent without work, and half a second instead of two. What only some calls need stays in files of its own. */
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const out = here('dist');

/** Migrations, pages and lists are found from the place of the source that reads them. */
const ownPlaces: Plugin = {
  name: 'own-places',
  transform: (code, id) => (code.includes('import.meta.dirname') ? code.replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${relative(out, dirname(id))}`)})`) : null),
};

/** V8 keeps a text with one letter beyond Latin-1 at two bytes a letter, and ours is full of Chinese. */
const oneByte: Plugin = {
  name: 'one-byte',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = file.code.replaceAll(/[\u0100-\uFFFF]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  },
};

/** It has a compiled part. */
const natives = ['better-sqlite3'];

export default defineConfig({
  root: here('.'),
  resolve: { external: natives },
  ssr: { noExternal: true, external: natives },
  plugins: [ownPlaces, oneByte],
  build: {
    ssr: true, outDir: out, chunkSizeWarningLimit: 4_000, target: 'node24', minify: false, emptyOutDir: true,
    rolldownOptions: { input: here('main.ts'), external: natives, output: { format: 'es', minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } }, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
});
