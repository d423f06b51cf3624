/* A printed draw computed again from the sheet alone. */
import { z } from 'zod';
import { hallNumberSchema, idSchema } from '../scalars.ts';
import { candidatesLimit } from './facts.ts';
import { listHashOf, orderOf, seedOf } from './lots.ts';

const numbers = z.array(hallNumberSchema).min(1).max(candidatesLimit);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What of a sheet the lots follow from; everything else on it is read over. Without `drawn` only the list was published so far. */
export const checkableSchema = z.object({ numbers, listHash: hash, drawn: z.object({ values: z.array(idSchema).min(1).max(3), seed: hash, lots: numbers }).optional() });
export type Checkable = z.infer<typeof checkableSchema>;

/** The first thing on the sheet that does not follow from what stands before it: what the sheet says, and what comes out. `place`: counted from 1. */
export interface Disagreement { readonly first: 'numbers' | 'listHash' | 'seed' | 'lots'; readonly place?: number; readonly sheet: string; readonly computed: string }

/** Undefined when everything agrees. Looks at the list, its hash, the seed and the lots, in this order. */
export function checkDraw({ numbers: list, listHash, drawn }: Checkable): Disagreement | undefined {
  const twice = list.findIndex((number, at) => list.indexOf(number) < at);
  if (twice >= 0) return { first: 'numbers', place: twice + 1, sheet: list[twice] ?? '', computed: 'a number that is not on the list yet' };
  const hashed = listHashOf(list);
  if (hashed !== listHash) return { first: 'listHash', sheet: listHash, computed: hashed };
  if (drawn === undefined) return undefined;
  const seed = seedOf(hashed, drawn.values);
  if (seed !== drawn.seed) return { first: 'seed', sheet: drawn.seed, computed: seed };
  const lots = orderOf(seed, list);
  for (let at = 0; at < Math.max(lots.length, drawn.lots.length); at += 1) {
    if (lots[at] !== drawn.lots[at]) return { first: 'lots', place: at + 1, sheet: drawn.lots[at] ?? 'nothing', computed: lots[at] ?? 'nothing' };
  }
  return undefined;
}
