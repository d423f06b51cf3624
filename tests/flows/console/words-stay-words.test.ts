/*
 * Issue 6: what people write arrives as plain text on board, console, paper and CSV. A company with a name that is a picture for browsers, a posting that is a formula, a script and an
 * SQL command, a complaint and an opinion of the same kind: the real agent, real pages, a printer that speaks bytes, and the file of the ledger.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { eventually } from '../stage/eventually.ts';
import { atBoard, atConsole, atKiosk, openStage, storyDir } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const said = {
  employer: '<img src=x onerror=window.hit=1>公司', place: '<script>window.hit=1</script>', title: '=HYPERLINK("http://x","好活")', remark: `"><svg onload=window.hit=1> '; DROP TABLE worker;-- {{7*7}} 😀👍🏽䶮`, conditions: '@SUM(1+1) ${7*7} $(reboot)',
  worker: '<b>样例</b>', statement: '<iframe src="javascript:window.hit=1"></iframe>没给钱', opinion: '=1+1</p><img src=x onerror=window.hit=1>',
};

/** Whether anything of what was written has become more than text in this page. */
const becameMore = (page: Page): Promise<unknown> => page.evaluate(() => [
  (window as unknown as { hit?: number }).hit ?? 0, document.querySelectorAll('img[src="x"], iframe, svg[onload], [onerror], b:not([class]):is(.written b)').length,
  Array.from(document.querySelectorAll('script')).filter((script) => script.textContent !== '').length,
]);
const nothing = [0, 0, 0];

test('injection strings in the fields of people: plain text on board, console and paper, harmless in CSV, and every table where it was', async () => {
  const dir = storyDir();
  const town = await openStage({ dir, withCity: false });
  const { papers } = await atKiosk(town);
  const [clerk, admin] = [await atConsole(town.hall.urls.agent, 'clerk-1'), await atConsole(town.hall.urls.agent, 'admin-1')];
  const printer = { printer: 'printer-1', ready: false };
  const { employerId } = factOf(await clerk.ask({ type: 'registerEmployer', kind: 'enterprise', name: said.employer, creditCode: creditCode(7), representatives: [] }), 'employerRegistered');
  const { sex, birth, number } = person(11);
  factOf(await clerk.ask({ type: 'registerWitnessed', name: said.worker, sex, born: { known: 'day', birth }, number, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'workerRegistered');
  const job = factOf(await clerk.ask({ type: 'postJob', employerId, terms: soundTerms(Date.now(), { place: said.place, title: said.title, remark: said.remark, conditions: { text: said.conditions } }) }), 'jobPosted');
  expect(job.state).toBe('inReview');
  factOf(await clerk.ask({ type: 'openDispute', kind: 'wageArrears', employerId, evidence: [], statement: said.statement, printer }), 'disputeOpened');
  factOf(await clerk.ask({ type: 'giveOpinion', stars: 1, reasons: ['payTrouble'], text: said.opinion }), 'opinionGiven');

  const faces = await openFaces(town);
  const desk = await faces.console('admin-1', 'review', 'console-words');
  for (const text of [said.employer, said.title, said.place, said.remark, said.conditions]) await desk.locator('.sheet').getByText(text, { exact: false }).first().waitFor();
  expect(await becameMore(desk)).toEqual(nothing);
  factOf(await clerk.ask({ type: 'reviewJob', jobId: job.jobId, outcome: 'approve', reason: 'fine', printer }), 'jobReviewed');
  const board = atBoard(town.hall.urls.agent);
  await board.sees('the place as it was written', (state) => state.jobs.find((one) => one.number === job.number && one.workPlace === said.place));

  for (const [page, texts] of [['disputes', [said.employer]], ['opinions', [said.opinion]], ['employers', [said.employer]]] as const) {
    await desk.goto('about:blank');
    const seen = await faces.console('admin-1', page, `console-${page}`);
    if (page === 'employers') await seen.getByText('全部', { exact: true }).click();
    if (page === 'disputes') { await seen.locator('.pick-list li').first().click(); await seen.getByText(said.statement).waitFor(); }
    for (const text of texts) await seen.getByText(text, { exact: false }).first().waitFor();
    expect([page, await becameMore(seen)]).toEqual([page, nothing]);
  }
  const wall = await faces.board('board-1');
  await wall.getByText(said.place, { exact: false }).first().waitFor();
  expect(await becameMore(wall)).toEqual(nothing);
  expect(faces.troubles).toEqual([]);

  // On paper: the slip and the copy of the dispute, each one sheet, with the words in them. A line of paper may be shorter than what was written.
  const slip = await eventually('the job slip', () => papers().find((paper) => paper.includes(`[QR KZ:J:${job.number}]`)));
  expect(slip.replaceAll(/\s/g, '')).toContain(said.place.replaceAll(/\s/g, ''));
  await eventually('the copy of the dispute', () => (papers().length === 2 ? true : undefined));

  // In the file of the ledger: one line a row, and no cell that a spreadsheet would run.
  expect(await admin.question('exportRecords', { what: 'jobs', format: 'csv', from: job.businessDay, to: job.businessDay })).toMatchObject({ ok: true });
  const folder = join(dir, 'hall', 'exports');
  const lines = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8').split('\r\n').slice(0, -1);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(said.place);
  expect(lines.join(',').split(',').filter((cell) => /^"?\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);

  // Nobody is gone from the tables.
  factOf(await admin.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
  expect(town.hall.db.view.workerByNumber(number)).toBeDefined();
});
