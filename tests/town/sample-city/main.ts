/* `npm run sample-city`: fifteen halls of a sample Jinan in one process, living on until Ctrl-C. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';

requireNode24();
const [{ pino }, { samplePin, startSampleCity }] = await Promise.all([import('pino'), import('./sample-city.ts')]);
const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-sample-city-'));
const sample = await startSampleCity({ dir, port: Number(process.env['PORT'] ?? 7300), alive: true, log: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })) });
process.stdout.write(`
快招样例城市 · the sample city is open
  大屏 screen      ${sample.city.urls.city}
  工作台 desk      ${sample.city.urls.city}/#desk   (查看员、编辑员、主管样例, PIN ${samplePin})
  Ctrl-C ends everything
`);

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  void sample.close().then(() => {
    rmSync(dir, { recursive: true, force: true });
    process.exit(0);
  });
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
