/* People at the kiosk of the bench: a first visit by touch from consent to the number, and a known card that only takes its number. */
import type { Page } from 'playwright-core';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { screenWhen, type Stand } from '../../kiosk/host/stand.ts';
import type { OpenPage } from './stage.ts';

/** What must be nowhere once somebody has gone: made up, and like nothing else on the page. */
export interface Canary { readonly name: string; readonly number: string; readonly phone: string }

const birthYears = 30;
const mostTries = 20;
const syllables = '鸾麒麟鲲鹏鹤鹿骏鸿雁隼鹭';

export const visitor = (n: number) => syntheticCard(`欧阳${syllables.charAt(n % 12)}${syllables.charAt(Math.floor(n / 12) % 12)}`, n % 2 === 1 ? 'male' : 'female', `${1970 + (n % birthYears)}0${(n % 9) + 1}11`, Math.floor(n / birthYears) % 1_000);
const phoneOf = (n: number): string => `139${String(70_000_000 + n * 37).padStart(8, '0')}`;
export const canaryOf = (n: number): Canary => ({ name: visitor(n).name, number: visitor(n).number, phone: phoneOf(n) });

/** By hand through the page: consent, phone, trade, number, 好了. Ends on the attract screen. `fingerMs`: how long a finger takes from one touch to the next. */
export async function firstVisit({ host, reader }: Stand, { page }: OpenPage, n: number, fingerMs = 0): Promise<void> {
  const touch = async (selector: string): Promise<void> => {
    if (fingerMs > 0) await page.waitForTimeout(fingerMs);
    await tapAt(page, selector);
  };
  reader.place(visitor(n));
  await screenWhen(host, 'consent');
  await touch('.actions .look-main');
  await screenWhen(host, 'phone');
  await page.locator('.number-pad').waitFor();
  const keys = await placesOf(page, '.number-pad .pad-key');
  for (const digit of phoneOf(n)) {
    const [x, y] = keys.get(digit) ?? raise(`no key ${digit}`);
    await page.waitForTimeout(fingerMs);
    await page.touchscreen.tap(x, y);
  }
  await screenWhen(host, 'phone', ({ complete }) => complete);
  await touch('.actions .look-main:not([data-disabled])');
  await screenWhen(host, 'trades');
  await touch(`.tile >> nth=${n % 8}`);
  await touch('.actions .look-main:not([data-disabled])');
  await screenWhen(host, 'number', ({ paper }) => paper.kind !== 'printing');
  await goAway({ host, reader }, page);
}

/** A card that the hall knows: one laying down, the number, away. */
export async function knownVisit(stand: Stand, { page }: OpenPage, n: number): Promise<void> {
  stand.reader.place(visitor(n));
  await screenWhen(stand.host, 'number');
  await page.locator('.big-number').waitFor();
  await goAway(stand, page);
}

async function goAway({ host, reader }: Pick<Stand, 'host' | 'reader'>, page: Page): Promise<void> {
  reader.lift();
  await tapAt(page, '.actions .look-main');
  await screenWhen(host, 'attract');
  await page.locator('.hero h1').waitFor();
}

/** Where each key lies, by its word: keys stand still, and looking for each anew would be work in the page that is measured. */
async function placesOf(page: Page, selector: string): Promise<ReadonlyMap<string, readonly [x: number, y: number]>> {
  return new Map(await page.locator(selector).evaluateAll((keys) => keys.map((key) => {
    const { x, y, width, height } = key.getBoundingClientRect();
    return [key.textContent, [x + width / 2, y + height / 2]] as const;
  })));
}

function raise(what: string): never {
  throw new Error(what);
}

/** Without the waiting of a locator's tap: what is measured is the page. A screen whose code is still on its way is there and hidden, and one that hears more draws its buttons anew. */
async function tapAt(page: Page, selector: string): Promise<void> {
  const place = page.locator(selector);
  for (let tried = 0; tried < mostTries; tried++) {
    await place.waitFor();
    const box = await place.boundingBox();
    if (box !== null) return page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  }
  throw new Error(`nothing to tap: ${selector}`);
}
