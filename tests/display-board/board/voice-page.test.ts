/* The voice of a page follows its plan: its own windows, the second language loaded when it is wanted, silence when the agent names another board. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { boardEchoSchema, boardOrderSchema, boardStateSchema, type BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { orderOf } from '../stage/full-board.ts';
import { at0531, boardState, call } from '../stage/morning.ts';

const patience = { timeout: 40_000, interval: 50 };
const voice = { speaker: 'hall-1', places: ['w2'], repeat: 1, second: 'en' as const, volume: [{ from: '00:00', percent: 60 }] };

let browser: Browser;
let stage: Stage;
let told: readonly BoardCall[] = [];
let version = 50;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({
    face: 'board', namespace: '/board',
    onConnect: (socket) => {
      socket.emit('plan', boardOrderSchema.parse(orderOf('wide', 'rush', { voice })));
      socket.emit('board', boardStateSchema.parse(boardState({ version, calls: [...told] })));
    },
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const add = (one: BoardCall): void => {
  told = [one, ...told];
  version += 1;
  stage.tell('board', boardStateSchema, boardState({ version, calls: [...told] }));
};
const echoes = (event: string): string[] => stage.heard.filter((one) => one.event === event).map(({ message }) => boardEchoSchema.parse(message).callId);

test('F17 a page says its own windows and no others, and nothing while another board has its loudspeaker', async () => {
  const { page, troubles } = await openFace(browser, { url: stage.url, width: 1920, height: 1080, at: at0531 });
  const english: string[] = [];
  page.on('response', (response) => { if (response.url().includes('/en-espeak/')) english.push(response.url()); });
  await page.locator('.sound-button').click();
  await page.locator('.sound-button').waitFor({ state: 'detached' });
  add(call('other', 'A130', 3, { at: at0531 + 1_000 }));
  add(call('mine', 'A131', 2, { at: at0531 + 2_000 }));
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['mine']); }, patience);
  await vi.waitFor(() => { expect(english.length).toBeGreaterThan(50); }, patience);
  stage.tell('plan', boardOrderSchema, { ...orderOf('wide', 'rush', { voice }), speaks: false });
  add(call('silent', 'A132', 2, { at: at0531 + 3_000 }));
  await vi.waitFor(() => { expect(echoes('shown')).toContain('silent'); }, patience);
  stage.tell('plan', boardOrderSchema, orderOf('wide', 'rush', { voice }));
  add(call('again', 'A133', 2, { at: at0531 + 4_000 }));
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['mine', 'again']); }, patience);
  expect(troubles).toEqual([]);
  await page.close();
});
