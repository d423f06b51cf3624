/* `npm run faults -- --seconds N --seed S`: histories of halls and a hub in which everything goes wrong, checked against what must be true; one JSON line. */
import { parseArgs } from 'node:util';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { runHistory, type History } from './sim/history.ts';

requireNode24();
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } } });
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write('usage: npm run faults -- [--seconds N] [--seed S]\n');
  process.exit(2);
}
const started = performance.now();
const byKind = new Map<string, number>();
const wrong: History[] = [];
let [histories, faults] = [0, 0];
for (let next = seed; performance.now() - started < seconds * 1_000 && wrong.length < 5; next++) {
  const history = await runHistory(next);
  histories += 1;
  faults += history.faults;
  for (const [kind, times] of history.byKind) byKind.set(kind, (byKind.get(kind) ?? 0) + times);
  if (history.violations.length > 0) wrong.push(history);
}
const again = wrong[0] ?? await runHistory(seed);
const sameTwice = (await runHistory(again.seed)).fingerprint === again.fingerprint;
process.stdout.write(`${JSON.stringify({
  faults, histories, seed, seconds: Math.round((performance.now() - started) / 1_000), byKind: Object.fromEntries(byKind), sameSeedSameStory: sameTwice,
  violations: wrong.reduce((sum, one) => sum + one.violations.length, 0), ...(wrong.length === 0 ? {} : { wrong: wrong.map(({ seed: at, violations }) => ({ seed: at, violations: violations.slice(0, 3) })) }),
  meets: wrong.length === 0 && sameTwice,
})}\n`);
process.exit(wrong.length === 0 && sameTwice ? 0 : 1);
