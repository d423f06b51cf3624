/* What each board shows where, now: its plan and the scene of the hour, told when it connects and whenever either is another. */
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { sceneNow } from '@kuaizhao/db/domain/boards/scene.ts';
import type { BoardsView } from '@kuaizhao/db/domain/boards/view.ts';
import { fairsAt, type FairsView } from '@kuaizhao/db/domain/fairs/view.ts';
import type { Fact, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { BoardOrder } from '@kuaizhao/sync-agent/contract/board.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import { speaks } from './speaking.ts';

/** A scene begins on its minute; so late at most. */
const lookEveryMs = 10_000;

/** The order of one board while those of `here` are connected; one without a published plan is arranged as most halls are. */
export function orderOf(view: OrdersParts['view'], boardId: string, here: readonly string[], now: Instant): BoardOrder {
  const row = view.board(boardId);
  const plan = row?.plan ?? shippedPlan(boardId, boardId.slice(0, 20), 'wide');
  return { plan, published: row !== undefined, ...sceneNow(plan, row?.hand, now, fairsAt(view, now).length > 0), speaks: speaks(view, boardId, here) };
}

const aboutBoards: ReadonlySet<FactType> = new Set<FactType>(['boardPublished', 'boardRemoved', 'boardSceneSet', 'fairPut', 'fairEnded']);

interface OrdersParts {
  readonly view: Pick<BoardsView & FairsView, 'board' | 'fairsWithin'>; readonly clock: HallClock;
  /** boards that are connected */
  readonly here: () => readonly string[];
  readonly tell: (boardId: string, order: BoardOrder) => void;
}

/** Tells what is news until stopped: each few seconds, and at once after a commit about boards. */
export function startOrders({ view, clock, here, tell }: OrdersParts) {
  const told = new Map<string, string>();
  const look = (): void => {
    const boards = here();
    for (const boardId of told.keys()) if (!boards.includes(boardId)) told.delete(boardId);
    for (const boardId of boards) {
      const order = orderOf(view, boardId, boards, clock.now());
      const text = JSON.stringify(order);
      if (told.get(boardId) === text) continue;
      told.set(boardId, text);
      tell(boardId, order);
    }
  };
  return {
    /** A line of a board was opened. The first one is told with the others whatever is news; a further one under the same name wants by itself what is none. */
    arrived(boardId: string, tellIt: (order: BoardOrder) => void): void {
      const before = told.get(boardId);
      look();
      if (before !== undefined && told.get(boardId) === before) tellIt(orderOf(view, boardId, here(), clock.now()));
    },
    /** A board went: another one may have to speak. */
    moved: look,
    heard: (facts: readonly Fact[]): void => { if (facts.some(({ type }) => aboutBoards.has(type))) look(); },
    ...keepLooking(clock, lookEveryMs, look),
  };
}
