/* The sizes of product.md section 6, measured on the page itself: targets, gaps, contrast, and nothing that runs out of its box. */
import type { Page } from 'playwright-core';

export interface Limits {
  readonly pxPerMm: number;
  readonly targetMm: number;
  readonly gapMm: number;
  readonly contrast: number;
  /** of the words that carry the task; the rest are hints, dates and what cannot be pressed now */
  readonly mainContrast: number;
  /** from the lower edge to the highest thing that is touched, where low reach is on; undefined: anywhere */
  readonly reachMm: number | undefined;
}
/** The lower half of 21.5 inches upright is 238 mm high. An arm knows millimetres: a wide screen is hardly higher. */
const lowReachMm = 239;
export const limits = { targetMm: 20, gapMm: 3, contrast: 7, mainContrast: 10 } as const;

/** What is wrong on the page, in words; empty when nothing is. */
export const faultsOn = (page: Page, pxPerMm: number, low = false): Promise<string[]> => page.evaluate(measure, { ...limits, pxPerMm, reachMm: low ? lowReachMm : undefined });

/** Runs in the page, so it brings everything with it. */
function measure({ pxPerMm, targetMm, gapMm, contrast, mainContrast, reachMm }: Limits): string[] {
  const faults: string[] = [];
  const overlay = document.querySelector('.veil');
  const root: Element = overlay ?? document.body;
  const slack = 0.6;

  const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').trim().slice(0, 24)}"`;
  const seen = (element: Element): boolean => {
    const { visibility, display } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return visibility !== 'hidden' && display !== 'none' && width > 0 && height > 0;
  };

  const buttons = [...root.querySelectorAll('button, [role="button"], a[href], input')].filter(seen);
  for (const button of buttons) {
    const { width, height, top } = button.getBoundingClientRect();
    if (reachMm !== undefined && (innerHeight - top) / pxPerMm > reachMm) faults.push(`too high, ${((innerHeight - top) / pxPerMm).toFixed(0)} mm above the edge: ${nameOf(button)}`);
    if (width < targetMm * pxPerMm - slack || height < targetMm * pxPerMm - slack) faults.push(`too small, ${(width / pxPerMm).toFixed(1)} × ${(height / pxPerMm).toFixed(1)} mm: ${nameOf(button)}`);
    if ((button.textContent ?? '').trim() === '' && (button.getAttribute('aria-label') ?? '') === '') faults.push(`without a name: ${nameOf(button)}`);
  }
  buttons.forEach((one, index) => {
    for (const other of buttons.slice(index + 1)) {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const gap = Math.hypot(Math.max(0, a.left - b.right, b.left - a.right), Math.max(0, a.top - b.bottom, b.top - a.bottom));
      if (gap < gapMm * pxPerMm - slack) faults.push(`gap of ${(gap / pxPerMm).toFixed(1)} mm: ${nameOf(one)} and ${nameOf(other)}`);
    }
  });

  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element instanceof SVGElement || !seen(element)) continue;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (left < -slack || top < -slack || right > innerWidth + slack || bottom > innerHeight + slack) faults.push(`outside the screen: ${nameOf(element)}`);
    if (getComputedStyle(element).display === 'inline' || getComputedStyle(element).display === 'contents') continue;
    // A name that is cut with dots is cut on purpose.
    const cut = getComputedStyle(element).textOverflow === 'ellipsis';
    if (!cut && element.scrollWidth > element.clientWidth + 1 + element.offsetWidth - element.clientWidth) faults.push(`too wide by ${element.scrollWidth - element.clientWidth}: ${nameOf(element)}`);
    // Not scrollHeight: it counts the box of the font, which is taller than the line it is set in.
    const holder = element.parentElement;
    const around = holder === null || getComputedStyle(holder).display === 'contents' ? undefined : holder.getBoundingClientRect();
    if (around !== undefined && getComputedStyle(element).position === 'static' && (bottom > around.bottom + 1 || top < around.top - 1)) faults.push(`taller than what holds it: ${nameOf(element)}`);
  }

  const channel = (value: number): number => (value / 255 <= 0.040_45 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const parse = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (rgb: number[]): number => 0.2126 * channel(rgb[0] ?? 0) + 0.7152 * channel(rgb[1] ?? 0) + 0.0722 * channel(rgb[2] ?? 0);
  const behind = (element: Element): number[] => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) > 0.99 && colour.length > 0) return colour;
    }
    return [255, 255, 255];
  };

  const hiding = (element: Element): { left: number; right: number; bottom: number } => {
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) if (getComputedStyle(at).overflow === 'hidden') return at.getBoundingClientRect();
    return { left: 0, right: innerWidth, bottom: Infinity };
  };

  interface Words { readonly element: Element; readonly boxes: { left: number; right: number; top: number; bottom: number }[] }
  const words: Words[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '' || element instanceof SVGElement || !seen(element) || element.closest('.react-aria-VisuallyHidden') !== null) continue;
    const [text, ground] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))];
    const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    const isHint = element.closest('.hint, .task-hint, .date, .version, .employer, .typed-label, .typed-note, .is-empty, .desk-hint, [data-disabled]') !== null;
    if (ratio < (isHint ? contrast : mainContrast)) faults.push(`contrast ${ratio.toFixed(1)}: ${nameOf(element)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const cutAt = hiding(element);
    // The ink of a line: the box of the font is taller than what is drawn. Lines that are cut away are not there.
    const boxes = [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left: Math.max(left, cutAt.left), right: Math.min(right, cutAt.right), top: top + (bottom - top) * 0.2, bottom: bottom - (bottom - top) * 0.2 }))
      .filter((ink) => ink.bottom < cutAt.bottom + 4 && ink.right > ink.left);
    words.push({ element, boxes });
  }
  for (const { element, boxes } of words) {
    const box = (element.closest('button, .banner, .typed, .point, .notice, .number-card, .paper-panel, .body, .heading, .foot, .header, .hero, .idle-words, .progress') ?? document.body).getBoundingClientRect();
    if (boxes.some((ink) => ink.left < box.left - slack || ink.right > box.right + slack || ink.top < box.top - slack || ink.bottom > box.bottom + slack)) faults.push(`text outside its box: ${nameOf(element)}`);
  }
  words.forEach((one, index) => {
    for (const other of words.slice(index + 1)) {
      const meet = one.boxes.some((a) => other.boxes.some((b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2));
      if (meet) faults.push(`text over text: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  });
  return [...new Set(faults)];
}
