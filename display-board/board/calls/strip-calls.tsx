/* Calls on a strip of LED: numbers and places side by side, the newest first. What does not fit comes on the next page; nothing runs. */
import { useRef } from 'react';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { callRows } from './call-rows.ts';
import { cut } from '../../kit/paging.ts';
import { usePages } from '../paging/use-pages.ts';
import { usePainted } from './use-painted.ts';
import type { ZoneProps } from '../zones/zone-props.ts';

/** As in look/calls.css. */
const rowRem = 2.2;
const columnRem = 11.5;
/** A cell as high as the strip wants so much more width. */
const fewTimes = 1.35;

export function StripCalls({ state, memory: { fresh }, held, onPainted }: ZoneProps) {
  const say = useSay();
  const { calls } = state;
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns } = useRoom(box, rowRem, columnRem);
  const few = Math.max(1, Math.floor(columns / fewTimes));
  const most = rows * columns;
  const { large, pages: rest } = callRows(calls, Math.max(1, most - 1));
  const pages = cut([...large, ...rest.flat()], most);
  // A new call turns back to the page on which it stands.
  const page = usePages(pages.length, held, large.map(({ callId, times }) => `${callId} ${String(times)}`).join(' '));
  const here = pages[page] ?? [];
  usePainted(box, here, state, onPainted);
  const isFew = here.length <= few;
  const across = isFew ? Math.max(1, here.length) : columns;
  return (
    <div className={isFew ? 'strip-calls few' : 'strip-calls'} ref={box} aria-live="assertive" style={{ gridTemplateColumns: `repeat(${String(across)}, minmax(0, 1fr))` }}>
      {calls.length === 0 && <p className="idle">{say('board.noCalls')}</p>}
      {here.map((call) => (
        <div key={`${call.callId} ${String(call.times)}`} className={`strip-call ${classOf(call, large.includes(call), fresh.has(call.callId))}`} data-call={call.callId}>
          <b>{call.number}</b><span className={call.toLabel.length > 7 ? 'long' : ''}>{call.open ? call.toLabel : say('board.done')}</span>
        </div>
      ))}
    </div>
  );
}

const classOf = (call: BoardCall, isNewest: boolean, isFresh: boolean): string => [isNewest ? 'newest' : '', isFresh ? 'fresh' : '', call.open ? '' : 'ended'].join(' ');
