/* The city says something to all its halls: a notice hangs on the board, marked as the city's, and goes when the city takes it back; the hall knows the other halls. A hall that was away hears of it when it comes. */
import { expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { cityConfig, hallConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { freePort } from './stage/processes.ts';
import { storyDir } from './stage/stage.ts';

const quiet = pino({ level: 'silent' });

test('§11 F16 a notice of the city on the board of a hall, and the list of halls', async () => {
  const dir = storyDir();
  const config = cityConfig(dir, await freePort());
  const city = await startCity(config, quiet);
  onTestFinished(() => city.close());
  const now = Date.now();
  await city.notices.put({ noticeId: 'heat', text: '本市今天高温，请各零工市场备好饮水', from: now - 1_000, urgent: true });
  const hallFile = hallConfig(dir, 0, city.urls.uplink);
  const hall = await startHall(hallFile, quiet);
  const onBoard = () => boardPicture(hall.db.faces, hallFile.hall, Date.now()).cityNotices;
  await eventually('the notice on the board', () => onBoard().length === 1);
  expect(onBoard()).toEqual([{ text: '本市今天高温，请各零工市场备好饮水', urgent: true }]);
  await eventually('the list of halls', () => hall.db.faces.city.halls().length === config.halls.length);
  expect(hall.db.faces.city.halls().map(({ hallId, name }) => ({ hallId, name })).sort((a, b) => (a.hallId < b.hallId ? -1 : 1))).toEqual(config.halls.map(({ hallId, name }) => ({ hallId, name })).sort((a, b) => (a.hallId < b.hallId ? -1 : 1)));
  const journal = hall.db.journal.head().seq;
  // While the hall is connected it is woken up.
  await city.notices.put({ noticeId: 'later', text: '明天上午全市统一招聘', from: now, until: now + 3_600_000, urgent: false });
  await eventually('the second notice', () => onBoard().length === 2);
  expect(onBoard().map(({ text }) => text)).toEqual(['本市今天高温，请各零工市场备好饮水', '明天上午全市统一招聘']);
  await hall.close();
  // While it is away it misses nothing.
  expect(await city.notices.end('heat')).toBe(true);
  expect(await city.notices.end('heat')).toBe(false);
  const again = await startHall(hallFile, quiet);
  onTestFinished(() => again.close());
  await eventually('the notice gone', () => boardPicture(again.db.faces, hallFile.hall, Date.now()).cityNotices.length === 1);
  expect(again.db.journal.facts(1, journal).length, 'nothing of it is in the journal').toBe(journal);
});
