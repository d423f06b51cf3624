/* What the list beside the map shows, page by page: who hired most today, who filled most of what was wanted, then every hall. Pure. */
import type { HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { cut } from '../../kit/paging.ts';

/** Rows of a page: as many as can be read from where people stand. */
export const rowsOfPage = 8;
/** With fewer places than this a share says nothing. */
const fillFrom = 10;

export type ListKind = 'hires' | 'filled' | 'halls';
export interface ListPage { readonly kind: ListKind; /** from 1, of `of` pages of this kind */ readonly n: number; readonly of: number; readonly halls: readonly HallFigures[] }

/** Hires as a share of the places wanted, in whole hundredths; undefined while hardly any are wanted. */
export const filledOf = ({ counts: { hires, places } }: HallFigures): number | undefined => (places < fillFrom ? undefined : Math.min(100, Math.floor((hires / places) * 100)));

/** The first eight of each ranking, then all halls in the order given. Ranked is who stands at the city's business day: a hall that is still at yesterday is not compared with today. */
export function pagesOf(halls: readonly HallFigures[]): ListPage[] {
  const today = halls.flatMap(({ businessDay }) => businessDay ?? []).sort().at(-1);
  const ranked = halls.filter(({ state, businessDay }) => state !== 'never' && businessDay === today);
  const filled = (hall: HallFigures): number => filledOf(hall) ?? -1;
  const first = (kind: ListKind, from: readonly HallFigures[], by: (hall: HallFigures) => readonly [number, number]): ListPage[] => (from.length === 0 ? [] : [{
    kind, n: 1, of: 1, halls: from.toSorted((one, other) => by(other)[0] - by(one)[0] || by(other)[1] - by(one)[1] || (one.hallId < other.hallId ? -1 : 1)).slice(0, rowsOfPage),
  }]);
  const all = cut(halls, rowsOfPage);
  return [
    ...first('hires', ranked.filter(({ counts }) => counts.hires > 0), (hall) => [hall.counts.hires, filled(hall)]),
    ...first('filled', ranked.filter((hall) => filled(hall) >= 0), (hall) => [filled(hall), hall.counts.hires]),
    ...all.map((page, index): ListPage => ({ kind: 'halls', n: index + 1, of: all.length, halls: page })),
  ];
}

export interface OldNumbers { readonly halls: number; /** the oldest of their data, by the hub's clock */ readonly since: number }

/** Halls that are counted in the totals of today although the city hears nothing of them now; undefined when there is none. */
export function oldNumbers(halls: readonly HallFigures[]): OldNumbers | undefined {
  const today = halls.flatMap(({ businessDay }) => businessDay ?? []).sort().at(-1);
  const seen = halls.flatMap(({ state, businessDay, lastSeenAt }) => (state === 'late' && businessDay === today && lastSeenAt !== undefined ? [lastSeenAt] : []));
  return seen.length === 0 ? undefined : { halls: seen.length, since: Math.min(...seen) };
}
