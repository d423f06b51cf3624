/* The last line: whether more windows are needed and the notices, one at a time, or, when the data stands still, since when. */
import type { BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { spanText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';
import type { BoardMemory } from '../board-memory.ts';
import { usePages } from '../rows/use-pages.ts';

interface LastLineProps { readonly state: BoardState; readonly memory: BoardMemory; readonly deviceId: string }

export function LastLine({ state, memory, deviceId }: LastLineProps) {
  const say = useSay();
  const { steady } = useNow();
  const notices = [...(state.moreWindows === 0 ? [] : [say('board.moreWindows', { count: state.moreWindows })]), ...state.notices];
  const notice = usePages(notices.length, 0);
  const time = localTime(state.countedAt);
  if (memory.garbled) return <p className="banner" role="alert">{say('board.garbled', { time })}</p>;
  if (memory.link.at === 'refused') return <p className="banner" role="alert">{say('board.refused', { device: deviceId })}</p>;
  if (memory.link.at !== 'up') return <p className="banner" role="alert">{say('board.lost', { time, span: spanText(say, steady - memory.toldMs) })}</p>;
  return <p className="notice">{notices[notice] ?? ''}</p>;
}
