/* Pages instead of marquees: each page stands at least `dwellMs`, and while somebody is being called nothing moves. Pure. */

export const dwellMs = 8_000;

interface Paging { readonly page: number; /** steady clock */ readonly since: number }

interface PagingInput { readonly now: number; readonly pages: number; /** steady clock; no turn before */ readonly heldUntil: number }

/** The page to show now. With fewer pages than before it is the last there is; with one page it stays. */
export function nextPage(paging: Paging, { now, pages, heldUntil }: PagingInput): Paging {
  const last = Math.max(pages, 1) - 1;
  if (paging.page > last) return { page: last, since: now };
  if (now - paging.since < dwellMs || now < heldUntil || last === 0) return paging;
  return { page: paging.page === last ? 0 : paging.page + 1, since: now };
}

/** Cut into pages of `size`; no items, no pages. */
export function cut<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  for (let at = 0; at < items.length; at += Math.max(1, size)) pages.push(items.slice(at, at + Math.max(1, size)));
  return pages;
}
