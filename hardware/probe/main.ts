/* `npm run probe -- DEVICE …`: does this device speak as the kiosk needs it? Each step with its time and one plain line; the exit code is the answer. */
import { parseArgs } from 'node:util';
import { realTimer } from '../serial/timer.ts';
import { createReport, type Probe, type ProbeResult } from './report.ts';

/** One file a device, loaded only when asked for: each brings its own native library. */
const probes: Readonly<Record<string, () => Promise<Probe>>> = {
  reader: async () => (await import('./reader.ts')).readerProbe,
  printer: async () => (await import('./printer-options.ts')).printerProbe,
  scanner: async () => (await import('./scanner.ts')).scannerProbe,
  'social-card': async () => (await import('./social-card.ts')).socialCardProbe,
};

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

function misused(line: string): ProbeResult {
  process.stderr.write(`${line}\n`);
  return 2;
}

async function run(args: readonly string[]): Promise<ProbeResult> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(probes, name) ? probes[name] : undefined;
  if (load === undefined) return misused(`usage: npm run probe -- DEVICE [options] [--json]; there are ${Object.keys(probes).join(', ')}`);
  const probe = await load();
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    ({ values } = parseArgs({ args: rest, options: { ...probe.options, json: { type: 'boolean' } } }));
  } catch (error) {
    return misused(`${error instanceof Error ? error.message.split('\n')[0] : 'not understood'}\n${probe.usage.map((line) => `  npm run probe -- ${line}`).join('\n')}`);
  }
  const report = createReport(realTimer, values['json'] === true, say);
  const result = await probe.run(values, report, realTimer);
  report.tell('result', result === 0 ? 'fine' : 'wrong', {
    0: { zh: '这台设备可以用。', en: 'This device works.' },
    1: { zh: '设备找到了，但有问题，看上面打 ✗ 的行。', en: 'The device is there and something is wrong: see the lines with ✗.' },
    2: { zh: '命令写得不对。', en: 'The command was not understood.' },
    3: { zh: '没有找到这种设备。', en: 'No such device was found.' },
  }[result], { exitCode: result });
  return result;
}

process.exit(await run(process.argv.slice(2)));
