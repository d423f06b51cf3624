/* `npm run city -- --config city.json`: the hub as a process of its own; with a command in front, what its operator does by hand. */
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { readCityConfig } from './config.ts';
import { startCity } from './start-city.ts';

/** Something a person can mend: one line, exit code 2. */
function giveUp(message: string): never {
  process.stderr.write(`city: ${message}\n`);
  process.exit(2);
}

async function serve(path: string): Promise<void> {
  const log = pino({ base: { process: 'city' } }, pino.destination({ dest: 2, sync: true }));
  const city = await startCity(readCityConfig(path), log);
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    void city.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.stdout.write(`${JSON.stringify({ ready: true, urls: city.urls, pid: process.pid })}\n`);
}

function configPath(): string {
  try {
    const { values } = parseArgs({ options: { config: { type: 'string' } } });
    return values.config ?? giveUp('usage: npm run city -- --config city.json');
  } catch {
    return giveUp('usage: npm run city -- --config city.json');
  }
}

try {
  requireNode24();
  const [first] = process.argv.slice(2);
  if (first === undefined || first.startsWith('-')) await serve(configPath());
  else {
    const { runOperator } = await import('./operator/run.ts');
    process.exitCode = await runOperator(process.argv.slice(2), Date.now(), (line) => { process.stdout.write(`${line}\n`); });
  }
} catch (error) {
  giveUp(error instanceof Error ? error.message.split('\n', 1)[0] ?? error.name : 'could not start');
}
