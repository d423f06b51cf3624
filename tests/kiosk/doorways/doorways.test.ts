/* One host, two doorways, one suite: each story is told once through Electron's window and once through the local page, with a real hall agent behind it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startHall, type HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { AtConsole } from '../../flows/stage/people.ts';
import { demoPin, hallConfig, kioskConfig } from '../../town/town.ts';
import { browserDoorway, electronDoorway, writeConfig, type OpenDoorway } from './doorway.ts';

const electron = electronDoorway();
const doorways = [{ name: 'Electron', ...electron }, { name: 'the local page', ...browserDoorway() }];
let folder = '';
let hall: HallAgent;
let kiosk: OpenDoorway;

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'kiosk-doorways-')); });
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  electron.remove();
});

const at = async (scene: string): Promise<void> => { await (await kiosk.page()).locator(`.kiosk.at-${scene}`).waitFor({ timeout: 20_000 }); };
const press = async (name: string | RegExp): Promise<void> => (await kiosk.page()).getByRole('button', { name }).first().click({ timeout: 10_000 });
const shows = async (scene: string): Promise<boolean> => (await (await kiosk.page()).locator(`.kiosk.at-${scene}`).count()) === 1;
/** Agent, reader and printer are there: no banner says otherwise. */
const allIsWell = () => vi.waitUntil(async () => (await (await kiosk.page()).locator('.banner').count()) === 0, { timeout: 10_000, interval: 50 });
const papers = async (): Promise<string[]> => ((await (await fetch(`${kiosk.dev()}papers`)).json()) as { text: string }[]).map(({ text }) => text);
const notUnderstood = (): number => kiosk.errors().match(/"msg":"touchNotUnderstood"/g)?.length ?? 0;
const kinds = (): string[] => hall.db.journal.read(1, 1_000).map(({ kind }) => kind);

/** A number for a window: no card, no name, one paper. Gives the number. */
async function takeNumber(): Promise<string> {
  await press(/办业务/);
  await at('services');
  await press('劳动维权');
  await at('number');
  return (await (await kiosk.page()).locator('.kiosk').textContent() ?? '').match(/E\d{3}/)?.[0] ?? '';
}

