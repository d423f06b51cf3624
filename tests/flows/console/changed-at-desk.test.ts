/*
 * A boss comes to the window with the slip: other hours, one more place, then nobody more. The clerk does it at the console of a real agent; the board, the voice's call, the kiosk and the
 * slip follow the one command, and whoever was on the way is called again.
 */
import { expect, test } from 'vitest';
import type { JobChanged } from '@kuaizhao/db/domain/jobs/facts.ts';
import { factOf, factsOf, refusalOf } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import { atBoard, atConsole, atKiosk, openStage } from '../stage/stage.ts';
import { eventually } from '../stage/eventually.ts';

test('F1 F3 a posting changed and closed at the desk: board, kiosk, slip and the people who were called see it', async () => {
  const town = await openStage({ withCity: false });
  const { papers } = await atKiosk(town);
  const url = town.hall.urls.agent;
  const [clerk, host, board] = [await atConsole(url, 'clerk-1'), await atConsole(url, 'host-1'), atBoard(url)];
  factOf(await clerk.ask({ type: 'registerWorker', card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  const { employerId } = factOf(await clerk.ask({ type: 'registerHousehold', card: person(900, 1970), promiseVersion: '2026-11' }), 'employerRegistered');
  const terms = soundTerms(Date.now(), { headcount: 2 });
  const { jobId, number } = factOf(await clerk.ask({ type: 'postJob', employerId, terms }), 'jobPosted');
  const shown = { kind: 'slip', number };
  const call = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId, count: 1 }), 'ticketCalled');
  const before = papers().length;

  // Whoever does not show the slip changes nothing.
  expect(refusalOf(await clerk.ask({ type: 'changeJob', jobId, change: { headcount: 3 } }))).toBe('employerNotShown shown');
  const leaveBy = terms.startAt - 600_000;
  const facts = factsOf(await clerk.ask({ type: 'changeJob', jobId, shown, seen: 0, change: { headcount: 3, hoursPerDay: 6, leaveBy }, printer: { printer: 'printer-1', ready: false } }));
  expect(facts.find((fact): fact is JobChanged => fact.type === 'jobChanged')).toMatchObject({ by: 'clerk-1', askedFor: { employerId, showed: 'slip' }, changed: ['headcount', 'leaveBy', 'hoursPerDay'] });
  await board.sees('the new terms', (state) => state.jobs.some((job) => job.jobId === jobId && job.headcount === 3 && job.leaveBy === leaveBy));
  await board.sees('the call once more', (state) => state.calls.some((one) => one.callId === call.callId && one.times === 2));
  const mine = await clerk.question('myJobs', { card: person(900, 1970), limit: 5 });
  expect(mine).toMatchObject({ ok: true, value: { jobs: [{ jobId, terms: { headcount: 3, hoursPerDay: 6, leaveBy }, placesLeft: 3 }] } });
  await eventually('the new slip', () => papers().slice(before).find((paper) => paper.includes(number)));

  // Another desk that still reads the old one is told so.
  expect(refusalOf(await host.ask({ type: 'changeJob', jobId, shown, seen: 0, change: { headcount: 4 } }))).toBe('jobChangedMeanwhile seen');
  factOf(await clerk.ask({ type: 'closeJob', jobId, shown, reason: 'foundElsewhere' }), 'jobClosed');
  await board.sees('the posting gone', (state) => state.jobs.every((job) => job.jobId !== jobId));
  expect(refusalOf(await host.ask({ type: 'closeJob', jobId, shown, reason: 'enough' }))).toBe('jobNotOpen jobId');
});
