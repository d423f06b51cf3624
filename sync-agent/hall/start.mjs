/* How a hall starts its agent: `main.ts`, by what was compiled at an earlier start. JavaScript, because the first TypeScript that is not there compiled already loads Node's compiler, which then takes 20 MB for as long as the agent runs. */
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where `keep-compiled.ts` of an earlier start keeps it; undefined when this is no start of an agent, or the first one. Whether the configuration is right, main.ts says. */
function compiledFolder() {
  const at = process.argv.indexOf('--config', 2);
  const path = at < 0 ? undefined : process.argv[at + 1];
  if (path === undefined) return undefined;
  try {
    const { data } = JSON.parse(readFileSync(path, 'utf8'));
    const folder = join(resolve(dirname(resolve(path)), data), 'compiled');
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

const folder = compiledFolder();
// Absent from a Node that is too old, which main.ts says.
if (folder !== undefined) modules.enableCompileCache?.(folder);
await import('./main.ts');
