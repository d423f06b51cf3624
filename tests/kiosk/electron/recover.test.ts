/* What goes wrong around a kiosk in Electron: its device host fails, its graphics die, its board loses the hall or its display. Each time it is back by itself, and nothing of a person stands in the log. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { trustFileName, writeTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import { byAgent, enrolled, openLanHall } from '../../sync-agent/hall/trust/lan-hall.ts';
import { buildMain, goodConfig, startMain, type Main } from './start-main.ts';

const { folder, remove } = buildMain();
const program = { main: join(folder, 'electron/main.js'), config: join(folder, 'kiosk.json') };
let main: Main | undefined;
let hall: Server | undefined;
afterEach(async () => {
  await main?.end();
  hall?.close();
});
afterAll(remove);

const start = async (config: object = {}, env: Readonly<Record<string, string>> = {}): Promise<Main> => {
  writeFileSync(program.config, JSON.stringify({ ...goodConfig, ...config }));
  main = await startMain({ ...program, env });
  return main;
};

test('its device host fails: it ends at once and asks to be started again, and the fault’s words stay out of the log', async () => {
  const failing = await start();
  await failing.act({ do: 'throw', message: '张建国 999999197804121018 was in the way' });
  expect(await failing.ended).toBe(76);
  const line = failing.errors().split('\n').find((one) => one.includes('"msg":"failed"')) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({ kind: 'uncaught', error: 'TypeError', row: 1, place: expect.stringMatching(/^hand\.ts:\d+:\d+$/) as string });
  expect(failing.errors()).not.toMatch(/张建国|999999/);
});

test('installed, it starts itself again, with the number of failures in a row', async () => {
  const failing = await start({}, { STAND_IN_PACKED: '1' });
  await failing.act({ do: 'throw', message: 'a fault' });
  await failing.again();
  expect((await failing.tell()).args).toContain('--failures=1');
  await (await failing.page('/index.html')).locator('h1', { hasText: 'attract' }).waitFor();
  await failing.act({ do: 'throw', message: 'a fault' });
  await failing.again();
  const { args } = await failing.tell();
  expect(args.filter((one) => one.startsWith('--failures'))).toEqual(['--failures=2']);
  expect(args.filter((one) => one === program.config)).toHaveLength(1);
});

test('under its launcher: healthy is on the disk once page and agent are there, and a failure ends it for the launcher to start what it thinks right', async () => {
  const open = await openLanHall();
  const [data, updates] = [join(folder, 'data-launched'), join(folder, 'updates')];
  writeTrust(data, await enrolled(open));
  const failing = await start({ agent: { url: open.url }, data, updates: { folder: updates, keys: ['A'.repeat(43)] } }, { STAND_IN_PACKED: '1', KUAIZHAO_LAUNCHED: '1.2.0', KUAIZHAO_FOLDER: updates });
  await expect.poll(() => (existsSync(join(updates, 'starts')) ? readFileSync(join(updates, 'starts'), 'utf8') : ''), { timeout: 20_000 }).toBe('1.2.0 0\n');
  expect(readFileSync(join(updates, 'proven'), 'utf8')).toBe('1.2.0\n');
  await failing.act({ do: 'throw', message: 'a fault' });
  expect(await failing.ended).toBe(76);
});

test('under its launcher a new version that cannot start ends without a box that would hold it; the installed one says why', async () => {
  writeFileSync(program.config, JSON.stringify({ ...goodConfig, colour: 'blue' }));
  for (const [version, box] of [['1.2.0', false], ['installed', true]] as const) {
    const ending = await startMain({ ...program, env: { STAND_IN_PACKED: '1', KUAIZHAO_LAUNCHED: version, KUAIZHAO_FOLDER: folder }, untilReady: false });
    main = ending;
    expect([version, await ending.ended]).toEqual([version, 2]);
    await expect.poll(() => [ending.errors().includes('unknown key colour'), ending.errors().includes('box: ')]).toEqual([true, box]);
  }
});

test('after many failures in a row the recovery page stands there and nothing is tried yet', async () => {
  writeFileSync(program.config, JSON.stringify(goodConfig));
  main = await startMain({ ...program, args: ['--failures', '4'], untilReady: false });
  const page = await main.page('/index.html');
  await page.getByRole('heading', { name: '机器正在自己恢复，请稍等' }).waitFor();
  expect(page.url()).toContain('recovery');
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(16, 36, 63)');
  expect(main.lines()).toEqual([]);
});

test('graphics that keep dying are done without; a service that dies is only told of', async () => {
  const failing = await start({}, { STAND_IN_PACKED: '1' });
  await failing.act({ do: 'childGone', type: 'Utility', reason: 'crashed' });
  for (let death = 0; death < 3; death += 1) await failing.act({ do: 'childGone', type: 'GPU', reason: 'crashed' });
  await failing.again();
  expect(await failing.tell()).toMatchObject({ graphics: false, args: expect.arrayContaining(['--failures=1', '--no-graphics']) as string[] });
});

test('the system ends it: papers and devices are closed first', async () => {
  const ending = await start();
  await ending.act({ do: 'quit' });
  expect(await ending.ended).toBe(0);
  expect(ending.errors()).toContain('"msg":"ending"');
});

/** A hall agent as the board's window meets it: a page, and whatever else is asked for. */
function openHall(asked: string[], port = 0): Promise<number> {
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>board</h1><script>top.kuaizhao === undefined && document.body.append("alone")</script>');
  });
  hall = server;
  return new Promise((give) => { server.listen(port, '127.0.0.1', () => give((server.address() as AddressInfo).port)); });
}
const displays = [{ id: 1, bounds: { x: 0, y: 0, width: 540, height: 960 } }, { id: 2, bounds: { x: 540, y: 0, width: 960, height: 540 } }];

