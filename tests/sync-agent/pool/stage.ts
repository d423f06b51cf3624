/* A hub and halls in one process over real sockets, with clocks that the story turns; the rounds of the pool are asked for instead of waited for. */
import { pino } from 'pino';
import { afterAll, expect, onTestFinished } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { CommandOf, CommandType } from '@kuaizhao/db/domain/command.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startHall, type HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { factOf, kioskActor, morning, staffActor, tempDir } from '../../fixtures/engine.ts';
import { hallSettings, soundTerms } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import { hallConfig } from '../../town/town.ts';
import { eventually } from '../../flows/stage/eventually.ts';

export const keyOf = (hallId: string): string => `a key for tests, hall ${hallId}`;
export const host: Actor = { role: 'console', staffId: 'host-1', staffRole: 'host' };
export const nameOf = (hallId: string): string => `济南市${hallId}零工市场`;

let commands = 0;
/** Made once a file. */
let engine: Promise<TestEngine> | undefined;
afterAll(async () => { await (await engine)?.end(); });

export async function openHall(hallId: string, time: { now: number }, cityUrl: string, changes: Partial<HallSettings> = {}, dir = tempDir()) {
  const config = hallConfig(dir, 0, cityUrl);
  const settings = { ...hallSettings, hallId, name: nameOf(hallId), ...changes };
  const agent: HallAgent = await startHall({ ...config, hall: settings, city: { url: cityUrl, key: keyOf(hallId) } }, pino({ level: 'silent' }), { ...systemClock, now: () => time.now });
  let open = true;
  const close = async (): Promise<void> => { if (open) { open = false; await agent.close(); } };
  onTestFinished(close);
  const ask = <T extends CommandType>(type: T, content: Omit<CommandOf<T>, 'type' | 'commandId'>, actor: Actor = kioskActor): Promise<Answer> =>
    agent.pool.handle({ type, commandId: `command-${hallId}-${++commands}`, ...content }, actor);
  return {
    agent, ask, close, settings, dir,
    /** Somebody with a number who would go to another hall. */
    async seeker(n: number, { willing = true, trades = ['0201'], year = 1980 }: { willing?: boolean; trades?: string[]; year?: number } = {}) {
      const card = person(n, year);
      const ticket = factOf(await ask('registerWorker', { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades }), 'ticketIssued');
      if (willing) await ask('setWishes', { who: { by: 'card', card }, wishes: { otherHalls: true } });
      return { card, ticketId: ticket.ticketId, number: ticket.number };
    },
    async job(terms: Partial<ReturnType<typeof soundTerms>> = {}, n = 900): Promise<string> {
      const card = person(n);
      const known = agent.db.view.employersOf(card.number)[0]?.employerId;
      const employerId = known ?? factOf(await ask('registerHousehold', { card, promiseVersion: '2026-11' }), 'employerRegistered').employerId;
      return factOf(await ask('postJob', { employerId, card, terms: soundTerms(time.now, { headcount: 1, ...terms }) }, staffActor), 'jobPosted').jobId;
    },
    /** Its leftovers are with the hub. */
    tells: () => eventually(`the hub takes the leftovers of ${hallId}`, () => agent.pool.tell()),
    offersTo: (ticketId: string) => agent.db.faces.referrals.ofTicket(ticketId, time.now, 20),
    expects: (jobId: string) => agent.db.faces.referrals.today(jobId, time.now, 20).expected,
    say: (referralId: string, answer: 'yes' | 'no', card: ReturnType<typeof person>) => ask('answerReferral', { referralId, answer, who: { by: 'card', card } }),
  };
}
export type PoolHallStage = Awaited<ReturnType<typeof openHall>>;

export async function openCity(hallIds: readonly string[], over: { km?: Record<string, Record<string, number>>; /** enrolled, but nobody is there */ silent?: readonly string[] } = {}) {
  const place = await (await (engine ??= startEngine('embedded'))).database();
  const time = { now: morning };
  const start = (port = 0) => startCity({
    listen: { host: '127.0.0.1', port }, database: place.database, data: place.data,
    halls: [...hallIds, ...over.silent ?? []].map((hallId) => ({ hallId, name: nameOf(hallId), key: keyOf(hallId), ...(over.km?.[hallId] === undefined ? {} : { km: over.km[hallId] }) })),
  }, pino({ level: 'silent' }), { now: () => time.now, pageFolder: place.data });
  let city = await start();
  const url = city.urls.uplink;
  const halls: Record<string, PoolHallStage> = {};
  onTestFinished(async () => {
    for (const hall of Object.values(halls)) await hall.close();
    await city.close();
    await place.remove();
  });
  for (const hallId of hallIds) halls[hallId] = await openHall(hallId, time, url);
  return {
    time, halls: hallIds.map((hallId) => halls[hallId]!),
    hub: () => city, place,
    stopHub: () => city.close(),
    startHub: async () => { city = await start(Number(new URL(url).port)); },
    /** Every hall says what it has, then one round. Gives how many were referred. */
    round: async (): Promise<number> => {
      time.now += 1_000;
      for (const hall of Object.values(halls)) await hall.tells();
      const round = await city.pool.round();
      expect(round?.optimal).toBe(true);
      return round?.proposals.length ?? -1;
    },
  };
}
