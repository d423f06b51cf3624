/* What the boards answered: which calls stand on one and were said by which loudspeaker, and how old the picture on each is. In memory: after a restart every board answers anew. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { ShownCall } from '@kuaizhao/db/hall/faces/board.ts';
import { echoesMost, type FloorCall } from '@kuaizhao/sync-agent/contract/console.ts';

/** After this long without an echo the console says 大屏未响应，请喊号. */
const echoMs = 3_000;
const keptLimit = 500;
/** Boards that ever answered; whoever names himself otherwise each time is forgotten again. */
const boardsLimit = 200;

type Heard = Pick<FloorCall, 'shown' | 'spoken'>;
const nothing: Heard = { shown: [], spoken: [] };
interface BoardAnswers { readonly shownAt?: Instant; readonly spokenAt?: Instant; /** of the picture on it */ readonly countedAt?: Instant }

export function createEchoes() {
  const heard = new Map<string, Heard>();
  const boards = new Map<string, BoardAnswers>();
  const key = (callId: string, times: number) => `${callId} ${times}`;
  const keep = <T>(map: Map<string, T>, id: string, value: T, limit: number): void => {
    map.set(id, value);
    if (map.size > limit) map.delete(map.keys().next().value ?? '');
  };
  const note = (boardId: string, answer: BoardAnswers): void => keep(boards, boardId, { ...boards.get(boardId), ...answer }, boardsLimit);
  const hear = (callId: string, times: number, change: (before: Heard) => Heard): void => keep(heard, key(callId, times), change(heard.get(key(callId, times)) ?? nothing), keptLimit);
  const once = <T extends { readonly boardId: string }>(all: readonly T[], one: T): T[] => (all.some(({ boardId }) => boardId === one.boardId) ? [...all] : [...all, one].slice(0, echoesMost));
  return {
    shown(boardId: string, callId: string, times: number, at: Instant): void {
      hear(callId, times, (before) => ({ ...before, shown: once(before.shown, { boardId, at }) }));
      note(boardId, { shownAt: at });
    },
    /** `speaker`: the loudspeaker beside the board, by its plan. */
    spoken(boardId: string, speaker: string | undefined, callId: string, times: number, at: Instant): void {
      hear(callId, times, (before) => ({ ...before, spoken: once(before.spoken, { boardId, at, ...(speaker === undefined ? {} : { speaker }) }) }));
      note(boardId, { spokenAt: at });
    },
    painted: (boardId: string, countedAt: Instant): void => note(boardId, { countedAt }),
    of: (callId: string, times: number): Heard => heard.get(key(callId, times)) ?? nothing,
    ofBoard: (boardId: string): BoardAnswers => boards.get(boardId) ?? {},
    /** Numbers of open calls that no board has shown in time. */
    unheard: (calls: readonly ShownCall[], now: Instant): string[] =>
      calls.filter((call) => call.open && now - call.at > echoMs && (heard.get(key(call.callId, call.times))?.shown.length ?? 0) === 0).map((call) => call.number),
  };
}
export type Echoes = ReturnType<typeof createEchoes>;
