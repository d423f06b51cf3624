/* Does what the city's erasures ask: looks through the hall's people for whom each is about, erases them, and says so in the journal, which is how the city knows. After a restore the feed tells of erasures that the backup had not heard of. */
import type { Logger } from 'pino';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { ErasureWord } from '@kuaizhao/db/domain/feeds/bodies.ts';
import type { FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import type { Engine } from '../engine.ts';

const lookEveryMs = 5_000;
/** People looked through without a breath: a few milliseconds, unless one of them has the quick half by chance. */
const peopleAtOnce = 200;
const agent: Actor = { role: 'agent' };

export interface HearErasuresParts {
  readonly db: Pick<HallDb, 'faces'>; readonly engine: Pick<Engine, 'handle'>; readonly clock: Pick<HallClock, 'after'>; readonly newId: () => string;
  readonly breathe: () => Promise<void>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
export interface HearErasures {
  changed(feed: FeedName): void;
  /** One look now; resolves when it is over. */
  look(): Promise<void>;
  stop(): void;
}

export function startHearingErasures({ db, engine, clock, newId, breathe, log }: HearErasuresParts): HearErasures {
  const face = db.faces.people;
  let [stopped, due] = [false, true];
  let running: Promise<void> | undefined;
  const find = async (word: ErasureWord): Promise<readonly string[] | undefined> => {
    const workerIds: string[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      if (stopped) return undefined;
      const found = face.findErased(word, after, peopleAtOnce);
      workerIds.push(...found.workerIds);
      after = found.next;
      await breathe();
    }
    return workerIds;
  };
  const hear = async (): Promise<void> => {
    const { erasures, strange } = face.erasuresToHear();
    if (strange > 0) log.warn({ strange }, 'erasures of the city that are not understood here');
    for (const word of erasures) {
      const workerIds = await find(word);
      if (workerIds === undefined) return;
      const answer = await engine.handle({ type: 'hearErasure', commandId: `erasure-${newId()}`, erasure: word.erasure, at: word.at, workerIds }, agent);
      // Somebody who stands at a window now is erased when the call is over.
      due ||= !answer.ok;
      if (answer.ok) log.info({ erasure: word.erasure.erasureId }, 'erasure of the city done');
      else log.warn({ erasure: word.erasure.erasureId, code: answer.refusal.code }, 'erasure of the city waits');
    }
  };
  const look = (): Promise<void> => (running ??= (async () => {
    if (stopped || !due) return;
    due = false;
    try {
      await hear();
    } catch (error) {
      due = true;
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'erasures of the city could not be done');
    }
  })().finally(() => { running = undefined; }));
  const looking = keepLooking(clock, lookEveryMs, look);
  return {
    changed(feed) {
      if (feed !== 'erasures') return;
      due = true;
      void look();
    },
    look,
    stop() {
      stopped = true;
      looking.stop();
    },
  };
}
