/* A browser that believes one hall's own authority and nobody else's, as a machine does on which its certificate was installed. */
import { createHash, X509Certificate } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchBrowser } from '../../pictures/browser.ts';

/** `authority`: PEM. The browser ends with the test. */
export async function trustingBrowser(authority: string): Promise<Browser> {
  const key = new X509Certificate(authority).publicKey.export({ type: 'spki', format: 'der' });
  const browser = await launchBrowser([`--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`]);
  onTestFinished(() => browser.close());
  return browser;
}
