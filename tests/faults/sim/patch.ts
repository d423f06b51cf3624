/* A change of one place of the program's source, made while it is loaded: this is how a rule is broken on purpose without a switch in the program itself. */
import type { LoadFnOutput } from 'node:module';
import { z } from 'zod';

export const patchSchema = z.strictObject({
  /** from the project's folder */
  file: z.string(), find: z.string(), replace: z.string(),
});
export type Patch = z.infer<typeof patchSchema>;

/** The text with the patch in it. Throws when the place is not there exactly once: a mutant that changes nothing would prove nothing. */
export function applyPatch(text: string, { file, find, replace }: Patch): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${file}: the place to break is there ${parts.length - 1} times: ${find}`);
  return parts.join(replace);
}

export function patched(url: string, loaded: LoadFnOutput, patches: readonly Patch[]): LoadFnOutput {
  const mine = patches.filter(({ file }) => url.endsWith(`/${file}`));
  if (mine.length === 0 || loaded.source === undefined || loaded.source === null) return loaded;
  const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8');
  return { ...loaded, source: mine.reduce(applyPatch, text) };
}
