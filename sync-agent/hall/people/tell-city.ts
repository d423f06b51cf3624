/* Tells the city of people who have agreed to it, when something about them is new: closed in a box for the city's key, one row of the journal each. Without the city's key nobody is told of. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { feedOf } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { followFeed, type Followed, type FollowParts } from '../online/follow-feed.ts';

/** A morning's taps are told bit by bit, so many a look: the hall's own work goes before. */
const peopleAtOnce = 20;
/** words of the city whose clocks are seen at once */
const wordsMost = 100_000;
const agent: Actor = { role: 'agent' };
const reasons: ReadonlySet<Fact['type']> = new Set(['consentGiven', 'visitOpened', 'profileChanged', 'tradesChanged', 'workersMerged', 'mergeUndone']);

export interface TellCityParts extends FollowParts {
  readonly db: Pick<HallDb, 'faces'>; readonly engine: Pick<Engine, 'handle'>; readonly clock: Pick<HallClock, 'after' | 'now'>; readonly newId: () => string;
  readonly breathe: () => Promise<void>;
}

/** Until stopped. The feed that makes it look is that of the city's key. */
export function startTellingCity({ db, engine, newId, breathe, ...parts }: TellCityParts): Followed & { heard(facts: readonly Fact[]): void } {
  const { clock, log, settings: { hallId } } = parts;
  const face = db.faces.people;
  const words = feedOf('workers', hallId);
  let keyId: string | undefined;
  const telling = followFeed('codes', parts, async (going) => {
    const city = face.cityKey();
    if (city === undefined) return false;
    if (keyId !== city.keyId) {
      // Before the first box for it, so that no box for an older key comes after this row.
      const taken = await engine.handle({ type: 'takeCityKey', commandId: `city-key-${newId()}`, keyId: city.keyId }, agent);
      if (!taken.ok) return true;
      face.keyChanged(city.keyId);
      keyId = city.keyId;
    }
    const workerIds = face.sharesDue(peopleAtOnce);
    let again = workerIds.length === peopleAtOnce;
    for (const workerId of workerIds) {
      if (!going()) return false;
      const closed = face.closeShare(workerId, hallId, city, clock.now());
      if (closed.kind !== 'share') {
        face.shareSettled(workerId);
        continue;
      }
      const answer = await engine.handle({ type: 'shareWorker', commandId: `share-${newId()}`, workerId, share: closed.share }, agent);
      if (answer.ok) continue;
      // Consent has ended meanwhile, or the record was erased or merged: there is nothing to tell. What the hall had no room for is tried again.
      if (answer.refusal.code === 'consentMissing' || answer.refusal.code === 'workerUnknown') face.shareSettled(workerId);
      else again = true;
    }
    return again;
  });
  const see = async (): Promise<void> => {
    for (const workerId of face.toldWorkers(hallId, wordsMost)) {
      face.sawCity(workerId, hallId);
      await breathe();
    }
  };
  return {
    ...telling,
    changed(feed) {
      telling.changed(feed);
      if (feed === words) void see().catch(() => log.warn('what the city says of people could not be read'));
    },
    heard(facts) { if (facts.some((fact) => reasons.has(fact.type))) telling.later(); },
  };
}
