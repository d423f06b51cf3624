/* The page 设备 of a console against a real agent: a television is let in, a kiosk is enrolled by code and signs, both are seen, one is sent away. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { enrol } from '@kuaizhao/kiosk/host/agent/enrol.ts';
import { systemClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { demoPin } from '../../town/town.ts';
import { sampleRelease } from '../../fixtures/releases/releases.ts';
import { arrived, byAgent, connect, enrolled, openLanHall } from '../../sync-agent/hall/trust/lan-hall.ts';
import { asks, openUpdatingHall, toldClock } from '../../sync-agent/hall/updates/hall-with-updates.ts';
import { trustingBrowser } from './trusting-browser.ts';

async function deskOf(one: Awaited<ReturnType<typeof openLanHall>>, staffName: string) {
  const browser = await trustingBrowser(one.trust.authority.pem);
  const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 900 } })).newPage();
  await page.goto(`${one.url}/console/#devices`);
  const signs = await page.locator('.signs').textContent();
  const fingerprint = one.trust.pairing.waiting().find((waits) => waits.signs === signs)?.fingerprint;
  await byAgent(one.hall, 'enrolDevice', { deviceId: 'console-1', role: 'console', name: '主管台', fingerprint, proof: 'session' });
  await page.getByText(staffName).click();
  await page.keyboard.type(demoPin);
  await page.keyboard.press('Enter');
  await page.locator('.shell').waitFor();
  return { browser, page };
}
const row = (page: Page, name: string) => page.locator('tr', { hasText: name });

test('a supervisor lets a television in by its signs, under the name of its place, and refuses another one', async () => {
  const one = await openLanHall();
  const { browser, page } = await deskOf(one, '值班主管');
  const television = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await television.goto(`${one.url}/board/`);
  const signs = (await television.locator('.signs').textContent()) ?? '';
  await page.getByText(signs).waitFor();
  await page.getByRole('button', { name: '不放行', exact: true }).click();
  await television.getByText('没有放行').waitFor();
  await television.keyboard.press('Enter');
  await television.locator('.signs').waitFor();
  const second = (await television.locator('.signs').textContent()) ?? '';
  await page.getByText(second).waitFor();
  await page.getByRole('button', { name: '放行', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(second).waitFor();
  await dialog.getByLabel('名称').fill('门口大屏');
  await page.keyboard.press('Enter');
  await television.locator('.board').waitFor();
  await row(page, '门口大屏').getByText('在线').waitFor();
  expect(one.hall.db.view.enrolledDevice('board-1')).toMatchObject({ name: '门口大屏', role: 'board', proof: 'session' });
  await row(page, '门口大屏').getByRole('button', { name: '停用' }).click();
  await dialog.getByLabel('换了新的').check();
  await dialog.getByRole('button', { name: '停用' }).click();
  await television.getByText('管理员已停用这台设备').waitFor();
  expect(one.hall.db.journal.read(1, 999).filter(({ kind }) => kind === 'deviceRevoked').map(({ body }) => JSON.parse(body) as unknown)).toEqual([expect.objectContaining({ deviceId: 'board-1', reason: 'replaced', by: 'supervisor-1' })]);
});

test('a kiosk is enrolled from the console: code, countdown, the same signs on both, yes; with a no it stays out', async () => {
  const one = await openLanHall();
  const { page } = await deskOf(one, '值班主管');
  const dialog = page.getByRole('dialog');
  const open = async (name: string): Promise<string> => {
    await page.getByRole('button', { name: '登记自助机' }).click();
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByRole('button', { name: '取登记码' }).click();
    await dialog.getByText(/还有 [45] 分/).waitFor();
    return ((await dialog.getByLabel('登记码', { exact: true }).textContent()) ?? '').replace(' ', '');
  };
  const come = async (code: string) => {
    let signs = '';
    const end = enrol({ url: one.url, code, timer: systemClock.timer, now: systemClock.now, showSigns: (shown) => { signs = shown; } });
    await dialog.getByLabel('核对码', { exact: true }).waitFor();
    expect(await dialog.getByLabel('核对码', { exact: true }).textContent()).toBe(signs);
    return end;
  };
  const first = come(await open('一号机'));
  await dialog.getByRole('button', { name: '不一样' }).click();
  expect(await first).toEqual({ ok: false, refusal: 'notLetIn' });
  expect(one.hall.db.view.enrolledDevice('kiosk-1')).toBeUndefined();
  const second = come(await open('一号机'));
  await dialog.getByRole('button', { name: '一样，放行' }).click();
  const result = await second;
  if (!result.ok) throw new Error(result.refusal);
  await dialog.getByText('一号机 登记好了').waitFor();
  await dialog.getByRole('button', { name: '好了' }).click();
  expect(result.trust.deviceId).toBe('kiosk-1');
  const line = await arrived(connect(one.url, namespaces.kiosk, result.trust));
  onTestFinished(() => { line.close(); });
  await row(page, '一号机').getByText('在线').waitFor();
  expect(await row(page, '一号机').textContent()).toContain('打印机 printer-1');
});

test('who works at a window sees whether machines are ready, and nothing of who is let in', async () => {
  const one = await openLanHall();
  const { page } = await deskOf(one, '窗口值班');
  await page.getByText('近7天的故障').waitFor();
  expect([await page.getByText('登记的设备').count(), await page.getByRole('button', { name: '登记自助机' }).count()]).toEqual([0, 0]);
});

test('F33 a supervisor sees which version each kiosk runs and how far a new one is, stops it after a question, and the audit knows who did', async () => {
  const { clock, pass } = toldClock();
  const one = await openUpdatingHall({ clock });
  const { page } = await deskOf(one, '值班主管');
  const stage = page.locator('.release-stage');
  const kiosk = await enrolled(one, 'kiosk-1');
  await row(page, 'kiosk-1').getByRole('button', { name: '停用' }).waitFor();
  // Nothing was ever given out: not a word of it.
  expect([await stage.count(), await page.getByText('版本', { exact: true }).count()]).toEqual([0, 0]);
  await one.update('load', await sampleRelease({ key: one.key }));
  await asks(one.url, kiosk);
  await one.update('start', '1.2.0');
  await stage.getByText('先在一台上试，等今晚收市后再换。1 台里换好了 0 台。').waitFor();
  await row(page, 'kiosk-1').getByText('要换 1.2.0').waitFor();
  pass(13 * 3_600_000);
  await stage.getByText('现在正在换').waitFor();

  await stage.getByRole('button', { name: '停止更新' }).click();
  await page.getByText('停止更新 1.2.0？没换的不再换，换好的不变。').waitFor();
  expect(one.trust.updates.seen().stage?.stopped).toBeUndefined();
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await stage.getByText('已由人工停止').waitFor();
  expect(await stage.getByRole('button').count()).toBe(0);
  expect(await asks(one.url, kiosk)).not.toHaveProperty('wanted');
  expect(one.hall.db.audit.read({ acts: ['updateStopped'] }).rows).toMatchObject([{ who: 'supervisor-1', role: 'supervisor', device: 'console-1', subject: '1-2-0', outcome: 'ok' }]);

  // Given out anew, it fails: which kiosk, from which version, and the alarm ends when somebody has read it.
  await one.update('start', '1.2.0');
  await asks(one.url, kiosk, { bad: ['1.2.0'] });
  await stage.getByText('样例设备 换了新版起不来，已退回旧版').waitFor();
  await row(page, 'kiosk-1').getByText('从 1.2.0 退回来的').waitFor();
  expect(one.trust.updates.trouble()).toMatchObject({ deviceId: 'kiosk-1' });
  await stage.getByRole('button', { name: '知道了' }).click();
  await stage.getByRole('button', { name: '知道了' }).waitFor({ state: 'detached' });
  expect([one.trust.updates.trouble(), await stage.getByText('样例设备 换了新版起不来').count()]).toEqual([undefined, 1]);
});
