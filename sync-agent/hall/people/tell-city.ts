/* Tells the city of people who have agreed to it, when something about them is new: closed in a box for the city's key, one row of the journal each. Without the city's key nobody is told of. */
import type { Logger } from 'pino';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { feedOf, type FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import type { Engine } from '../engine.ts';

/** A morning's taps are told bit by bit: the hall's own work goes before. */
const lookEveryMs = 1_000;
const peopleAtOnce = 20;
/** words of the city whose clocks are seen at once */
const wordsMost = 100_000;
const agent: Actor = { role: 'agent' };
const reasons: ReadonlySet<Fact['type']> = new Set(['consentGiven', 'visitOpened', 'profileChanged', 'tradesChanged', 'workersMerged', 'mergeUndone']);

export interface TellCityParts {
  readonly db: Pick<HallDb, 'faces'>; readonly engine: Pick<Engine, 'handle'>; readonly clock: Pick<HallClock, 'after' | 'now'>;
  readonly settings: { readonly hallId: string }; readonly newId: () => string;
  readonly breathe: () => Promise<void>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
export interface TellCity {
  heard(facts: readonly Fact[]): void;
  changed(feed: FeedName): void;
  /** One look now; resolves when it is over. */
  look(): Promise<void>;
  stop(): void;
}

export function startTellingCity({ db, engine, clock, settings: { hallId }, newId, breathe, log }: TellCityParts): TellCity {
  const face = db.faces.people;
  const words = feedOf('workers', hallId);
  let [stopped, due] = [false, true];
  let keyId: string | undefined;
  let running: Promise<void> | undefined;
  const tell = async (): Promise<void> => {
    const city = face.cityKey();
    if (city === undefined) return;
    if (keyId !== city.keyId) face.keyChanged(city.keyId);
    keyId = city.keyId;
    const workerIds = face.sharesDue(peopleAtOnce);
    due = workerIds.length === peopleAtOnce;
    for (const workerId of workerIds) {
      if (stopped) return;
      const closed = face.closeShare(workerId, hallId, city, clock.now());
      if (closed.kind !== 'share') {
        face.shareSettled(workerId);
        continue;
      }
      const answer = await engine.handle({ type: 'shareWorker', commandId: `share-${newId()}`, workerId, share: closed.share }, agent);
      if (answer.ok) continue;
      // Consent has ended meanwhile, or the record was erased or merged: there is nothing to tell. What the hall had no room for is tried again.
      if (answer.refusal.code === 'consentMissing' || answer.refusal.code === 'workerUnknown') face.shareSettled(workerId);
      else due = true;
    }
  };
  const see = async (): Promise<void> => {
    for (const workerId of face.toldWorkers(hallId, wordsMost)) {
      face.sawCity(workerId, hallId);
      await breathe();
    }
  };
  const look = (): Promise<void> => (running ??= (async () => {
    if (stopped || !due) return;
    due = false;
    try {
      await tell();
    } catch (error) {
      due = true;
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the city could not be told of somebody');
    }
  })().finally(() => { running = undefined; }));
  const looking = keepLooking(clock, lookEveryMs, look);
  return {
    heard(facts) { due ||= facts.some((fact) => reasons.has(fact.type)); },
    changed(feed) {
      due ||= feed === 'codes';
      if (feed === words) void see().catch(() => log.warn('what the city says of people could not be read'));
    },
    look,
    stop() {
      stopped = true;
      looking.stop();
    },
  };
}
