/* A boss with two hands at the real page of a kiosk: only what stands on the screen is tapped, and every tap and every screen is counted. */
import type { Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { systemClock, type HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { factOf } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode } from '../../fixtures/people.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { startTown, type Town } from '../../town/town.ts';
import type { AtConsole } from '../stage/people.ts';
import { atConsole, atKiosk, openStage, storyDir, type KioskStage } from '../stage/stage.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const boss = syntheticCard('刘老板', 'male', '19700101', 201);
export const firmName = '济南样例搬家有限公司';

/** Half past four in the hall, on one fixed day or `days` after it, and running on from there. */
function dawn(days: number): HallClock {
  const from = systemClock.monotonicMs();
  const start = Date.UTC(2026, 10, 19, 20, 30) + days * dayMs;
  return { ...systemClock, now: () => start + Math.round(systemClock.monotonicMs() - from) };
}

export class Boss {
  readonly #page: Page;
  readonly #stage: KioskStage;
  readonly #seen: string[] = [];
  #taps = 0;
  constructor(page: Page, stage: KioskStage) {
    this.#page = page;
    this.#stage = stage;
  }

  /** Taps since the last `counted`, and the screens that were waited for. */
  counted(): { readonly taps: number; readonly screens: readonly string[] } {
    const told = { taps: this.#taps, screens: this.#seen.splice(0) };
    this.#taps = 0;
    return told;
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();
  }

  async tap(...names: readonly (string | RegExp)[]): Promise<void> {
    for (const name of names) {
      await this.button(name).click();
      this.#taps += 1;
    }
  }

  /** The screen is there; with `words`, they stand on it. */
  async sees(at: string, ...words: readonly (string | RegExp)[]): Promise<void> {
    await this.#page.locator(`.kiosk.at-${at}`).waitFor().catch(async (error: unknown) => {
      throw new Error(`${at} did not come; the page says ${await this.#page.locator('.task').innerText()}`, { cause: error });
    });
    if (this.#seen.at(-1) !== at) this.#seen.push(at);
    for (const word of words) await this.#page.locator('.kiosk').getByText(word).first().waitFor();
  }

  /** A number that the page counts: `left`, `called`, `coming`, `hired`. */
  async counts(what: string, n: number): Promise<void> {
    await this.#page.locator(`.count-${what} dd`, { hasText: new RegExp(`^${n}$`) }).waitFor();
  }

  layCard(card: CardRead = boss): void {
    this.#stage.reader.place(card);
  }

  /** From the attract screen to the own page. */
  async home(card: CardRead = boss): Promise<void> {
    await this.tap(/我要招人/);
    await this.sees('employerCard');
    this.layCard(card);
    await this.sees('employerHome');
  }

  async leave(): Promise<void> {
    await this.tap('结束');
    this.#stage.reader.lift();
    await this.sees('attract');
  }

  /** What came out of the printer so far, newest last. */
  papers(): readonly string[] {
    return this.#stage.papers();
  }
}

export interface Employers {
  readonly boss: Boss;
  readonly host: AtConsole;
  readonly town: Town;
  readonly now: () => number;
}

/** A hall before dawn, its kiosk's page in a real browser, staff at their console. */
export async function openHall(dir = storyDir(), day = 1): Promise<Employers> {
  const clock = dawn(day);
  const town = await openStage({ dir, withCity: false, clock });
  const stage = await atKiosk(town);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true, timezoneId: 'UTC' });
  page.setDefaultTimeout(20_000);
  await page.goto(town.kiosks[0]?.urls.kiosk ?? '');
  const one = new Boss(page, stage);
  await one.sees('attract');
  one.counted();
  return { boss: one, host: await atConsole(town.hall.urls.agent, 'admin-1'), town, now: clock.now };
}

/** A firm whose licence staff have seen; the boss's card may post for it. */
export const registerFirm = async (host: AtConsole, name = firmName, n = 1, representatives: readonly string[] = [boss.number]): Promise<string> =>
  factOf(await host.ask({ type: 'registerEmployer', kind: 'enterprise', name, creditCode: creditCode(n), representatives }), 'employerRegistered').employerId;

export const postAs = async (host: AtConsole, employerId: string, now: number, changes: DraftTerms = {}): Promise<string> =>
  factOf(await host.ask({ type: 'postJob', employerId, terms: { ...soundTerms(now), ...changes }, printer: { printer: 'printer-1', ready: true } }), 'jobPosted').jobId;

/** What happened in the hall the day before, which is over and done. */
export async function theDayBefore(happens: (host: AtConsole, now: number) => Promise<void>): Promise<string> {
  const dir = storyDir();
  const clock = dawn(0);
  const town = await startTown({ dir, withCity: false, clock });
  try {
    const host = await atConsole(town.hall.urls.agent, 'admin-1');
    await happens(host, clock.now());
    host.close();
  } finally {
    await town.close();
  }
  return dir;
}
