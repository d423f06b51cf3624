/* The morning through real processes: hub, agent and kiosk by their commands, a card reader on a tty, a printer on TCP, kiosk and board in a real browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { cityFiguresSchema } from '@kuaizhao/sync-agent/contract/figures.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { factOf } from '../fixtures/engine.ts';
import { soundTerms } from '../fixtures/hall.ts';
import { creditCode } from '../fixtures/people.ts';
import { launchBrowser } from '../pictures/browser.ts';
import { cityConfig, hallConfig, kioskConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { start, type Running } from './stage/processes.ts';
import { atConsole, storyDir } from './stage/stage.ts';
import { openWiredDevices } from './stage/wired-devices.ts';

async function startAll(dir: string) {
  const file = (name: string, config: object): string[] => {
    const path = join(dir, `${name}.json`);
    writeFileSync(path, JSON.stringify(config));
    return ['--config', path];
  };
  const city = await start('city', file('city', cityConfig(dir)));
  const hall = await start('hall', file('hall', hallConfig(dir, 0, city.urls['uplink'])));
  const { reader, links, papers } = await openWiredDevices();
  const kiosk = await start('kiosk', [...file('kiosk', { ...kioskConfig(dir, hall.urls['agent'] ?? ''), ...links }), '--browser']);
  return { city, hall, kiosk, reader, papers };
}

async function openPage(browser: Awaited<ReturnType<typeof launchBrowser>>, url: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return page;
}
const touch = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('card on a tty → number on the screen and on paper over TCP → call on the board → hire slip → city; then all end by SIGTERM with nothing lost', async () => {
  const dir = storyDir();
  const { city, hall, kiosk, reader, papers } = await startAll(dir);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const screen = await openPage(browser, kiosk.urls['kiosk'] ?? '', 1080, 1920);
  const board = await openPage(browser, hall.urls['board'] ?? '', 1920, 1080);

  await screen.getByText('找活').first().waitFor();
  reader.place(syntheticCard('张建国', 'male', '19780412', 101));
  await touch(screen, /^同意/);
  await touch(screen, /跳过/);
  await touch(screen, /搬运工/);
  await touch(screen, /取号/);
  await screen.getByText('A001').first().waitFor();
  await eventually('the ticket on paper', () => papers().find((paper) => paper.includes('A001')));
  reader.lift();

  const host = await atConsole(hall.urls['agent'] ?? '');
  const employer = factOf(await host.ask({ type: 'registerEmployer', kind: 'enterprise', name: '济南样例搬家有限公司', creditCode: creditCode(1), representatives: [] }), 'employerRegistered');
  const job = factOf(await host.ask({ type: 'postJob', employerId: employer.employerId, terms: soundTerms(Date.now(), { headcount: 1 }), printer: { printer: 'printer-1', ready: false } }), 'jobPosted');
  await eventually('the job slip', () => papers().find((paper) => paper.includes('J001')));
  await board.getByText('搬运工').first().waitFor();
  const called = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId: job.jobId, count: 1 }), 'ticketCalled');
  await board.getByText('A001').first().waitFor();
  expect(await board.content()).not.toContain('张建国');
  await host.sees('a board that shows the call', (floor) => floor.unheard.length === 0 && floor.devices.some((device) => device.role === 'board' && device.connected));
  await host.ask({ type: 'confirmHire', callId: called.callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' });
  await eventually('the hire slip', () => papers().find((paper) => paper.includes('H001') && paper.includes('张建国')));

  await eventually('the city to have the hire', async () => {
    const figures = cityFiguresSchema.parse(await (await fetch(`${city.urls['city'] ?? ''}/api/figures`)).json());
    return figures.totals.hires === 1 && figures.totals.seekers === 1;
  });
  await endAll(dir, { kiosk, hall, city });
});

/** Each ends by itself within its five seconds, and what was answered is in the journal. */
async function endAll(dir: string, running: Record<'kiosk' | 'hall' | 'city', Running>): Promise<void> {
  for (const name of ['kiosk', 'hall', 'city'] as const) {
    const { code, tookMs } = await running[name].stop();
    expect([name, code, tookMs < 5_000]).toEqual([name, 0, true]);
    const lines = running[name].log().split('\n').filter((line) => line !== '');
    for (const line of lines) expect(() => { JSON.parse(line); }).not.toThrow();
    expect(running[name].log()).not.toMatch(/张建国|999999\d{8}|济南样例/);
  }
  const db = openHallDb(join(dir, 'hall'), 'f'.repeat(16));
  const kinds = db.journal.read(1, 1_000).map((row) => row.kind);
  db.close();
  expect(kinds.filter((kind) => kind === 'hireConfirmed' || kind === 'ticketIssued' || kind === 'jobPosted')).toEqual(['ticketIssued', 'jobPosted', 'hireConfirmed']);
  expect(kinds.filter((kind) => kind === 'printQueued')).toHaveLength(kinds.filter((kind) => kind === 'printFinished').length);
}
