/* `npm run bench -- NAME`: one benchmark, JSON lines on standard output. `--short` for CI. */
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

requireNode24();
const benches = { tap: () => import('./tap.ts'), 'tap-to-paper': () => import('./tap-to-paper.ts'), rush: () => import('./rush/main.ts'), views: () => import('./views/main.ts'), match: () => import('./match/main.ts'), 'match-events': () => import('./match/events.ts'), dispatch: () => import('./dispatch/main.ts'), kiosk: () => import('./kiosk/main.ts'), board: () => import('./board/main.ts'), sync: () => import('./sync/main.ts'), city: () => import('./city/main.ts'), behind: () => import('./behind/main.ts') } as const;
const name = process.argv[2] ?? '';
if (!(name in benches)) {
  process.stderr.write(`usage: npm run bench -- NAME [--short]; there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
const { run } = await benches[name as keyof typeof benches]();
await run({ short: process.argv.includes('--short'), print: (line: object) => { process.stdout.write(`${JSON.stringify(line)}\n`); } });
