/* The agent's clock over tables and jobs: asks for `expireCalls` when a call or a talk is overdue, for `expireJobs` when a job is over, and for nothing when nothing is. */
import type { Context } from '@kuaizhao/db/domain/context.ts';
import { overdueBefore } from '@kuaizhao/db/domain/talks/answer.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { keepLooking } from './keep-looking.ts';

/** A limit is minutes long: looking this often is soon enough, and costs one look into an index. */
const lookEveryMs = 5_000;
/** A job that is over keeps people planned for it: so many get their fact at once, the rest with the next look. */
const jobsAtOnce = 100;

export interface CallClockParts { readonly db: HallDb; readonly engine: Engine; readonly clock: HallClock; readonly settings: Context['settings']; readonly newId: () => string }

/** Looks until stopped. */
export const startCallClock = ({ db, engine, clock, settings, newId }: CallClockParts): { stop(): void } => keepLooking(clock, lookEveryMs, () => {
  const now = clock.now();
  const before = overdueBefore({ now, settings });
  const due = [
    ...(db.view.overdueJobs(now, 1).length === 0 ? [] : [{ type: 'expireJobs', limit: jobsAtOnce }]),
    ...(db.view.overdueCalls(before.called, before.accepted, 1).length === 0 ? [] : [{ type: 'expireCalls' }]),
  ];
  // Refused or not, the next look sees what is left.
  return Promise.all(due.map((command) => engine.handle({ ...command, commandId: `expire-${newId()}` }, { role: 'agent' })));
});
