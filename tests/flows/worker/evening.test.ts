/* A worker's evening and own data at the real page, with the real agent behind it: not paid, and everything erased. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { holdMs } from '@kuaizhao/kiosk/kit/hold-button.tsx';
import { startKiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { factOf } from '../../fixtures/engine.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { kioskConfig } from '../../town/town.ts';
import { eventually } from '../stage/eventually.ts';
import { atConsole, atKiosk, storyDir } from '../stage/stage.ts';
import { atScreen, dawn, openHall } from './at-screen.ts';

const zhang = syntheticCard('张建国', 'male', '19780412', 101);
const boss = syntheticCard('刘老板', 'male', '19700101', 201);
const hour = 3_600_000;

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(() => browser.close());

test('F19 F20 in the evening the same card says: arrived, done, not paid; a rights ticket with the slip attached comes out', async () => {
  const { town, pass } = await openHall();
  const { person } = await atKiosk(town, 1);
  await person.register(zhang, '0201');
  await person.leave();
  await person.post(boss, '0201', 1, dawn);
  await person.leave();
  const host = await atConsole(town.hall.urls.agent);
  const job = await host.sees('the job', (floor) => floor.jobs.find((one) => one.number === 'J001'));
  const { callId } = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId: job.jobId, count: 1 }), 'ticketCalled');
  factOf(await host.ask({ type: 'confirmHire', callId, agreedPay: { amountFen: 22_000, unit: 'day' }, settlement: 'atOnce' }), 'hireConfirmed');

  // Eight in the evening: kiosk 1 is switched on again and learns the time from the hall.
  pass(15 * hour);
  await town.kiosks[0]?.close();
  const kiosk = await startKiosk({ ...kioskConfig(storyDir(), town.hall.urls.agent, 1), listen: { host: '127.0.0.1', port: 0 } });
  onTestFinished(() => kiosk.close());
  const worker = await atScreen(browser, kiosk);
  await eventually('the kiosk to be ready', () => { const face = kiosk.doorkeeper.face(); return face !== undefined && face.agentUp && face.readerReady && face.printer === 'ready'; });
  worker.lay(zhang);
  await worker.sees('eveningHire');
  await worker.reads('您到岗了吗？');
  await worker.press('到了');
  await worker.reads('活干完了吗？');
  await worker.press('干完了');
  await worker.reads('工钱给够了吗？');
  await worker.press('没给够');
  await worker.sees('notPaid');
  await worker.reads('别着急，我们帮您要');
  await worker.press('登记，帮我要');
  await worker.sees('rights');
  await worker.reads('E001');
  expect(await worker.shown()).toEqual(['eveningHire', 'notPaid', 'rights']);

  const dispute = town.hall.db.journal.facts(1, town.hall.db.journal.head().seq).find((fact) => fact.type === 'disputeOpened');
  expect(dispute).toMatchObject({ kind: 'wageArrears', evidence: [{ kind: 'hireSlip' }] });
  const texts = await eventually('two papers', () => {
    const out = (kiosk.simulators.printer?.papers() ?? []).map((paper) => paperText(paper));
    return out.length === 2 ? out : undefined;
  });
  expect(texts.filter((text) => text.includes('E001'))).not.toEqual([]);
  expect(texts.filter((text) => text.includes('H001') && text.includes('220'))).toHaveLength(1);
  await worker.leave();
});

test('§4 erase: said twice, held down, a receipt; nothing of the person stays at the kiosk, and the hall does not know the card', async () => {
  const { town } = await openHall();
  const { person } = await atKiosk(town, 1);
  await person.register(zhang, '0201');
  await person.leave();
  const worker = await atScreen(browser, town.kiosks[0]);
  worker.lay(zhang);
  await worker.sees('number');
  await worker.press('更多', '我的信息', '看看记了什么');
  await worker.sees('copy');
  await worker.reads('张建国');
  await worker.press('返回', '我的信息', '全部删掉', '我要删掉');
  await worker.sees('eraseSure');
  // A press is not enough.
  await worker.press('按住 3 秒，删掉');
  await worker.sees('eraseSure');
  await worker.hold('按住 3 秒，删掉', holdMs);
  await worker.sees('told');
  await worker.reads('您的信息删掉了');
  const erased = town.hall.db.journal.facts(1, town.hall.db.journal.head().seq).find((fact) => fact.type === 'workerErased');
  expect(erased).toBeDefined();
  if (erased?.type === 'workerErased') await worker.reads(erased.receipt);
  await worker.leave();
  expect(await worker.held()).not.toMatch(/张建国|999999/);
  worker.lay(zhang);
  await worker.sees('consent');
  await worker.leave();
});
