/* Calls: the newest large, the others below. Tells its owner which calls are on the glass now. */
import { useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom, useSize } from '../plan/use-room.ts';
import { callRows, newestOf } from './call-rows.ts';
import { largeRoom, type LargeRoom } from './large-room.ts';
import { usePages } from '../paging/use-pages.ts';
import { StripCalls } from './strip-calls.tsx';
import { lettersOf, usePainted, widthOf } from './use-painted.ts';
import type { ZoneProps } from '../zones/zone-props.ts';

export const CallsZone = (props: ZoneProps) => (props.shown.layout === 'strip' ? <StripCalls {...props} /> : <StandingCalls {...props} />);

const { em: rowRem, columnEm: columnRem } = zoneRows.calls;
const isLong = ({ toLabel }: BoardCall): boolean => toLabel.length > 5;

function StandingCalls({ state, memory: { fresh }, held, onPainted }: ZoneProps) {
  const say = useSay();
  const { calls } = state;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { rows: fit, columns } = useRoom(list, rowRem, columnRem);
  const newest = newestOf(calls);
  const room = largeRoom(useSize(box), { count: newest.length, letters: lettersOf(newest), isLong: newest.some(isLong), others: newest.length < calls.length });
  const { large, pages } = callRows(calls, fit * columns, room.most);
  // New calls must come round soon: these pages turn even while a call is fresh, unless that call is the only news.
  const page = usePages(pages.length, pages.length > 1 ? 0 : held);
  const rows = pages[page] ?? [];
  usePainted(box, [...large, ...rows], state, onPainted);
  return (
    <div className={rows.length > 0 ? 'calls with-rows' : 'calls'} ref={box} aria-live="assertive">
      <LargeCall calls={large} room={room} isFresh={large.some((call) => fresh.has(call.callId))} />
      <ol className="call-rows" ref={list} style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}>
        {rows.map((call) => (
          <li key={call.callId} className={`${call.open ? '' : 'ended'} ${widthOf([call])}`} data-call={call.callId}>
            <b>{call.number}</b><span className={isLong(call) ? 'long' : ''}>{call.open ? call.toLabel : say('board.done')}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function LargeCall({ calls, room, isFresh }: { readonly calls: readonly BoardCall[]; readonly room: LargeRoom; readonly isFresh: boolean }) {
  const say = useSay();
  const [first] = calls;
  if (first === undefined) return <div className="large idle"><b>{say('board.noCalls')}</b><span>{say('board.noCallsHint')}</span></div>;
  // A new key starts the blinking anew for each call and each recall.
  const key = calls.map((call) => `${call.callId} ${String(call.times)}`).join(' ');
  const together = calls.length > 1;
  return (
    <div key={key} className={`large ${together ? 'many' : `one ${widthOf(calls)}`} ${isFresh ? 'fresh' : ''} ${first.open ? '' : 'ended'}`}>
      <p className="what">{first.times > 1 ? say('board.again') : say('board.calls')}{first.jobNumber === undefined ? '' : ` · ${say('board.job', { number: first.jobNumber })}`}</p>
      <div className="numbers" style={together ? { fontSize: `${String(room.fontRem)}rem`, gridTemplateColumns: `repeat(${String(room.columns)}, 1fr)` } : {}}>{calls.map((call) => <b key={call.callId} data-call={call.callId}>{call.number}</b>)}</div>
      <p className={isLong(first) ? 'place long' : 'place'}>{first.open ? <>{say('board.goTo')} <strong>{first.toLabel}</strong></> : say('board.done')}</p>
    </div>
  );
}
