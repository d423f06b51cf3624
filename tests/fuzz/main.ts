/* `npm run fuzz -- NAME`: mutated bytes against a true driver, the seed printed; `SEED=7` for others, `--count N` for more or fewer. */
import { parseArgs } from 'node:util';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

/** What a fuzz gives back: counts for the JSON line, and what was found wrong, at most a handful, each with what makes it again. */
export interface FuzzOutcome { readonly counts: Readonly<Record<string, number>>; readonly wrong: readonly string[] }
export type Fuzz = (seed: number, count: number) => Promise<FuzzOutcome>;

requireNode24();
const fuzzes: Readonly<Record<string, { readonly count: number; readonly load: () => Promise<Fuzz> }>> = {
  reader: { count: 1_000_000, load: async () => (await import('./reader/fuzz.ts')).fuzzReader },
  printer: { count: 100_000, load: async () => (await import('./printer/fuzz.ts')).fuzzPrinter },
};
const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: 'string' } } });
const name = positionals[0] ?? '';
const fuzz = Object.hasOwn(fuzzes, name) ? fuzzes[name] : undefined;
const count = Number(values.count ?? fuzz?.count);
const seed = Number(process.env['SEED'] ?? '1');
if (fuzz === undefined || !Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write(`usage: [SEED=7] npm run fuzz -- NAME [--count N]; there are ${Object.keys(fuzzes).join(', ')}\n`);
  process.exit(2);
}
const run = await fuzz.load();
const { counts, wrong } = await run(seed, count);
process.stdout.write(`${JSON.stringify({ fuzz: name, seed, ...counts, meets: wrong.length === 0, ...(wrong.length === 0 ? {} : { wrong }) })}\n`);
process.exit(wrong.length === 0 ? 0 : 1);
