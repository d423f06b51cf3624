/* The hall agent as in life, and in the same process somebody who taps at an even pace: each tap is counted from the moment it was due, so that a thread that is busy elsewhere shows. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { readHallConfig } from '@kuaizhao/sync-agent/hall/config.ts';
import { keepCompiled } from '@kuaizhao/sync-agent/hall/keep-compiled.ts';

/** Taps from the `first`th person on, one every `everyMs`, until the next message. */
export interface Tap { readonly first: number; readonly everyMs: number }
export interface Tapped { readonly tookMs: readonly number[]; readonly refused: number; readonly state: string }

const config = readHallConfig(process.argv[2] ?? '');
keepCompiled(config.data);
const [{ startHall }, { worker, tapPrinter }] = await Promise.all([import('@kuaizhao/sync-agent/hall/hall-agent.ts'), import('./people.ts')]);
const hall = await startHall(config, pino({ level: 'error' }, pino.destination(2)));
let stop: (() => Promise<Tapped>) | undefined;

function tap({ first, everyMs }: Tap): () => Promise<Tapped> {
  const tookMs: number[] = [];
  const underway = new Set<Promise<void>>();
  const began = performance.now();
  let [sent, refused] = [0, 0];
  const one = async (due: number, n: number): Promise<void> => {
    const answer = await hall.engine.handle({ type: 'checkIn', commandId: randomUUID(), card: worker(n), printer: { printer: tapPrinter, ready: true } }, { role: 'kiosk', deviceId: 'kiosk-0', printer: tapPrinter });
    tookMs.push(performance.now() - due);
    if (!answer.ok) refused += 1;
  };
  const turn = (): void => {
    for (; began + sent * everyMs <= performance.now(); sent++) {
      const tapping = one(began + sent * everyMs, first + sent).finally(() => underway.delete(tapping));
      underway.add(tapping);
    }
  };
  const ticking = setInterval(turn, 1);
  return async () => {
    clearInterval(ticking);
    await Promise.all(underway);
    return { tookMs, refused, state: hall.uplinkState() };
  };
}

process.on('message', (message: Tap | 'stop' | 'state') => {
  if (message === 'state') process.send?.(hall.uplinkState());
  else if (message === 'stop') void stop?.().then((tapped) => process.send?.(tapped));
  else stop = tap(message);
});
process.once('SIGTERM', () => { void hall.close().then(() => process.exit(0)); });
process.stdout.write(`${JSON.stringify({ ready: true, urls: { uplink: hall.urls.agent } })}\n`);
