/* The pool of the city: collects what halls have left over, brings it together every half minute, and sees to it that both halls hear of it and that a place is given once. */
import { setImmediate } from 'node:timers/promises';
import { dropLeftovers, dropStaleLeftovers, leftoversSince } from '@kuaizhao/db/city/pool/leftovers.ts';
import { takeReported } from '@kuaizhao/db/city/pool/reported.ts';
import { addReferrals, endReferrals, knownReferrals, poolPlaces, type KnownReferral } from '@kuaizhao/db/city/pool/referrals.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { giveLease, takeLease } from '@kuaizhao/db/city/store/lease.ts';
import { referralLimits, type JobElsewhere } from '@kuaizhao/db/domain/referrals/commands.ts';
import { leftoversSchema, poolLimits, type LeftJob, type Leftovers, type LeftoversReply, type PoolAnswerReply } from '@kuaizhao/sync-agent/contract/pool.ts';
import { hubLimits, type HubParts } from '../hub/parts.ts';
import type { Turns } from '../hub/turns.ts';
import { answerYesOrNo } from './answer.ts';
import { createDelivery, type HallLine, type Offer } from './delivery.ts';
import { propose, type PoolFacts, type PoolHall, type Proposal, type Round } from './propose.ts';

/** What a round needs of leftovers, as they are kept. */
const keptSchema = leftoversSchema.pick({ people: true, jobs: true });

export interface PoolParts extends HubParts {
  readonly db: CityDb;
  readonly turns: Turns;
  readonly nameOf: (hallId: string) => string;
  readonly km: (from: string, to: string) => number | undefined;
  readonly others: OtherHubs;
}
/** Several hubs on one database: the one with the lease plans for all, and each tells the halls on its own lines. */
export interface OtherHubs {
  /** of this process */
  readonly hub: string;
  /** Speaks to a hall through whichever hub it is connected to. */
  lineTo(hallId: string): HallLine;
  /** There is something to tell; may be lost, because each hub also looks by itself. */
  wake(): void;
}
export interface Pool {
  /** This line speaks for the hall from now on. */
  joined(hallId: string, line: HallLine): void;
  /** Nothing when another line speaks for it by now. */
  left(hallId: string, line: HallLine): void;
  leftovers(hallId: string, leftovers: Leftovers): Promise<LeftoversReply>;
  answer(hallId: string, answer: { readonly referralId: string; readonly answer: 'yes' | 'no' }): Promise<PoolAnswerReply>;
  /** Another hub has found something for halls of this one. */
  deliver(): void;
  /** One round now; a second one that is asked for meanwhile is the same. Gives what was found; undefined when the database did not answer or another hub plans. */
  round(): Promise<Round | undefined>;
  close(): Promise<void>;
}

/** A pair that came to nothing is not tried again on the same day. */
const triedMs = 20 * 3_600_000;
/** Two rounds long: a hub that ends without a word is followed by another after this. */
const leaseSeconds = 60;
const leaseName = 'pool';

export function createPool(parts: PoolParts): Pool {
  const { db, now, log, turns, others } = parts;
  const lines = new Map<string, HallLine>();
  const delivery = createDelivery(parts, lines);
  const busy = { kind: 'busy', retryMs: hubLimits.busyMs } as const;
  let closed = false;
  let running: Promise<Round | undefined> | undefined;
  let cancel: (() => void) | undefined;
  const tried = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown', code: (error as { code?: unknown }).code } }, 'the pool failed');
      return undefined;
    }
  };
  const oneRound = async (): Promise<Round | undefined> => {
    const planned = await takeLease(db, leaseName, others.hub, leaseSeconds) ? await planRound(parts) : undefined;
    await delivery.deliver();
    if (planned !== undefined) others.wake();
    return planned;
  };
  const round = (): Promise<Round | undefined> => (running ??= tried(oneRound).finally(() => { running = undefined; }));
  /** Somebody has something to hear, here or at another hub. */
  const tell = (): void => {
    void tried(delivery.deliver);
    others.wake();
  };
  const tick = (): void => { cancel = parts.after(poolLimits.everyMs, () => { void round().then(() => { if (!closed) tick(); }); }); };
  tick();
  return {
    joined: (hallId, line) => {
      lines.set(hallId, line);
      void tried(delivery.deliver);
    },
    left(hallId, line) {
      if (lines.get(hallId) !== line) return;
      lines.delete(hallId);
      // In the hall's own turn: what it says after coming again is not thrown away.
      if (!closed) void tried(() => turns.take(hallId, () => (lines.has(hallId) ? Promise.resolve() : dropLeftovers(db, hallId, others.hub))));
    },
    async leftovers(hallId, { people, jobs, over }) {
      const taken = await tried(() => turns.take(hallId, async () => {
        await takeReported(db, hallId, { jobs, over, kept: { hub: others.hub, body: JSON.stringify({ people, jobs }) } }, now());
        return true;
      }));
      if (taken !== undefined && over.length > 0) tell();
      return taken === undefined ? busy : { kind: 'taken' };
    },
    answer: async (hallId, answer) => await tried(() => answerYesOrNo({ ...parts, told: tell, lineOf: (other) => lines.get(other) ?? others.lineTo(other) }, hallId, answer)) ?? busy,
    deliver: () => { void tried(delivery.deliver); },
    round,
    async close() {
      closed = true;
      cancel?.();
      await running;
      await delivery.idle();
      await tried(() => giveLease(db, leaseName, others.hub));
    },
  };
}

