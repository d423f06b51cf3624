/* Calls: the newest large, the others below. Tells its owner which calls are on the glass now. */
import { useRef } from 'react';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { callRows } from './call-rows.ts';
import { usePages } from '../paging/use-pages.ts';
import { StripCalls } from './strip-calls.tsx';
import { usePainted, widthOf } from './use-painted.ts';
import type { ZoneProps } from '../zones/zone-props.ts';

/** As in look/calls.css and in db/domain/boards/fit.ts. */
const rowRem = 1.9;
const columnRem = 15;

export const CallsZone = (props: ZoneProps) => (props.shown.layout === 'strip' ? <StripCalls {...props} /> : <StandingCalls {...props} />);

function StandingCalls({ state: { calls }, memory: { fresh }, held, onPainted }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLOListElement>(null);
  const { rows: fit, columns } = useRoom(box, rowRem, columnRem);
  const { large, pages } = callRows(calls, fit * columns);
  // New calls must come round soon: these pages turn even while a call is fresh, unless that call is the only news.
  const page = usePages(pages.length, pages.length > 1 ? 0 : held);
  const rows = pages[page] ?? [];
  usePainted([...large, ...rows], onPainted);
  return (
    <div className="calls" aria-live="assertive">
      <LargeCall calls={large} isFresh={large.some((call) => fresh.has(call.callId))} />
      <ol className="call-rows" ref={box} style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}>
        {rows.map((call) => (
          <li key={call.callId} className={`${call.open ? '' : 'ended'} ${widthOf([call])}`} data-call={call.callId}>
            <b>{call.number}</b><span className={call.toLabel.length > 5 ? 'long' : ''}>{call.open ? call.toLabel : say('board.done')}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function LargeCall({ calls, isFresh }: { readonly calls: readonly BoardCall[]; readonly isFresh: boolean }) {
  const say = useSay();
  const [first] = calls;
  if (first === undefined) return <div className="large idle"><b>{say('board.noCalls')}</b><span>{say('board.noCallsHint')}</span></div>;
  // A new key starts the blinking anew for each call and each recall.
  const key = calls.map((call) => `${call.callId} ${String(call.times)}`).join(' ');
  const size = `${calls.length > 1 ? 'many' : 'one'} ${widthOf(calls)}`;
  return (
    <div key={key} className={`large ${size} ${isFresh ? 'fresh' : ''} ${first.open ? '' : 'ended'}`} data-call={first.callId}>
      <p className="what">{first.times > 1 ? say('board.again') : say('board.calls')}{first.jobNumber === undefined ? '' : ` · ${say('board.job', { number: first.jobNumber })}`}</p>
      <div className="numbers">{calls.map((call) => <b key={call.callId} data-call={call.callId}>{call.number}</b>)}</div>
      <p className={first.toLabel.length > 5 ? 'place long' : 'place'}>{first.open ? <>{say('board.goTo')} <strong>{first.toLabel}</strong></> : say('board.done')}</p>
    </div>
  );
}
