/* The terms of a posting out of their column: parsed once and kept, because every decision, page and paper asks for the same few hundred again. */
import { jobTermsSchema, type JobTerms } from '../domain/jobs/terms.ts';

const kept = new Map<string, JobTerms>();
/** A large hall posts 1,500 a day. */
const keptLimit = 5_000;

/** Frozen, because everybody who asks gets the same. Throws when the text is not what this program writes. */
export function termsFrom(text: string): JobTerms {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= keptLimit) kept.clear();
  const terms = frozen(jobTermsSchema.parse(JSON.parse(text)));
  kept.set(text, terms);
  return terms;
}

function frozen<T extends object>(thing: T): T {
  for (const inner of Object.values(thing)) if (typeof inner === 'object' && inner !== null) frozen(inner as object);
  return Object.freeze(thing);
}
