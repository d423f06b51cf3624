/* Whose board it is, whom to call when wronged, and the time. */
import type { BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';

function Clock({ behindMs }: { readonly behindMs: number }) {
  const { wall } = useNow();
  return <time className="clock">{localTime(wall + behindMs)}</time>;
}

export function Header({ state, behindMs }: { readonly state: BoardState; readonly behindMs: number }) {
  const say = useSay();
  return (
    <header className="header">
      <h1>{state.hallName}</h1>
      <p className="lines"><span>{say('board.hotline')} <b>{state.hotline}</b></span><span>{say('board.lines')}</span></p>
      <Clock behindMs={behindMs} />
    </header>
  );
}
