/* What commands over one file have in common: one argument, one plain line for what is wrong, exit code 2, and a reader that closes early is no mistake. */
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

/** Nothing was read, or some of it could not be used. */
export const exitWrong = 2;

export const complain = (message: string): void => { process.stderr.write(`${message}\n`); };

/** Runs `run` with the one path of the command line (`-` is for standard input) and ends with the code that it gives; throws nothing. `args`: what stands on the line after the command's own name. */
export async function fileCommand(usage: string, run: (path: string) => number | Promise<number>, args: readonly string[] = process.argv.slice(2)): Promise<void> {
  // A reader that closes early (| head) wants no more.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exitWrong));
  try {
    requireNode24();
    const [path, ...more] = args;
    if (path === undefined || more.length > 0) throw new Error(`usage: ${usage}; - for standard input`);
    process.exitCode = await run(path);
  } catch (error) {
    complain(explain(error));
    process.exitCode = exitWrong;
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'that is a folder, not a file';
  return error instanceof Error ? error.message : 'could not read';
}
