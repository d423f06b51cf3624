/* The built screens behind the headers of the real host, with a doorway that a test holds: it says which face to show and hears every touch. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { readScreenFiles, screenHeaders, type ScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';
import type { Doorway } from '@kuaizhao/kiosk/session/doorway.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import { faceOf, morning, scenes, type Look, type Scene, type Setting } from './faces.ts';

declare global {
  interface Window {
    heldListener?: (face: KioskFace) => void;
    heldTouches?: Touch[];
  }
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Throws when the screens are not built. */
export async function serveScreens(files: ScreenFiles = readScreenFiles()): Promise<Served> {
  if (files.size === 0) throw new Error('the screens are not built: npx vite build -c kiosk/screens/vite.config.ts');
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    if (file === undefined) response.writeHead(404, screenHeaders).end();
    else response.writeHead(200, { ...screenHeaders, 'content-type': file.type }).end(file.bytes);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}

/** A page with the doorway in place; what it complains about (console, policy, exceptions) is collected. */
export async function openKiosk(browser: Browser, url: string, { width, height }: Setting): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', hasTouch: true, locale: 'zh-CN', timezoneId: 'UTC' });
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.setFixedTime(morning);
  await page.addInitScript(() => {
    window.heldTouches = [];
    const doorway: Doorway = {
      onFace(listener) {
        window.heldListener = listener;
        return () => undefined;
      },
      touch: (touch) => window.heldTouches?.push(touch),
    };
    Object.defineProperty(window, 'kuaizhao', { value: doorway });
  });
  await page.goto(url);
  await page.waitForFunction(() => window.heldListener !== undefined);
  // What comes behind the first screen (pictures, a worker's pages) is there before anything is looked at.
  await page.waitForLoadState('networkidle');
  return { page, complaints };
}

export async function show(page: Page, face: KioskFace): Promise<void> {
  await page.evaluate(async (face) => {
    window.heldListener?.(face);
    const warned = face.idleWarningSeconds !== undefined;
    // Measured grids draw twice, and a dialog mounts and leaves after the face: what is looked at is what stands after that.
    for (let frame = 0; frame < 2 || (frame < 60 && (document.querySelector('.idle-words') !== null) !== warned); frame++) await new Promise((resolve) => { requestAnimationFrame(resolve); });
  }, face);
}

const attract = scenes.find((scene) => scene.name === 'attract');

/** A touch where the thing is, without the waiting of a locator: hundreds of faces are come to by touch. */
async function tapAt(page: Page, selector: string, index = 0): Promise<void> {
  const box = await page.locator(selector).nth(index).boundingBox();
  if (box === null) throw new Error(`nothing to touch: ${selector}`);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** Shows a scene as somebody would come to it: from the attract screen, with the presses that lead to its part. */
export async function showScene(page: Page, scene: Scene, setting: Setting, language: KioskFace['language'] = 'zh-CN', textStep: KioskFace['textStep'] = 0, look: Look = {}): Promise<void> {
  const face = faceOf(scene, setting, language, textStep, look);
  // Parts are counted from the first one, so a job screen is entered anew.
  if (attract !== undefined && scene.screen.at.startsWith('job')) await show(page, faceOf(attract, setting, language, textStep, look));
  await show(page, face);
  for (let pressed = 0; pressed < (scene.onward ?? 0); pressed++) {
    await tapAt(page, '.actions .look-main');
    await show(page, face);
  }
  for (const key of scene.keys ?? []) {
    await tapAt(page, `.pad-key:text-is("${key}")`);
    await show(page, face);
  }
}

export const touches = (page: Page): Promise<Touch[]> => page.evaluate(() => window.heldTouches?.splice(0) ?? []);
