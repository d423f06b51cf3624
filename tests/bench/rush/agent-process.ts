/* The hall agent as in life, but for its calendar: the rush tells it what time it is, so that limits of minutes and an evening fall into a replay. */
import { pino } from 'pino';
import { readHallConfig } from '@kuaizhao/sync-agent/hall/config.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { dayBegins } from './morning.ts';

let now: number = dayBegins;
process.on('message', (told) => { if (typeof told === 'number') now = told; });
const hall = await startHall(readHallConfig(process.argv[3] ?? ''), pino({ level: 'error' }, pino.destination(2)), { ...systemClock, now: () => now });
process.on('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify({ matching: hall.db.matching.reading() })}\n`);
  void hall.close().then(() => process.exit(0));
});
process.stdout.write(`${JSON.stringify({ ready: true, urls: hall.urls })}\n`);
