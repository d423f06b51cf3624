/* What decisions about boards and notices need to know. */
import type { Instant } from '../scalars.ts';
import type { BoardPlan } from './plan.ts';
import type { SceneByHand } from './scene.ts';

export interface BoardRow { readonly plan: BoardPlan; readonly publishedAt: Instant; readonly by: string; readonly hand: SceneByHand | undefined }
export interface NoticeRow {
  readonly noticeId: string; readonly text: string; readonly from: Instant; readonly until: Instant | undefined; readonly urgent: boolean;
  readonly putAt: Instant; readonly by: string; /** by staff, before its time */ readonly endedAt: Instant | undefined;
}

export interface BoardsView {
  /** As published; undefined for a board without a plan. */
  board(boardId: string): BoardRow | undefined;
  boardCount(): number;
  notice(noticeId: string): NoticeRow | undefined;
  /** Notices that hang or wait at `now`. */
  noticeCount(now: Instant): number;
}
