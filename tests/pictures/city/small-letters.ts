/* What on a wall nobody could read: letters under a thirty-sixth of the panel's height (product.md section 6: distance ÷ 200, at five and a half times the height), and words cut off or beyond the panel. */
import type { Page } from 'playwright-core';

/** One line a fault; none when all can be read. */
export const smallLetters = (page: Page): Promise<string[]> => page.evaluate(() => {
  const least = Math.min(innerHeight / 36, innerWidth / 64) - 0.6;
  const faults: string[] = [];
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push(`page is ${String(scrollWidth)} × ${String(scrollHeight)}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (parent === null || words === '' || parent.closest('script, style') !== null) continue;
    const scale = parent instanceof SVGGraphicsElement ? parent.getScreenCTM()?.a ?? 1 : 1;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < least) faults.push(`${words} ${size.toFixed(1)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) faults.push(`${words} is beyond the panel`);
    for (let around: Element | null = parent; around !== null && around !== document.documentElement; around = around.parentElement) {
      // A drawing shows nothing beyond its edge; of others only those that say so.
      if (!(around instanceof SVGSVGElement) && getComputedStyle(around).overflowX !== 'hidden') continue;
      const edge = around.getBoundingClientRect();
      if (left < edge.left - 1 || right > edge.right + 1 || bottom > edge.bottom + least / 2) { faults.push(`${words} is cut by ${around.tagName} ${around.getAttribute('class') ?? ''}`); break; }
    }
  }
  return faults;
});