test('F16 the board on a second screen: its own partition, its hall’s origin alone, no doorway', async () => {
  const asked: string[] = [];
  const port = await openHall(asked);
  const two = await start({ board: { url: `http://127.0.0.1:${port}/board/?device=board-1`, display: 2 } }, { STAND_IN_DISPLAYS: JSON.stringify(displays) });
  const board = await two.page('/board/?device=board-1');
  await board.getByText('alone').waitFor();
  const { windows } = await two.tell();
  expect(windows.find(({ title }) => title === '快招大屏')).toMatchObject({ kiosk: true, visible: true, preload: false, bounds: displays[1]!.bounds });
  const reached = await board.evaluate((urls) => Promise.all(urls.map((url) => fetch(url).then(() => true, () => false))), [`http://127.0.0.1:${port}/board/x`, `http://localhost:${port}/`, 'kuaizhao://screens/index.html'.replace('kuaizhao://screens', 'https://screens.kuaizhao.invalid')]);
  expect(reached).toEqual([true, false, false]);
  await board.evaluate(() => { location.href = '/elsewhere'; });
  await board.evaluate(() => { location.reload(); }).catch(() => undefined);
  await expect.poll(() => asked.filter((url) => url.startsWith('/board/?'))).toHaveLength(2);
  expect(asked).not.toContain('/elsewhere');
  await two.act({ do: 'close', window: 1 });
  expect((await two.tell()).windows).toHaveLength(2);
});

test('F16 the board over TLS: the built main carries it with the kiosk’s certificate to a real agent, and no window knows the key', async () => {
  const lan = await openLanHall();
  const trust = await enrolled(lan);
  writeTrust(join(folder, 'data'), trust);
  const two = await start({ agent: { url: lan.url }, board: { url: `${lan.url}/board/`, display: 2 } }, { STAND_IN_DISPLAYS: JSON.stringify(displays) });
  await expect.poll(() => lan.hall.db.faces.devices.states().filter(({ kind, state }) => kind === 'link' && state === 'connected').map(({ deviceId }) => deviceId).sort()).toEqual(['kiosk-1', 'kiosk-1-board']);
  const { windows } = await two.tell();
  expect(windows.find(({ title }) => title === '快招大屏')?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/board\/\?device=kiosk-1-board&beside=/);
  rmSync(join(folder, 'data', trustFileName));
});

test('F16 a kiosk that its hall does not know has its set-up in the window, and the board comes when it is in', async () => {
  const lan = await openLanHall();
  const two = await start({ agent: { url: lan.url }, board: { url: `${lan.url}/board/`, display: 2 } }, { STAND_IN_DISPLAYS: JSON.stringify(displays) });
  const page = await two.page('/index.html');
  const at = (screen: string) => page.locator('h1', { hasText: screen }).waitFor();
  await at('setUpShut');
  expect((await two.tell()).windows).toHaveLength(1);
  const wanted = { deviceId: 'kiosk-1', role: 'kiosk', name: '一号机', printer: 'printer-1' } as const;
  const touches = [{ type: 'go', to: 'setUp' }, { type: 'next' }, ...Array.from(lan.trust.enrolment.open(wanted), (digit) => ({ type: 'digit', digit })), { type: 'next' }] as const;
  await page.evaluate((all) => { for (const touch of all) (window as { readonly kuaizhao?: { touch(touch: unknown): void } }).kuaizhao?.touch(touch); }, touches);
  await at('setUpSigns');
  const now = lan.trust.enrolment.now();
  if (now?.at !== 'proved') throw new Error('nothing proved itself');
  await byAgent(lan.hall, 'enrolDevice', { ...wanted, fingerprint: now.fingerprint, proof: 'certificate' });
  await at('attract');
  await expect.poll(async () => (await two.tell()).windows.map(({ title }) => title)).toContain('快招大屏');
  rmSync(join(folder, 'data', trustFileName));
});

test('F16 the hall is away: the board waits with the recovery page and comes by itself', async () => {
  const asked: string[] = [];
  const port = await openHall(asked);
  hall?.close();
  const two = await start({ board: { url: `http://127.0.0.1:${port}/board/`, display: 2 } }, { STAND_IN_DISPLAYS: JSON.stringify(displays) });
  await expect.poll(() => two.errors()).toMatch(/"page":"board","loss":"notLoaded","waitMs":5000/);
  await expect.poll(async () => (await two.tell()).windows.find(({ title }) => title === '快招大屏')?.url).toBe('kuaizhao://recovery/index.html');
  await openHall(asked, port);
  await (await two.page('/board/')).getByRole('heading', { name: 'board' }).waitFor();
});

test('F16 a display that is pulled takes the board with it, and brings it back', async () => {
  const port = await openHall([]);
  const two = await start({ board: { url: `http://127.0.0.1:${port}/board/`, display: 2 } }, { STAND_IN_DISPLAYS: JSON.stringify(displays.slice(0, 1)) });
  expect(two.errors()).toContain('boardDisplayMissing');
  expect((await two.tell()).windows).toHaveLength(1);
  await two.act({ do: 'displays', displays });
  await (await two.page('/board/')).getByRole('heading', { name: 'board' }).waitFor();
  await two.act({ do: 'displays', displays: displays.slice(0, 1) });
  await expect.poll(async () => (await two.tell()).windows.length).toBe(1);
});
