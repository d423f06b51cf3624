/* Pages of a ledger in the hall's order, newest first: a bounded number of rows is looked at, what is wished for is kept, and the next page begins where the look ended. */
import { dayAfter } from '../../../../domain/records/period.ts';
import { ledgerLookLimit, ledgerPageLimit, type Cursor, type Page } from '../../../../domain/records/ledger/page.ts';

interface Asked { readonly from: string; readonly to: string; readonly after?: Cursor | undefined; readonly limit?: number | undefined }
interface Placed { readonly day: string; readonly place: number }

/** Where the look begins: strictly below this place. */
export function beginOf({ to, after }: Asked): Cursor {
  const end = { day: dayAfter(to, 1), place: 0 };
  return after !== undefined && (after.day < end.day) ? after : end;
}

/** `look` gives at most as many rows as it is told, in order; `keep` says which are wished for. With `every`, all are, and no more are looked at than shown. */
export function pageFrom<F extends Placed, R>(asked: Asked, look: (begin: Cursor, rows: number) => F[], every: boolean, keep: (found: F[]) => F[], show: (found: F[]) => R[]): Page<R> {
  const limit = asked.limit ?? ledgerPageLimit;
  const rows = every ? limit + 1 : ledgerLookLimit;
  const looked = look(beginOf(asked), rows);
  const kept = keep(looked);
  const shown = kept.slice(0, limit);
  const last = kept.length > limit ? shown.at(-1) : looked.length === rows ? looked.at(-1) : undefined;
  return { rows: show(shown), ...(last === undefined ? {} : { next: { day: last.day, place: last.place } }) };
}
