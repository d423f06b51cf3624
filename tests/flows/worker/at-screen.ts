/* A worker in front of the real page: looks at what stands there, presses it with a finger's click, lays a card down. */
import { onTestFinished } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import type { ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { ScreenName } from '@kuaizhao/kiosk/session/face.ts';
import type { Kiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { startTown } from '../../town/town.ts';
import { storyDir } from '../stage/stage.ts';

declare global {
  interface Window { shownScreens?: string[] }
}

/** a screen that somebody must read; `asking` is only seen when the hall is slow */
const passing: ReadonlySet<string> = new Set(['asking']);
/** how much longer than asked a button is held: the page's own timer decides */
const surelyMs = 700;

/** 2026-11-23, a Monday, 05:20 in the hall */
export const dawn = Date.UTC(2026, 10, 22, 21, 20);

/** A town without a city, at dawn of a day of its own; `pass` lets hours go by at once. */
export async function openHall() {
  let ahead = dawn - Date.now();
  const town = await startTown({
    dir: storyDir(), withCity: false, kiosks: 2,
    clock: {
      now: () => Date.now() + ahead, monotonicMs: () => performance.now(),
      after: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); },
    },
  });
  onTestFinished(() => town.close());
  return { town, pass: (ms: number): void => { ahead += ms; } };
}

export class AtScreen {
  readonly page: Page;
  readonly reader: ReaderSimulator;
  presses = 0;
  constructor(page: Page, reader: ReaderSimulator) {
    this.page = page;
    this.reader = reader;
  }

  sees(at: ScreenName): Promise<void> {
    return this.page.locator(`.kiosk.at-${at}`).waitFor();
  }

  /** Some text that stands on the page now. */
  async reads(words: string): Promise<void> {
    await this.page.locator('.kiosk').getByText(words).first().waitFor();
  }

  async press(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.#button(name).click();
      this.presses += 1;
    }
  }

  async hold(name: string, ms: number): Promise<void> {
    await this.#button(name).click({ delay: ms + surelyMs });
    this.presses += 1;
  }

  /** The label begins with the name, which has no sign of a pattern in it: 同意 is not 不同意. */
  #button(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  }

  lay(card: CardRead): void {
    this.reader.place(card);
  }

  /** Takes the card back and goes. */
  async leave(): Promise<void> {
    await this.press('结束');
    this.reader.lift();
    await this.sees('attract');
  }

  /** The screens since the last time, one after the other. */
  async shown(): Promise<readonly string[]> {
    const all = await this.page.evaluate(() => window.shownScreens?.splice(0) ?? []);
    return all.filter((one) => !passing.has(one));
  }

  /** Everything that the page holds: text, attributes, stores. */
  held(): Promise<string> {
    return this.page.evaluate(() => document.documentElement.outerHTML + JSON.stringify([localStorage, sessionStorage]) + document.cookie + location.href);
  }
}

export async function atScreen(browser: Browser, kiosk: Kiosk | undefined): Promise<AtScreen> {
  const reader = kiosk?.simulators.reader;
  if (kiosk === undefined || reader === undefined) throw new Error('this kiosk has no simulators');
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  onTestFinished(() => page.close());
  await page.addInitScript(() => {
    const seen: string[] = [];
    let last: string | undefined;
    window.shownScreens = seen;
    new MutationObserver(() => {
      const at = /\bat-(\w+)/.exec(document.querySelector('.kiosk')?.className ?? '')?.[1];
      if (at === undefined || at === last) return;
      last = at;
      seen.push(at);
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
  });
  await page.goto(kiosk.urls.kiosk);
  const person = new AtScreen(page, reader);
  await person.sees('attract');
  await person.shown();
  return person;
}
