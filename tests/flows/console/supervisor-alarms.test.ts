/* Alarms as a supervisor meets them, in a real page on a real agent whose clock the test turns: heard on whatever page is open, read whole one press away, gone when it is over. */
import { expect, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { fromMorning } from '../stage/from-morning.ts';
import { handClock } from '../stage/hand-clock.ts';
import { atConsole, openStage } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const minute = 60_000;

test('F25 what is past its threshold is heard on every page of a supervisor, not of a clerk, and is gone when it is over', async () => {
  const time = handClock(fromMorning('05:00').now());
  // Forty minutes pass in which nobody touches a desk.
  const town = await openStage({ kiosks: 0, withCity: false, clock: time.clock, idleLockMinutes: 60 });
  const faces = await openFaces(town);
  const lead = await faces.console('supervisor-1', 'ledger', 'console-lead');
  const desk = await faces.console('clerk-1', 'window', 'console-desk');
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  factOf(await clerk.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
  // As shipped: forty minutes of waiting are too many.
  await time.pass(39 * minute);
  expect(await lead.locator('.alarm-line').count()).toBe(0);
  await time.pass(2 * minute);
  const line = lead.locator('.alarm-line');
  await line.getByText(/政策咨询 最久等了 4[01]分钟/).waitFor();
  expect(await desk.locator('.alarm-line').count()).toBe(0);

  await line.click();
  await lead.locator('.alarm-list [data-alarm=wait]').waitFor();
  factOf(await clerk.ask({ type: 'callNext', windowId: 'w2' }), 'ticketCalled');
  await time.pass(1_000);
  await lead.locator('.alarm-list [data-alarm=wait]').waitFor({ state: 'detached' });
  // Nobody hangs a board in this hall: three seconds later the call is cried out, here as at every desk.
  await time.pass(4_000);
  await lead.locator('.alarm-list [data-alarm=unheard]').waitFor();
  expect(faces.troubles).toEqual([]);
});
