/* How the program ends and begins again: by a signal, by staff, or because its own device host failed. What fails leaves its kind and place in the log, never its words: they may hold a person's data. */
import { app } from 'electron';
import type { HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import { againCodes, nextOptions, withoutNextOptions, type Again } from './begin-options.ts';
import { rowOf, watchLimits } from './watch/limits.ts';

export interface Life {
  /** True once the end has begun: from then on windows may close. */
  readonly ending: () => boolean;
  /** What has to be closed before the end; it ends within 4.5 s by itself. */
  closes(close: () => Promise<void>): void;
  /** Closes what there is, then leaves with 0. Once. */
  end(): void;
  /** The same, and then begins anew. */
  restart(): void;
  /** Begins anew at once: what failed cannot be trusted to end well. The hall remembers papers and numbers, not this process. */
  fail(kind: 'uncaught' | 'unhandled' | 'graphics', fields?: Readonly<Record<string, string | number>>): void;
}

export interface LifeParts {
  readonly log: HostLog;
  readonly timer: HostClock['timer'];
  /** failures in a row before this beginning */
  readonly failures: number;
}

export function beginLife({ log, timer, failures }: LifeParts): Life {
  const bornMs = timer.now();
  let over = false;
  let close = (): Promise<void> => Promise.resolve();
  const leave = (event: string, code: () => void): void => {
    if (over) return;
    over = true;
    log.info({}, event);
    void close().then(code, code);
  };
  const again = (why: Again, row = 0): void => {
    // Whoever started us starts us again: `npm run kiosk`, or the launcher, which counts and may know another version.
    if (!app.isPackaged || process.env['KUAIZHAO_LAUNCHED'] !== undefined) return app.exit(againCodes[why]);
    // An AppImage is not the program that runs inside it.
    const appImage = process.env['APPIMAGE'];
    app.relaunch({ args: [...withoutNextOptions(process.argv.slice(1)), ...nextOptions(why, row)], ...(appImage === undefined ? {} : { execPath: appImage }) });
    return app.exit(0);
  };
  const life: Life = {
    ending: () => over,
    closes: (given) => { close = given; },
    end: () => leave('ending', () => app.exit(0)),
    restart: () => leave('restarting', () => again('asked')),
    fail(kind, fields = {}) {
      if (over) return;
      over = true;
      const row = rowOf(failures, timer.now() - bornMs);
      log.warn({ kind, row, ...fields }, 'failed');
      again(kind === 'graphics' ? 'graphicsFailed' : 'failed', row);
    },
  };
  hear(life);
  hearGraphics(life, timer, log);
  return life;
}

/** Signals, the machine's own end, and what nobody caught. */
function hear(life: Life): void {
  process.on('SIGTERM', () => life.end());
  process.on('SIGINT', () => life.end());
  process.on('uncaughtException', (error) => life.fail('uncaught', placeOf(error)));
  process.on('unhandledRejection', (error) => life.fail('unhandled', placeOf(error)));
  app.on('window-all-closed', () => life.end());
  app.on('before-quit', (event) => {
    event.preventDefault();
    life.end();
  });
}

/** Processes beside the pages. The engine starts its own services again; a graphics process that keeps dying would take the whole program with it. */
function hearGraphics(life: Life, timer: HostClock['timer'], log: HostLog): void {
  let deaths: number[] = [];
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    log.warn({ type, reason, exitCode, serviceName }, 'childGone');
    if (type !== 'GPU' || reason === 'clean-exit') return;
    deaths = [...deaths, timer.now()].filter((ms) => timer.now() - ms < watchLimits.calmMs);
    if (deaths.length >= watchLimits.graphicsDeaths) life.fail('graphics');
  });
}

/** The class, the code and the first place of our own in the stack; the message stays here. */
function placeOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  const place = /\n\s+at [^\n]*?([\w.-]+:\d+:\d+)\)?(?:\n|$)/.exec(error.stack ?? '')?.[1];
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(place === undefined ? {} : { place }) };
}
