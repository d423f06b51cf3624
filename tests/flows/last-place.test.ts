/* Two kiosks, two workers, two tables, and one place. */
import { expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { factsOf, refusalOf } from '../fixtures/engine.ts';
import { eventually } from './stage/eventually.ts';
import { atBoard, atConsole, atKiosk, openStage } from './stage/stage.ts';

test('both tap at the same moment at two kiosks and are called for the last place: one is hired, the other is told and keeps the place in the queue', async () => {
  const town = await openStage({ kiosks: 2, withCity: false });
  const [first, second] = [await atKiosk(town, 0), await atKiosk(town, 1)];
  await first.person.post(syntheticCard('刘老板', 'male', '19700101', 201), '0201', 1, Date.now());
  await first.person.leave();
  const numbers = await Promise.all([
    first.person.register(syntheticCard('张建国', 'male', '19780412', 101), '0201'),
    second.person.register(syntheticCard('李秀英', 'female', '19810903', 102), '0201'),
  ]);
  expect(numbers.sort()).toEqual(['A001', 'A002']);

  const board = atBoard(town.hall.urls.agent);
  const job = await board.sees('the job', (state) => state.jobs[0]);
  const [host, otherHost] = [await atConsole(town.hall.urls.agent), await atConsole(town.hall.urls.agent, 'clerk-1')];
  const calls = factsOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId: job.jobId, count: 3 })).filter((fact) => fact.type === 'ticketCalled');
  expect(calls.map((call) => call.number)).toEqual(['A001', 'A002']);

  const agree = { type: 'confirmHire', agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' };
  const answers = await Promise.all([host.ask({ ...agree, callId: calls[0]!.callId }), otherHost.ask({ ...agree, callId: calls[1]!.callId })]);
  expect(answers.map(refusalOf).sort()).toEqual(['jobFull jobId', 'none']);

  await board.sees('one hire and one waiting', ({ counts, jobs }) => counts.hires === 1 && counts.waiting === 1 && counts.placesLeft === 0 && jobs.every(({ filledAt }) => filledAt !== undefined));
  await eventually('one hire slip', () => first.papers().concat(second.papers()).filter((paper) => paper.includes('H001')).length === 1);
  expect(first.papers().concat(second.papers()).filter((paper) => paper.includes('H002'))).toEqual([]);
});
