/* `npm run hall -- --config hall.json`: the one process of a hall. `npm run hall -- hash-pin` turns a PIN from standard input into what the configuration holds, `hash-card` the number of a card; `npm run hall -- check-draw FILE` computes a draw again from its sheet. */
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { systemClock } from './clock.ts';

/** A mistake in how the program was called or configured: one line, exit code 2. */
function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

async function serve(path: string): Promise<void> {
  // Loaded after the check of the version: the native module must not load on another Node.
  const { readHallConfig } = await import('./config.ts');
  const config = readHallConfig(path);
  const { startHall } = await import('./hall-agent.ts');
  const log = pino({ base: { process: 'hall' } }, pino.destination({ dest: 2, sync: true }));
  const hall = await startHall(config, log);
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    void hall.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.stdout.write(`${JSON.stringify({ ready: true, urls: hall.urls, pid: process.pid })}\n`);
}

/** On standard input and never as an argument: arguments are seen by everybody on the machine. */
async function printHash(fits: RegExp, mistake: string): Promise<void> {
  const { hashPin } = await import('@kuaizhao/db/sealing/pin-hash.ts');
  let secret = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) secret += String(chunk);
  if (!fits.test(secret.trim())) giveUp(mistake);
  process.stdout.write(`${await hashPin(secret.trim())}\n`);
}

async function checkDraw(args: readonly string[]): Promise<void> {
  const [{ fileCommand }, { checkDrawFile }] = await Promise.all([import('./file-commands/file-command.ts'), import('./file-commands/check-draw.ts')]);
  await fileCommand('npm run hall -- check-draw FILE, the sheet as data or as printed', checkDrawFile, args);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'could not start';
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return 'the port of listen is busy: another agent runs, or choose another port';
  if (code === 'SQLITE_BUSY') return 'another process owns the database in the data directory';
  return error.message;
}

/** With the hall's configuration, while the agent rests. */
async function operate(args: readonly string[]): Promise<void> {
  const { runHallOperator } = await import('./operator/run.ts');
  process.exitCode = runHallOperator(args, systemClock.now(), (line) => { process.stdout.write(`${line}\n`); });
}

/** Of the hall's network, told to the running agent. */
async function tellDevices(args: readonly string[]): Promise<number> {
  const [{ runDevices }, { createInterface }] = await Promise.all([import('./operator/devices.ts'), import('node:readline')]);
  const typed = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  return runDevices(args, {
    print: (line) => { process.stdout.write(`${line}\n`); },
    read: async () => { const { value, done } = await typed.next(); return done === true ? '' : value; },
    after: (ms, run) => { systemClock.after(ms, run); },
  });
}

async function tellUpdates(args: readonly string[]): Promise<number> {
  const { runUpdate } = await import('./operator/updates.ts');
  return runUpdate(args, (line) => { process.stdout.write(`${line}\n`); });
}

/** The code of the sealed envelope, on standard input and output alone. */
async function recover(args: readonly string[]): Promise<number> {
  const [{ runRecovery }, { createInterface }] = await Promise.all([import('./operator/recovery.ts'), import('node:readline')]);
  const typed = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  return runRecovery(args, { print: (line) => { process.stdout.write(`${line}\n`); }, read: async () => { const { value, done } = await typed.next(); return done === true ? '' : value; } });
}

try {
  requireNode24();
  const args = process.argv.slice(2);
  if (['status', 'verify', 'backup', 'restore', 'new-key', 'backup-key'].includes(args[0] ?? '')) {
    await operate(args);
    process.exit();
  }
  if (args[0] === 'audit') {
    const [{ auditCommand }, { readHallConfig }] = await Promise.all([import('./audit/tool.ts'), import('./config.ts')]);
    process.exitCode = auditCommand(args, systemClock.now(), readHallConfig, (line) => { process.stdout.write(`${line}\n`); });
    process.exit();
  }
  if (['enrol', 'devices', 'admit', 'revoke'].includes(args[0] ?? '')) {
    process.exitCode = await tellDevices(args);
    process.exit();
  }
  if (args[0] === 'update') {
    process.exitCode = await tellUpdates(args);
    process.exit();
  }
  if (['recovery-code', 'recover'].includes(args[0] ?? '')) {
    process.exitCode = await recover(args);
    process.exit();
  }
  const { values, positionals } = parseArgs({ options: { config: { type: 'string' } }, allowPositionals: true });
  if (positionals[0] === 'hash-pin') await printHash(/^\d{4,12}$/, 'a PIN is 4 to 12 digits, given on standard input');
  else if (positionals[0] === 'hash-card') await printHash(/^\d{17}[\dX]$/, 'the number of an identity card, 18 characters, given on standard input');
  else if (positionals[0] === 'check-draw') await checkDraw(positionals.slice(1));
  else if (values.config === undefined || positionals.length > 0) giveUp('usage: npm run hall -- --config hall.json, or hash-pin, hash-card, check-draw FILE, status, verify, backup, restore, new-key, backup-key, audit, enrol, devices, admit, revoke, update, recovery-code or recover');
  else await serve(values.config);
} catch (error) {
  giveUp(explain(error));
}
