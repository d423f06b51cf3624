/* The city cannot be reached for an hour: nobody in the hall notices, and afterwards the city has everything in order, once. */
import { expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { cityFiguresSchema } from '@kuaizhao/sync-agent/contract/figures.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { seedMorning } from '../town/seed.ts';
import { cityConfig, hallConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { handClock } from './stage/hand-clock.ts';
import { freePort } from './stage/processes.ts';
import { storyDir } from './stage/stage.ts';

const quiet = pino({ level: 'silent' });

test('hub away for an hour: the morning goes on, then it is drained in order', async () => {
  const dir = storyDir();
  const port = await freePort();
  const hand = handClock(Date.now());
  const first = await startCity(cityConfig(dir, port), quiet);
  const hall = await startHall(hallConfig(dir, 0, first.urls.uplink), quiet, hand.clock);
  onTestFinished(() => hall.close());
  await hall.engine.handle({ type: 'takeTicket', commandId: 'command-before', service: 'policy' }, { role: 'agent' });
  await drained(hall, hand);
  await cityKnows(hall, port);
  await first.close();

  await seedMorning(hall.engine, hand.clock.now());
  await hand.pass(3_600_000);
  expect(hall.uplinkState()).not.toBe('caughtUp');
  const counts = hall.db.faces.board.counts(hand.clock.now());
  expect(counts, 'the whole morning went on without the city').toMatchObject({ hires: 1 });
  expect(counts.seekers).toBeGreaterThan(30);
  expect(counts.jobs).toBeGreaterThanOrEqual(8);

  const second = await startCity(cityConfig(dir, port), quiet);
  onTestFinished(() => second.close());
  await drained(hall, hand);
  const after = await cityKnows(hall, port);
  expect(after.halls[0]).toMatchObject({ seq: hall.db.journal.head().seq, counts: { seekers: counts.seekers, waiting: counts.waiting, jobs: counts.jobs, places: counts.places, hires: counts.hires } });
});

type Hall = Awaited<ReturnType<typeof startHall>>;
async function drained(hall: Hall, hand: ReturnType<typeof handClock>): Promise<void> {
  await eventually('the uplink to be caught up', async () => {
    await hand.pass(1_000);
    return hall.uplinkState() === 'caughtUp' && hall.db.uplinkCursor.get().seq === hall.db.journal.head().seq;
  }, 60_000);
}

/** The city's page is drawn a few times a second, so it may be a moment behind its own database. */
const cityKnows = (hall: Hall, port: number) => eventually('the city page to know the last fact', async () => {
  const figures = cityFiguresSchema.parse(await (await fetch(`http://127.0.0.1:${port}/api/figures`)).json());
  return figures.halls[0]?.seq === hall.db.journal.head().seq && figures;
});
