/* What a kiosk loads before its first screen: at most 300 KB, packed. */
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';

const limitBytes = 300_000;
const recipe = join(import.meta.dirname, '../../../kiosk/screens/vite.config.ts');

test('the entry is small, has nothing inline and no address of elsewhere', async () => {
  const built = await build({ configFile: recipe, logLevel: 'silent', build: { write: false } });
  if (Array.isArray(built) || !('output' in built)) throw new Error('one build was expected');
  const text = (name: string): string => {
    const file = built.output.find((one) => one.fileName === name);
    if (file === undefined) throw new Error(`${name} was not built`);
    return file.type === 'chunk' ? file.code : String(file.source);
  };
  const page = text('index.html');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|https?:/i);
  const loaded = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((one) => one[1] ?? '');
  // What the entry imports at once is loaded with it; what it imports later (the socket) is not.
  const atOnce = built.output.filter((one) => one.type === 'chunk' && loaded.includes(one.fileName)).flatMap((one) => (one.type === 'chunk' ? one.imports : []));
  const bytes = ['index.html', ...new Set([...loaded, ...atOnce])].reduce((sum, name) => sum + gzipSync(text(name)).length, 0);
  expect(loaded.length).toBeGreaterThanOrEqual(2);
  expect(bytes).toBeLessThan(limitBytes);
}, 60_000);
