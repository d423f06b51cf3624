/* What the lock file says is installed, and what of it goes into a hall or a city. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { satisfies, validRange } from 'semver';
import { knownHoles, type Hole } from './known-holes.ts';
import { root } from '../source.ts';

const entrySchema = z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional(), link: z.boolean().optional(), hasInstallScript: z.boolean().optional(), resolved: z.string().optional(), integrity: z.string().optional() });
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).optional(), optionalDependencies: z.record(z.string(), z.string()).optional(), devDependencies: z.record(z.string(), z.string()).optional() });
const houseSchema = manifestSchema.extend({ workspaces: z.array(z.string()), allowScripts: z.record(z.string(), z.boolean()) });

const read = <T>(path: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readFileSync(join(root, path), 'utf8')));

export interface Installed { readonly name: string; readonly version: string; readonly licence: string | undefined; readonly development: boolean; readonly script: boolean; readonly integrity: string | undefined }

/** Every package of the registry in the lock file, each version once. */
export function installed(): readonly Installed[] {
  const { packages } = read('package-lock.json', lockSchema);
  const found = Object.entries(packages).flatMap(([path, { version, license, dev = false, link = false, hasInstallScript = false, integrity }]): Installed[] => {
    const name = path.split('node_modules/').at(-1);
    if (!path.includes('node_modules/') || link || name === undefined || version === undefined) return [];
    return [{ name, version, licence: license, development: dev, script: hasInstallScript, integrity }];
  });
  return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()];
}

/** The house's own package.json. */
export const house = () => read('package.json', houseSchema);

/** What the product's folders ask for by name, with the exact version. */
export function asked(): ReadonlyMap<string, string> {
  const own = house();
  const parts = own.workspaces.filter((part) => part !== 'tests').map((part) => read(`${part}/package.json`, manifestSchema));
  const all = [own.optionalDependencies, ...parts.flatMap(({ dependencies, optionalDependencies }) => [dependencies, optionalDependencies])];
  return new Map(all.flatMap((some) => Object.entries(some ?? {})).filter(([name]) => !name.startsWith('@kuaizhao/')));
}

export interface Found extends Hole { readonly version: string; readonly development: boolean }

/** Which of the holes are in these packages. Throws when a hole's range is none. */
export function holesIn(packages: readonly Installed[], holes: readonly Hole[] = knownHoles): readonly Found[] {
  return holes.flatMap((hole) => {
    if (validRange(hole.versions) === null) throw new Error(`${hole.id}: not a range of versions`);
    return packages.filter(({ name, version }) => name === hole.name && satisfies(version, hole.versions, { includePrerelease: true })).map(({ version, development }) => ({ ...hole, version, development }));
  });
}
