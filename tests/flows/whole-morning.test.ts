/* The whole morning in one process, on simulated devices that speak real bytes. */
import { expect, test } from 'vitest';
import { isAboutPeople } from '@kuaizhao/db/domain/people/fact.ts';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { cityFiguresSchema } from '@kuaizhao/sync-agent/contract/figures.ts';
import { factOf, refusalOf } from '../fixtures/engine.ts';
import { eventually } from './stage/eventually.ts';
import { atBoard, atConsole, atKiosk, openStage } from './stage/stage.ts';

const zhang = syntheticCard('张建国', 'male', '19780412', 101);
const boss = syntheticCard('刘老板', 'male', '19700101', 201);

test('a card arrives, a worker gets a number, a boss posts, the board shows and calls, both agree, the slip prints, the city has all of it', async () => {
  const town = await openStage();
  const { person, reader, papers } = await atKiosk(town);
  const board = atBoard(town.hall.urls.agent);

  // 张建国 comes for the first time: card, consent, no phone, one trade, number, paper.
  expect(await person.register(zhang, '0201')).toBe('A001');
  await person.sees('number', (screen) => screen.paper.kind === 'printed');
  expect(papers()).toHaveLength(1);
  expect(papers()[0]).toContain('A001');
  expect(papers()[0]).not.toContain(zhang.name);
  await person.leave();

  // He taps once more: the same number, no second paper.
  reader.place(zhang);
  expect((await person.sees('number')).number).toBe('A001');
  expect(papers()).toHaveLength(1);
  await person.leave();

  // A boss posts a job for one mover, and his job slip prints.
  expect(await person.post(boss, '0201', 1, Date.now())).toBe('J001');
  await person.sees('posted', (screen) => screen.paper.kind === 'printed');
  expect(papers()[1]).toContain('J001');
  expect(papers()[1]).toContain('历城区');
  await person.leave();

  // The board shows the job, then the call, and never a name.
  const job = await board.sees('the job on the board', (state) => state.jobs.find((one) => one.number === 'J001'));
  expect(job).toMatchObject({ trade: '0201', headcount: 1, placesLeft: 1, workPlace: '历城区', bay: '3号位', plate: '鲁A12345' });
  const host = await atConsole(town.hall.urls.agent);
  const called = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId: job.jobId, count: 2 }), 'ticketCalled');
  const call = await board.sees('the call on the board', (state) => state.calls.find((one) => one.open));
  expect(call).toMatchObject({ callId: called.callId, number: 'A001', toLabel: '1号桌', jobNumber: 'J001', times: 1 });

  // At the table both agree; without agreed pay there is no hire.
  expect(refusalOf(await host.ask({ type: 'confirmHire', callId: called.callId, settlement: 'atOnce' }))).toBe('payNotAgreed agreedPay');
  const hire = factOf(await host.ask({ type: 'confirmHire', callId: called.callId, agreedPay: { amountFen: 22_000, unit: 'day' }, settlement: 'atOnce' }), 'hireConfirmed');
  expect(hire).toMatchObject({ number: 'H001', placesLeft: 0 });
  await eventually('the hire slip', () => papers().length === 3);
  for (const word of ['H001', 'J001', 'A001', zhang.name, boss.name, '220']) expect(papers()[2]).toContain(word);
  await board.sees('the job shown as full', (state) => state.jobs.every(({ placesLeft, filledAt }) => placesLeft === 0 && filledAt !== undefined) && state.counts.hires === 1);
  await host.sees('no paper in trouble', (floor) => floor.papers.length === 0);
  expect(JSON.stringify([board.state, host.floor])).not.toMatch(/张建国|刘老板|999999/);

  // The city has it all.
  const figures = await eventually('the city to have it all', async () => {
    const now = cityFiguresSchema.parse(await (await fetch(`${town.city!.urls.city}/api/figures`)).json());
    return now.totals.hires === 1 ? now : undefined;
  });
  expect(figures.halls[0]).toMatchObject({ state: 'online', counts: { seekers: 1, waiting: 0, jobs: 1, places: 1, placesLeft: 0, hires: 1 } });
  // The last fact (the slip was printed) may follow the figures by a moment.
  await eventually('the city to be caught up', () => town.hall.uplinkState() === 'caughtUp');
});

test('a window calls, calls again, marks a no-show; the number comes from the kiosk without any card', async () => {
  const town = await openStage({ withCity: false });
  const { person, papers } = await atKiosk(town);
  person.touch({ type: 'wantService' });
  await person.sees('services');
  person.touch({ type: 'service', code: 'policy' });
  expect(await person.sees('number')).toMatchObject({ number: 'F001', serviceLabel: '政策咨询' });
  await person.sees('number', (screen) => screen.paper.kind === 'printed');
  expect(papers()[0]).toContain('政策咨询');

  const board = atBoard(town.hall.urls.agent);
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const { callId } = factOf(await clerk.ask({ type: 'callNext', windowId: 'w2' }), 'ticketCalled');
  await clerk.ask({ type: 'recall', callId });
  await board.sees('the second call', (state) => state.calls[0]?.number === 'F001' && state.calls[0].times === 2);
  await clerk.ask({ type: 'markNoShow', callId });
  await board.sees('the call over', (state) => state.calls[0]?.open === false);
  // Whoever turns up within ten minutes is called at once.
  expect(factOf(await clerk.ask({ type: 'recall', callId }), 'ticketCalled')).toMatchObject({ number: 'F001', why: 'recalled' });
});

test('under sixteen ends at once, and nothing of the child is kept', async () => {
  const town = await openStage({ withCity: false });
  const { person, reader } = await atKiosk(town);
  const before = town.hall.db.journal.head().seq;
  reader.place(syntheticCard('周小童', 'male', '20140301', 301));
  await person.sees('minor');
  await person.leave();
  expect(town.hall.db.journal.facts(before + 1, town.hall.db.journal.head().seq).filter(isAboutPeople)).toEqual([]);
});
