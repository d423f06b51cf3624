/* What the feeds' door needs of the city's memory; PostgreSQL keeps it, a simulation may. */
import type { FeedName, FeedRow, Mark } from '../../domain/feeds/feed.ts';
import type { JournalRow } from '../journal/cursor.ts';

export interface FeedAsk { readonly hallId: string; readonly token: string; readonly feed: FeedName; readonly after?: Mark | undefined; readonly seen?: Mark | undefined; readonly began?: number | undefined; readonly max: number }

interface Span { readonly from: number; readonly to: number; /** of `to` */ readonly stamp: string | undefined; readonly head: number; readonly headStamp: string | undefined }
export type FeedRead =
  | (Span & { readonly kind: 'page'; readonly rows: readonly FeedRow[] })
  /** of feed `own`: what the hall itself told; the last row ends its operation, `seq` is the position */
  | (Span & { readonly kind: 'own'; readonly rows: readonly JournalRow[] })
  | { readonly kind: 'restart'; readonly head: number }
  | { readonly kind: 'staleToken' };

/** `feeds`: the ends of all that this hall may read, as far as there is anything in them. `own`: its own operations, with the name of the last: positions are given out anew after a restore, names are not. */
export interface FeedEnds { readonly feeds: Readonly<Record<string, number>>; readonly own: Mark | undefined }

export interface FeedStore {
  /** Looks the token up again and reads one page, all of one moment. */
  read(ask: FeedAsk): Promise<FeedRead>;
  /** Where a hall stands at its welcome. */
  ends(hallId: string): Promise<FeedEnds>;
}
