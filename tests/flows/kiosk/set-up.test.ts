/* A kiosk out of its box: real processes, an empty data folder, a real agent that speaks TLS alone, hands on a page in a real browser; until a worker has a number. And the same kiosk sent away and back again. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { runDevices } from '@kuaizhao/sync-agent/hall/operator/devices.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { hallConfig, kioskConfig } from '../../town/town.ts';
import { eventually } from '../stage/eventually.ts';
import { freePort, start } from '../stage/processes.ts';
import { storyDir } from '../stage/stage.ts';
import { openWiredDevices } from '../stage/wired-devices.ts';

/** An agent on TLS alone, and its operator's commands. */
async function openHall(dir: string) {
  const { listen: _plain, town: _town, ...config } = hallConfig(dir);
  const path = join(dir, 'hall.json');
  writeFileSync(path, JSON.stringify({ ...config, kiosks: [], lan: { host: '127.0.0.1', port: 0, names: ['localhost'] } }));
  const hall = await start('hall', ['--config', path]);
  const lines: string[] = [];
  const run = (args: readonly string[], read: () => Promise<string> = () => Promise.resolve('')) =>
    runDevices([...args, '--config', path], { print: (line) => { lines.push(line); }, read, after: (ms, then) => { systemClock.after(ms, then); } });
  return { hall, lines, run, address: new URL(hall.urls['agent'] ?? '').host };
}

/** A kiosk by its command, its data folder empty, and its configuration with an address where nobody answers. */
async function openBox(dir: string) {
  const { reader, links, papers } = await openWiredDevices();
  const config = {
    ...kioskConfig(dir, ''), agent: { url: `https://127.0.0.1:${String(await freePort())}` },
    listen: { host: '127.0.0.1', port: await freePort() }, ...links,
  };
  const path = join(dir, 'kiosk.json');
  writeFileSync(path, JSON.stringify(config));
  return { reader, config, begin: () => start('kiosk', ['--config', path, '--browser']), papers };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const sees = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const type = async (page: Page, keys: string): Promise<void> => { for (const key of keys) await button(page, key).click(); };
async function hold(page: Page, name: RegExp, until: string): Promise<void> {
  await button(page, name).hover();
  await page.mouse.down();
  await sees(page, until);
  await page.mouse.up();
}
/** Somebody at the agent: opens a code, says yes when the signs that stand at the kiosk stand there, too. */
function office({ lines, run }: Awaited<ReturnType<typeof openHall>>, page: Page) {
  lines.length = 0;
  const signs = async (): Promise<string> => (await page.locator('.set-up-signs').innerText()).replaceAll(/\s+/g, '-');
  const done = run(['enrol', '--device', 'kiosk-1', '--role', 'kiosk', '--name', '一号机', '--printer', 'printer-1'], async () => (lines.join('\n').includes(await signs()) ? 'y' : 'n'));
  return { done, code: async () => (await eventually('a code', () => /\d{4} \d{4}/.exec(lines.join('\n'))?.[0])).replace(' ', '') };
}
const issued = (dir: string): number => {
  const db = openHallDb(join(dir, 'hall'), 'f'.repeat(16));
  try { return db.journal.read(1, 999).filter(({ kind }) => kind === 'workerRegistered' || kind === 'ticketIssued').length; } finally { db.close(); }
};

test('out of the box: where to go instead, a wrong address, a wrong code, the same signs, and a worker is registered with nothing started anew by hand; sent away, it says so and comes back', async () => {
  const dir = storyDir();
  const hall = await openHall(dir);
  const box = await openBox(dir);
  const kiosk = await box.begin();
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  page.setDefaultTimeout(30_000);
  await page.goto(kiosk.urls['kiosk'] ?? '');
  await sees(page, '请到别的自助机，或者人工窗口办理');

  await button(page, /工作人员设置/).click();
  await sees(page, '这台机器还不能用');
  await hold(page, /工作人员设置/, '大厅主机的地址');
  await sees(page, new URL(box.config.agent.url).host);
  await button(page, '下一步').click();
  await type(page, '12345678');
  await button(page, '下一步').click();
  await sees(page, '连不上大厅的主机。');
  await button(page, '再试一次').click();
  for (let left = new URL(box.config.agent.url).host.length; left > 0; left -= 1) await button(page, '删除').click();
  await type(page, hall.address);
  await button(page, '下一步').click();
  const { done, code } = office(hall, page);
  const right = await code();
  await type(page, right === '00000000' ? '00000001' : '00000000');
  await button(page, '下一步').click();
  await sees(page, '登记码不对。');
  await button(page, '再试一次').click();
  await type(page, right);
  await button(page, '下一步').click();
  await sees(page, '登记好了');
  expect(await done).toBe(0);

  await sees(page, '找活');
  box.reader.place(syntheticCard('张建国', 'male', '19780412', 101));
  await button(page, /^同意/).click();
  await button(page, /跳过/).click();
  await button(page, /搬运工/).click();
  await button(page, /取号/).click();
  await sees(page, 'A001');
  await eventually('the ticket on paper', () => box.papers().find((paper) => paper.includes('A001')));
  box.reader.lift();

  expect(await hall.run(['revoke', '--device', 'kiosk-1'])).toBe(0);
  await sees(page, '工作人员：这台机器已停用，要重新登记');
  box.reader.place(syntheticCard('李建军', 'male', '19800101', 102));
  // The power goes, and it learns from the agent that it is still sent away.
  expect((await kiosk.stop()).code).toBe(0);
  const second = await box.begin();
  await sees(page, '工作人员：这台机器已停用，要重新登记');
  await hold(page, /工作人员设置/, '大厅主机的地址');
  await sees(page, hall.address);
  await button(page, '下一步').click();
  const again = office(hall, page);
  await type(page, await again.code());
  await button(page, '下一步').click();
  await sees(page, '登记好了');
  expect(await again.done).toBe(0);
  await button(page, /^同意/).click();
  await button(page, /跳过/).click();
  await button(page, /搬运工/).click();
  await button(page, /取号/).click();
  await sees(page, 'A002');

  expect([(await second.stop()).code, (await hall.hall.stop()).code]).toEqual([0, 0]);
  expect(issued(dir)).toBe(4);
  for (const log of [kiosk.log(), second.log(), hall.hall.log()]) expect(log).not.toMatch(new RegExp(`张建国|李建军|999999\\d{8}|${right}|${await again.code()}`));
  expect(readdirSync(box.config.data)).toContain('agent-trust.json');
});
