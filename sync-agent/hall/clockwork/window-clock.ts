/* The agent's clock over the windows: asks for `tendCalls` when a call has been silent for too long, and for nothing in a hall that leaves it to its clerks. */
import type { Context } from '@kuaizhao/db/domain/context.ts';
import { silentBefore } from '@kuaizhao/db/domain/queue/auto-calls.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { keepLooking } from './keep-looking.ts';

/** Calls come again after seconds, so they are looked for each second: one look into the index of the few open ones. */
const lookEveryMs = 1_000;

export interface WindowClockParts { readonly db: HallDb; readonly engine: Engine; readonly clock: HallClock; readonly settings: Context['settings']; readonly newId: () => string }

/** Looks until stopped. */
export const startWindowClock = ({ db, engine, clock, settings, newId }: WindowClockParts): { stop(): void } => keepLooking(clock, lookEveryMs, () => {
  const before = silentBefore(db.view, { now: clock.now(), settings });
  if (before === undefined || db.view.silentCalls(before, 1).length === 0) return undefined;
  // Refused or not, the next look sees what is left.
  return engine.handle({ type: 'tendCalls', commandId: `tend-${newId()}` }, { role: 'agent' });
});
