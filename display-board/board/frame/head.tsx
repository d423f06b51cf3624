/* Whose board it is, whom to call when wronged, and the time. */
import type { BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';

export function Clock({ behindMs }: { readonly behindMs: number }) {
  const { wall } = useNow();
  return <time className="clock">{localTime(wall + behindMs)}</time>;
}

export function Lines({ hotline, only }: Pick<BoardState, 'hotline'> & { readonly only?: 'hall' | 'all' }) {
  const say = useSay();
  return <p className="lines">{only !== 'all' && <span>{say('board.hotline')} <b>{hotline}</b></span>}{only !== 'hall' && <span>{say('board.lines')}</span>}</p>;
}

export function Head({ state, behindMs, withLines }: { readonly state: BoardState; readonly behindMs: number; /** else they stand below */ readonly withLines: boolean }) {
  return (
    <header className="head">
      <h1>{state.hallName}</h1>
      {withLines && <Lines hotline={state.hotline} />}
      <Clock behindMs={behindMs} />
    </header>
  );
}
