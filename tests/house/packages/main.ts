/* `npm run holes`: public holes in what the lock file installs. From the list beside this file always, from the registry's audit where it answers. One JSON line; exit code 1 when something that goes into a hall or a city has one. */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { holesIn, installed } from './lock.ts';
import { root } from '../source.ts';

const auditMs = 60_000;
const auditSchema = z.object({ vulnerabilities: z.record(z.string(), z.object({ name: z.string(), severity: z.string(), range: z.string() })) });

/** Undefined where the registry does not answer that question. */
function registrySays(): readonly { readonly name: string; readonly severity: string; readonly range: string }[] | undefined {
  const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8', timeout: auditMs });
  try {
    const told = auditSchema.safeParse(JSON.parse(asked.stdout));
    return told.success ? Object.values(told.data.vulnerabilities) : undefined;
  } catch {
    return undefined;
  }
}

const packages = installed();
const holes = holesIn(packages);
const told = registrySays();
process.stdout.write(`${JSON.stringify({ packages: packages.length, inProduct: packages.filter(({ development }) => !development).length, holes, registry: told ?? 'unreachable' })}\n`);
if (holes.some(({ development }) => !development) || (told ?? []).length > 0) process.exitCode = 1;
