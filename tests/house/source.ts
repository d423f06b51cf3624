/* Reads the house's own source: which files there are, what they import, how long their functions are. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Source { readonly path: string; readonly text: string; readonly lines: number; readonly imports: readonly string[] }

const importPattern = /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
  return { path, text, lines: text.split('\n').length - 1, imports };
}

/** Every file that git tracks or would track. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((path) => path !== '' && !path.includes('node_modules/'));

export const sources: readonly Source[] = files.filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts')).map(readSource);
export const products = sources.filter((source) => !source.path.startsWith('tests/'));

/** Where an import leads: a path inside the house, or a package or node module outside. */
export function target(source: Source, specifier: string): { readonly inside: string } | { readonly outside: string } {
  if (specifier.startsWith('.')) return { inside: relative(root, resolve(root, dirname(source.path), specifier)) };
  if (specifier.startsWith('@kuaizhao/')) return { inside: specifier.slice('@kuaizhao/'.length) };
  const parts = specifier.split('/');
  return { outside: specifier.startsWith('node:') ? 'node' : specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0] ?? '' };
}