/** Everything that halls told any hub lately, brought together. */
async function planRound(parts: PoolParts): Promise<Round> {
  const { db, now, log } = parts;
  const since = now() - poolLimits.staleMs;
  await dropStaleLeftovers(db, since);
  const halls = (await leftoversSince(db, since)).map(({ hallId, body }): PoolHall => ({ hallId, ...keptSchema.parse(JSON.parse(body)) }));
  await endReferrals(db, halls.map(({ hallId }) => hallId), now());
  const known = await knownReferrals(db, now() - triedMs);
  const round = await propose(halls, factsOf(known, await poolPlaces(db), parts), () => setImmediate());
  if (round.optimal) await addReferrals(db, round.proposals.map((one) => referralOf(one, parts)), { now: now(), expiresAt: now() + referralLimits.openMs });
  else log.error('a round of the pool is not the best there is: nobody is referred');
  log.info({ halls: halls.length, people: round.people, places: round.places, pairs: round.pairs, referred: round.proposals.length }, 'pool');
  return round;
}

function factsOf(known: readonly KnownReferral[], places: readonly { readonly hallId: string; readonly jobId: string; readonly places: number }[], { now, km }: PoolParts): PoolFacts {
  const key = (hallId: string, id: string): string => `${hallId} ${id}`;
  const free = new Map(places.map((one) => [key(one.hallId, one.jobId), one.places]));
  const taken = new Set<string>();
  const triedBy = new Map<string, string[]>();
  for (const { workerHall, ticketId, jobHall, jobId, state } of known) {
    const [person, job] = [key(workerHall, ticketId), key(jobHall, jobId)];
    triedBy.set(person, [...triedBy.get(person) ?? [], jobId]);
    if (state === 'open' || state === 'confirmed') taken.add(person);
    if (state === 'open') free.set(job, (free.get(job) ?? 0) - 1);
  }
  return {
    now: now(), km, placesOf: (hallId, jobId) => free.get(key(hallId, jobId)) ?? 0, isTaken: (hallId, ticketId) => taken.has(key(hallId, ticketId)), triedBy: (hallId, ticketId) => triedBy.get(key(hallId, ticketId)) ?? [],
  };
}

function referralOf({ workerHall, person, jobHall, job, fit, km }: Proposal, { nameOf, randomHex }: PoolParts) {
  const away = km === undefined ? {} : { km };
  const forWorker: Offer = { hall: { hallId: jobHall, name: nameOf(jobHall), ...away }, fit, about: { side: 'worker', ticketId: person.ticketId, job: elsewhere(job) } };
  const forJob: Offer = { hall: { hallId: workerHall, name: nameOf(workerHall), ...away }, fit, about: { side: 'job', jobId: job.jobId, number: person.number } };
  return { referralId: randomHex(12), workerHall, ticketId: person.ticketId, jobHall, jobId: job.jobId, forWorker: JSON.stringify(forWorker), forJob: JSON.stringify(forJob) };
}

function elsewhere({ number, terms }: LeftJob): JobElsewhere {
  const { trade, pay, settlement, place, startAt, leaveBy, hoursPerDay, days, meals, transport, validUntil } = terms;
  return { number, trade, pay, settlement, place, startAt, ...(leaveBy === undefined ? {} : { leaveBy }), hoursPerDay, days, meals, transport, validUntil };
}
