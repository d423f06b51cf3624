/* Which version is printed on a day. */
import type { BusinessDay } from '../../scalars.ts';
import { agreements } from './agreement.ts';
import { promises } from './promise.ts';
import type { Template } from './template.ts';

const all: readonly Template[] = [...agreements, ...promises];

/** The newest template of a kind on `day`, the city's or a shipped one; before the first one its first version, because a signed paper is better than none. */
export function templateOn(kind: Template['kind'], day: BusinessDay, city: readonly Template[] = []): Template {
  const ofKind = all.filter((one) => one.kind === kind);
  const found = [...city.filter((one) => one.kind === kind), ...ofKind].filter((one) => one.since <= day).sort((a, b) => b.since.localeCompare(a.since) || b.version.localeCompare(a.version))[0] ?? ofKind[0];
  if (found === undefined) throw new Error(`there is no template of kind ${kind}`);
  return found;
}

/** A version that was printed once, to print it again as it was. */
export const templateOf = (kind: Template['kind'], version: string): Template | undefined => all.find((one) => one.kind === kind && one.version === version);
