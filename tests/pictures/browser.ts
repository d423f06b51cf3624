/* Finds the Chromium that this machine has and starts it the one way that gives the same pixels every time; every browser test starts here. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The font of every approved picture. */
export const pictureFont = 'Noto Sans CJK SC';

const startLimitMs = 60_000;

const names = [
  'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser',
  'chrome.exe', 'msedge.exe',
];
const knownPlaces = [
  '/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of the browser to use: `CHROMIUM` of the environment first, then the PATH, then the usual places. Throws one line that says what to install. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string {
  const wanted = environment['CHROMIUM'];
  if (wanted !== undefined && wanted !== '') {
    if (runnable(wanted)) return wanted;
    throw new Error(`CHROMIUM=${wanted} cannot be run`);
  }
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '').flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...onPath, ...knownPlaces].find(runnable);
  if (found === undefined) throw new Error('no Chromium, Chrome or Edge found: apt-get install -y --no-install-recommends chromium fonts-noto-cjk fonts-noto-cjk-extra (or set CHROMIUM to one)');
  return found;
}

/** A headless browser that the caller closes. It never phones home and draws the same glyphs on every run. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    timeout: startLimitMs,
    args: [
      // Chromium refuses to start its sandbox as root, which is what CI containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
      '--force-device-scale-factor=1', '--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars', ...more,
    ],
  });
}

/** Throws one line that says what to install when the font of the approved pictures is absent: with another font every picture would differ. */
export async function requirePictureFont(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  try {
    // Text set in an absent font is as wide as its fallback; two fallbacks, in case one of them happens to be the font itself.
    const present = await page.evaluate((font) => {
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) return false;
      const width = (family: string, weight = 400): number => {
        pen.font = `${weight} 72px ${family}`;
        return pen.measureText('mmmmlliQ@').width;
      };
      // The kiosk's large words are set in 900: without that weight they would be those of 700, and every picture another.
      return ['serif', 'monospace'].some((fallback) => width(`"${font}", ${fallback}`) !== width(fallback)) && width(`"${font}"`, 900) !== width(`"${font}"`, 700);
    }, pictureFont);
    if (!present) throw new Error(`the font "${pictureFont}" of the approved pictures is absent, or its weight 900: apt-get install -y --no-install-recommends fonts-noto-cjk fonts-noto-cjk-extra`);
  } finally {
    await page.close();
  }
}
