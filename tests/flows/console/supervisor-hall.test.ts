/* A supervisor and the hall itself, in real pages on a real agent: the day closed and opened again, machines before opening, and who may do what. */
import { expect, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../stage/eventually.ts';
import { fromMorning } from '../stage/from-morning.ts';
import { atConsole, atKiosk, openStage, storyDir } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const ownPin = '905173';

test('§5 the day is closed by a supervisor: what was still open is told before and ended, no number comes out, and opened again all of it is there', async () => {
  const town = await openStage({ withCity: false, clock: fromMorning('16:30') });
  const { person: atIt } = await atKiosk(town);
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const consent = { textVersion: '2026-11', purposes: ['registration'] };
  for (const n of [71, 72]) factOf(await clerk.ask({ type: 'registerWorker', card: person(n), consent, trades: ['0201'] }), 'ticketIssued');
  factOf(await clerk.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
  const faces = await openFaces(town);
  const page = await faces.console('supervisor-1', 'day', 'console-lead');
  await page.getByText('正在营业').waitFor();
  expect(await page.locator('.averages.four dd').allInnerTexts()).toEqual(['2', '1', '0', '0']);

  await page.getByRole('button', { name: '收市', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('还在等的 3 个号都会销号').waitFor();
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await page.getByText('已经收市').waitFor();
  expect(await page.locator('.averages.four dd').allInnerTexts()).toEqual(['0', '0', '0', '0']);
  expect(await clerk.ask({ type: 'takeTicket', service: 'policy' })).toMatchObject({ ok: false, refusal: { code: 'dayClosed' } });
  // Somebody who comes to the kiosk now is told so, and holds no number.
  atIt.touch({ type: 'wantService' });
  await atIt.sees('services');
  atIt.touch({ type: 'service', code: 'policy' });
  expect(await atIt.sees('shut')).toMatchObject({ kind: 'closed' });

  await page.getByRole('button', { name: '重新开市' }).click();
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await page.getByText('正在营业').waitFor();
  await expect.poll(() => page.locator('.averages.four dd').allInnerTexts()).toEqual(['2', '1', '0', '0']);
  expect(faces.troubles).toEqual([]);
});

test('F33 §6 before opening: a roll that ran out keeps the hall from being ready and stands in the week’s troubles; mended it is ready, and the check is printed', async () => {
  const town = await openStage({ withCity: false });
  const { printer, papers } = await atKiosk(town);
  const faces = await openFaces(town);
  printer.set({ paperOut: true });
  const page = await faces.console('supervisor-1', 'devices', 'console-lead');
  const again = page.getByRole('button', { name: '重新检查' });
  const paper = page.locator('tbody tr', { hasText: 'kiosk-1' }).filter({ hasText: '打印纸' });
  const troubles = page.locator('tbody').last();
  await eventually('the roll is told as what hinders opening', async () => { await again.click(); return (await page.locator('.verdict.bad').count()) === 1 && (await paper.innerText()).includes('要处理'); });
  printer.set({ paperOut: false });
  await eventually('the roll is in, and its trouble is over in the list of the week', async () => { await again.click(); return (await paper.innerText()).includes('正常') && (await troubles.innerText()).includes('没纸') && !(await troubles.innerText()).includes('还没好'); });
  await page.getByRole('button', { name: '打印检查单' }).click();
  await eventually('the check on paper', () => papers().find((one) => one.includes('kiosk-1')));
  expect(faces.troubles).toEqual([]);
});

test('F33 a clerk whose account was made by an admin a moment ago sets a PIN, finds the pages of a clerk alone, and is refused what no page offers', async () => {
  const town = await openStage({ dir: storyDir(), kiosks: 0, withCity: false });
  const faces = await openFaces(town);
  const lead = await faces.console('admin-1', 'accounts', 'console-lead');
  await lead.getByRole('button', { name: '开通账号' }).click();
  await lead.getByRole('textbox', { name: '姓名' }).fill('新来的窗口');
  await lead.getByRole('textbox', { name: '编号' }).fill('clerk-2');
  const given = await lead.locator('.one-time b').innerText();
  await lead.locator('.ant-modal-footer .ant-btn-primary').click();
  await lead.locator('tbody tr', { hasText: '新来的窗口' }).getByText('等本人设密码').waitFor();

  const first = await faces.signIn('新来的窗口', given, 'console-new');
  await first.getByText('新来的窗口，请设自己的密码').waitFor();
  expect(await first.locator('.shell').count()).toBe(0);
  for (const _ of ['once', 'and again']) { await first.keyboard.type(ownPin); await first.keyboard.press('Enter'); }
  await first.locator('.call-next').waitFor();
  await first.close();

  // The address of a page that is not theirs leads to their own home.
  const page = await faces.signIn('新来的窗口', ownPin, 'console-new', 'accounts');
  await page.locator('.call-next').waitFor();
  const pagesOf = async (at: typeof page, group: string): Promise<string[]> => { await at.locator('.rail').getByRole('button', { name: group }).click(); return at.locator('.page-tabs button').allInnerTexts(); };
  expect(await pagesOf(page, '管理')).not.toContain('人员账号');
  expect(await pagesOf(lead, '管理')).toContain('人员账号');
  expect(await page.locator('.rail').getByRole('button', { name: '大屏' }).count()).toBe(0);

  const clerk = await atConsole(town.hall.urls.agent, 'clerk-2', ownPin);
  for (const command of [{ type: 'closeDay' }, { type: 'putNotice', text: '停水' }, { type: 'endFair', fairId: 'x' }]) expect(await clerk.ask(command)).toMatchObject({ ok: false, refusal: { code: 'notYourRole' } });
  for (const [name, asked] of [['shifts', { day: '2026-11-21' }], ['evidence', { figure: 'hires', from: '2026-11-21', to: '2026-11-21', slice: 'all', key: '', limit: 5 }], ['exportRecords', { what: 'seekers', format: 'csv', from: '2026-11-21', to: '2026-11-21' }]] as const) expect([name, await clerk.question(name, asked)]).toMatchObject([name, { ok: false }]);
  expect(faces.troubles).toEqual([]);
});
