/* Which board speaks: of those that share a loudspeaker one, so that no call is said over another. Pure. */
import type { BoardsView } from '@kuaizhao/db/domain/boards/view.ts';

/**
 * Whether this board speaks while those of `here` are connected: the first by name of those with its loudspeaker. A board without one is silent,
 * but until any board that hangs has a loudspeaker by its plan, each of the unarranged ones speaks: a hall that has just been set up calls aloud.
 */
export function speaks(view: Pick<BoardsView, 'board'>, boardId: string, here: readonly string[]): boolean {
  const speakerOf = (id: string): string | undefined => view.board(id)?.plan.voice?.speaker;
  if (view.board(boardId) === undefined) return here.every((id) => speakerOf(id) === undefined);
  const speaker = speakerOf(boardId);
  return speaker !== undefined && here.every((id) => id >= boardId || speakerOf(id) !== speaker);
}
