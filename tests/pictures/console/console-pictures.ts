/* Pictures of the console: one browser a file, one page a test, and what is wrong in a page beside its looks. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openConsole, type ConsoleStage } from '../../display-board/stage/console-stage.ts';
import { settled } from '../../display-board/stage/face-page.ts';
import { launchBrowser } from '../browser.ts';

/** Over the top bar, where nothing answers to it: no button is shown as under the mouse. */
const away = [683, 4] as const;

export interface ConsolePictures {
  /** Opens the console of this test; closed after it. */
  readonly open: (options: Parameters<typeof openConsole>[1]) => Promise<ConsoleStage>;
  readonly shot: () => Promise<Buffer>;
  /** What went wrong in the page, and by how many pixels it would have to be scrolled sideways: `[0]` when nothing is. */
  readonly wrong: () => Promise<unknown>;
  readonly approved: (name: string) => string;
}

/** Called once at the top of a test file; `approvedIn` is the folder of its approved pictures. */
export function consolePictures(approvedIn: string): ConsolePictures {
  let browser: Browser;
  let stage: ConsoleStage | undefined;
  beforeAll(async () => { browser = await launchBrowser(); });
  afterAll(async () => { await browser.close(); });
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });
  const face = (): ConsoleStage['face'] => {
    if (stage === undefined) throw new Error('no console is open');
    return stage.face;
  };
  return {
    async open(options) { return (stage = await openConsole(browser, options)); },
    async shot() {
      const { page } = face();
      await page.mouse.move(...away);
      await settled(page);
      return page.screenshot({ animations: 'disabled', caret: 'hide' });
    },
    wrong: async () => [...face().troubles, await face().page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)],
    approved: (name) => join(approvedIn, `${name}.png`),
  };
}
