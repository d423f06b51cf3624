/* When a change of a page is on the glass: measured in the page itself, before its own scripts run. */
import type { Page } from 'playwright-core';

declare global {
  interface Window { afterPaint?: (done: () => void) => void }
}

/** Every document of this page gets `window.afterPaint`. Call it before other scripts of a benchmark that use it. */
export const bringAfterPaint = (page: Pick<Page, 'addInitScript'>): Promise<unknown> => page.addInitScript(afterPaintInPage);

/** Runs in the page. */
function afterPaintInPage(): void {
  // A message posted in a frame is handled after the frame is painted.
  window.afterPaint = (done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => { port1.close(); done(); }, { once: true });
      port1.start();
      port2.postMessage(0);
    });
  };
}
