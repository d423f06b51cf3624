/* The one Chromium behind all windows of the stand-in, with the switches that the main asked for. */
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../pictures/browser.ts';

export const switches: string[] = [];
let browser: Promise<Browser> | undefined;

export const launched = (): Promise<Browser> => (browser ??= chromium.launch({
  executablePath: findBrowser(), handleSIGTERM: false, handleSIGINT: false, handleSIGHUP: false,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--force-device-scale-factor=1', `--remote-debugging-port=${process.env['STAND_IN_PORT'] ?? '0'}`, ...switches],
}));

export async function ended(): Promise<void> {
  await (await browser?.catch(() => undefined))?.close();
}

/** Chromium knows no scheme of ours: inside it `kuaizhao://screens` has another address, outside it never shows. */
export const toInside = (url: string): string => url.replace(/^kuaizhao:\/\/([a-z]+)/, 'https://$1.kuaizhao.invalid');
export const toOutside = (url: string): string => url.replace(/^https:\/\/([a-z]+)\.kuaizhao\.invalid/, 'kuaizhao://$1');