describe.each(doorways)('through $name', ({ open }) => {
  beforeEach(async () => {
    const place = mkdtempSync(join(folder, 'town-'));
    hall = await startHall(hallConfig(place), pino({ level: 'silent' }));
    kiosk = await open(writeConfig(join(place, 'kiosk.json'), { ...kioskConfig(place, hall.urls.agent), screen: { width: 1080, height: 1920, fullScreen: true } }));
    await at('attract');
    await allIsWell();
  });
  afterEach(async () => {
    await kiosk.end();
    await hall.close();
  });

  test('the first face, a touch, and back', async () => {
    await press(/我要招人/);
    await at('employerCard');
    await press('返回');
    await at('attract');
    expect(kiosk.errors()).not.toMatch(/touchNotUnderstood|touchFromElsewhere|pageLost/);
  });

  test('bad touches change nothing and are named in the log without what they said', async () => {
    await kiosk.touch({ type: 'no such touch' }, { type: 'wantToHire', and: '张建国 999999197804121018' }, null, 'wantToHire', [], { type: 'digit', digit: '12' }, { type: 'go', to: '../../etc' });
    await expect.poll(() => notUnderstood()).toBe(7);
    await at('attract');
    expect(kiosk.errors()).not.toMatch(/张建国|999999|etc/);
  });

  test('a flood is cut, and the next person is served', async () => {
    await kiosk.touch(...Array.from({ length: 500 }, (_, index) => ({ type: 'no such touch', index })));
    await expect.poll(async () => {
      await press(/我要招人/).catch(() => undefined);
      return (await kiosk.page()).locator('.kiosk.at-employerCard').count();
    }, { timeout: 15_000 }).toBe(1);
    expect(notUnderstood()).toBeGreaterThan(0);
    expect(notUnderstood()).toBeLessThan(200);
  });

  test('a page that loads itself anew finds its person where he was', async () => {
    await press(/办业务/);
    await at('services');
    await (await kiosk.page()).evaluate(() => { location.reload(); }).catch(() => undefined);
    await at('services');
    await press('劳动维权');
    await at('number');
    expect(kinds()).toContain('ticketIssued');
  });

  test('the page dies in the middle: back at rest by itself, and the number and its paper are safe', async () => {
    const number = await takeNumber();
    expect(number).toBe('E001');
    await kiosk.kill();
    await at('attract');
    await expect.poll(async () => (await papers()).filter((paper) => paper.includes(number)).length, { timeout: 10_000 }).toBe(1);
    expect(kinds().filter((kind) => kind === 'ticketIssued')).toHaveLength(1);
    expect(await takeNumber()).toBe('E002');
    await expect.poll(async () => (await papers()).length, { timeout: 10_000 }).toBe(2);
  });

  test('a touch from elsewhere is refused', async () => {
    await kiosk.touchFromElsewhere({ type: 'wantToHire' });
    expect(await shows('attract')).toBe(true);
    await press(/办业务/);
    await at('services');
  });

  test('a second one never means two that are touched', async () => {
    expect(await kiosk.second()).toMatch(/secondRefused|firstLetGo/);
    await press(/我要招人/);
    await at('employerCard');
  });

  test('staff hold the corner, say who they are, see the machine and start it again; then they close it', async () => {
    const openMachine = async (): Promise<void> => {
      const page = await kiosk.page();
      await page.mouse.move(20, 20);
      await page.mouse.down();
      await at('maintainWho');
      await page.mouse.up();
      await press(/站长/);
      await at('maintainPin');
      for (const digit of demoPin) await press(digit);
      await press('下一步');
      await at('maintenance');
    };
    await openMachine();
    const text = await (await kiosk.page()).locator('.machine-states').textContent();
    expect(text).toMatch(/读卡器正常.*大厅主机连上了.*Node 24/);
    // The page may be gone before the click is over.
    await press('重新启动').catch(() => undefined);
    await expect.poll(() => kiosk.begun(), { timeout: 20_000 }).toBe(2);
    await at('attract');
    await allIsWell();
    await openMachine();
    await press('关闭').catch(() => undefined);
    await expect.poll(() => kiosk.errors().match(/"msg":"ending"/g)?.length ?? 0, { timeout: 20_000 }).toBe(1);
  });
});

/** A second screen is a matter of windows: the local page has none. */
describe('through Electron, with the board on a second screen', () => {
  test('F16 the board beside the kiosk: it shows what the window calls, comes back when its page dies, and the person at the kiosk notices nothing', async () => {
    const place = mkdtempSync(join(folder, 'town-'));
    hall = await startHall(hallConfig(place), pino({ level: 'silent' }));
    const displays = [{ id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 } }, { id: 2, bounds: { x: 1080, y: 0, width: 1920, height: 1080 } }];
    const windows = await electron.open(
      writeConfig(join(place, 'kiosk.json'), { ...kioskConfig(place, hall.urls.agent), screen: { width: 1080, height: 1920, fullScreen: true }, board: { url: hall.urls.board, display: 2 } }),
      { STAND_IN_DISPLAYS: JSON.stringify(displays) },
    );
    kiosk = windows;
    onTestFinished(async () => {
      await kiosk.end();
      await hall.close();
    });
    await at('attract');
    await allIsWell();
    const board = () => windows.otherPage('/board/?device=board-1');
    expect(await (await board()).evaluate(() => typeof Reflect.get(window, 'kuaizhao'))).toBe('undefined');
    const number = await takeNumber();

    const clerk = new AtConsole(hall.urls.agent, 'console-1');
    onTestFinished(() => clerk.close());
    await clerk.signIn('clerk-1', demoPin);
    await clerk.ask({ type: 'callNext', windowId: 'w3' });
    await (await board()).locator('.calls', { hasText: number }).waitFor({ timeout: 10_000 });

    await windows.kill(await board());
    await (await board()).locator('.calls', { hasText: number }).waitFor({ timeout: 10_000 });
    expect(kiosk.errors()).toMatch(/"page":"board","loss":"gone"/);
    // Still on the screen of the number, which nobody took away.
    expect(await shows('number')).toBe(true);
    expect(kiosk.errors()).not.toMatch(/"page":"kiosk"/);
  });
});
