/* A hall that came back from a backup may hold people who were erased since: it shows nobody before it has done what the city tells, for a minute at most.
   Not longer, because a hall works without the city, and people stand in it: then they are served, staff see an alarm, and the erasures are done as soon as the city is reached.
   What names nobody goes on meanwhile, and kiosks give numbers of their own, as whenever the agent is away for a moment. */
import type { Logger } from 'pino';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { QueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';

export const erasuresFirstMs = 60_000;
const lookEveryMs = 500;

/** Commands that neither look anybody up for somebody's eyes nor print a name; every other one waits. */
const namesNobody: ReadonlySet<CommandType> = new Set<CommandType>([
  'takeTicket', 'leaseNumbers', 'handInLeased', 'finishPrint', 'startShift', 'endShift', 'setProfile', 'askHelp', 'answerHelp', 'closeDay', 'reopenDay',
  'reportReadiness', 'publishBoard', 'removeBoard', 'setBoardScene', 'putNotice', 'endNotice', 'putFair', 'endFair',
  'openAccount', 'setAccountRole', 'setAccountPin', 'setAccountCard', 'closeAccount', 'unlockAccount', 'setOwnPin',
]);
/** Questions likewise. */
const tellsOfNobody: ReadonlySet<QueryName> = new Set<QueryName>([
  'wait', 'serviceWaits', 'slots', 'leaflets', 'windowRules', 'shifts', 'lastClearing', 'maintainers', 'mayMaintain', 'readiness', 'deviceTroubles', 'boards', 'notices', 'hallRules', 'fairs', 'accounts',
]);

/** What is to be done after a loss, kept where a restart does not forget it. */
export interface ErasuresDue {
  /** this disk went back, and what the city has erased since is not done here yet */
  due(): boolean;
  /** On disk before it resolves. */
  done(): Promise<void>;
  /** The hall has all its own rows again, and everything that the city says of erasures. */
  heardAll(): boolean;
}
export interface ErasuresFirstParts {
  readonly erasures: () => ErasuresDue | undefined;
  /** of those the city has told, how many this hall has not done */
  readonly left: () => number;
  readonly clock: Pick<HallClock, 'now' | 'after'>; readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** People may be shown from now on. */
  readonly opened: () => void;
}
export interface ErasuresFirst {
  /** False while nobody is to be shown. */
  peopleShown(): boolean;
  /** For the doors of staff and kiosks: whether this waits. */
  holdsCommand(type: CommandType): boolean;
  holdsQuery(name: string): boolean;
  /** Since when erasures are due here, for the alarm; undefined when all is well. */
  dueSince(): Instant | undefined;
  stop(): void;
}

/** Looks until stopped. */
export function startErasuresFirst({ erasures, left, clock, log, opened }: ErasuresFirstParts): ErasuresFirst {
  let since: Instant | undefined;
  let [waited, cancel]: [boolean, () => void] = [false, () => undefined];
  const isDue = (): boolean => {
    if (erasures()?.due() !== true) return false;
    if (since !== undefined) return true;
    since = clock.now();
    log.warn('this hall came back from a backup: nobody is shown before the erasures of the city are done');
    cancel = clock.after(erasuresFirstMs, () => {
      if (since === undefined) return;
      waited = true;
      log.error('the city’s erasures could not be heard: people are shown without');
      opened();
    });
    return true;
  };
  const peopleShown = (): boolean => !isDue() || waited;
  const look = async (): Promise<void> => {
    const of = erasures();
    if (of === undefined || !isDue() || !of.heardAll() || left() > 0) return;
    try {
      await of.done();
    } catch (error) {
      // A full disk: nobody is told that it is done before it is written.
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'that erasures are done could not be kept');
      return;
    }
    const hidden = !waited;
    cancel();
    [since, waited] = [undefined, false];
    log.info('the city’s erasures are done: people are shown');
    if (hidden) opened();
  };
  const looking = keepLooking(clock, lookEveryMs, look);
  return {
    peopleShown,
    holdsCommand: (type) => !namesNobody.has(type) && !peopleShown(),
    holdsQuery: (name) => !(tellsOfNobody as ReadonlySet<string>).has(name) && !peopleShown(),
    dueSince() {
      isDue();
      return since;
    },
    stop() {
      cancel();
      looking.stop();
    },
  };
}
