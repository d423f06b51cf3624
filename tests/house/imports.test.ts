/* Arrows point down, siblings never meet, only db touches SQL, only hardware touches devices, only kiosk/electron touches Electron. */
import { expect, test } from 'vitest';
import { products, sources, target } from './source.ts';
import { isBuildRecipe, storeyOf, storeys } from './storeys.ts';

const rooms = products.filter((source) => !isBuildRecipe(source.path));

test('every product file stands on a storey', () => {
  expect(rooms.filter((source) => storeyOf(source.path) === undefined).map((source) => source.path)).toEqual([]);
});

test('every import is allowed by the table', () => {
  const wrong = rooms.flatMap((source) => {
    const storey = storeyOf(source.path);
    if (storey === undefined) return [];
    return source.imports.flatMap((specifier) => {
      const found = target(source, specifier);
      if ('outside' in found) return storey.outside.includes(found.outside) ? [] : [`${source.path} imports ${specifier}`];
      const other = storeyOf(found.inside);
      const fine = other !== undefined && (other.folder === storey.folder || storey.ours.includes(other.folder));
      // Styles and pictures of a folder belong to it.
      const asset = !/\.(ts|tsx)$/.test(found.inside) && storey.ours.concat(storey.folder).some((folder) => found.inside.startsWith(`${folder}/`));
      return fine || asset ? [] : [`${source.path} imports ${specifier}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('imports name the file', () => {
  const bare = sources.flatMap((source) => source.imports.filter((one) => (one.startsWith('.') || one.startsWith('@kuaizhao/')) && !/\.[a-z0-9]+(\?[a-z]+)?$/.test(one)).map((one) => `${source.path}: ${one}`));
  expect(bare).toEqual([]);
});

test('no cycles between files', () => {
  const graph = new Map(rooms.map((source) => [source.path, source.imports.flatMap((specifier) => {
    const found = target(source, specifier);
    return 'inside' in found ? [found.inside] : [];
  })]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) { cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → ')); return; }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  expect(cycles).toEqual([]);
});

test('the table itself only points to storeys that exist', () => {
  const folders = new Set(storeys.map((storey) => storey.folder));
  expect(storeys.flatMap((storey) => storey.ours.filter((folder) => !folders.has(folder)))).toEqual([]);
});
