/* Calls: the newest large, the others below. Tells its owner which calls are on the glass now. */
import { useEffect } from 'react';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../../kit/say.tsx';
import { callRows } from '../rows/call-rows.ts';
import { usePages } from '../rows/use-pages.ts';

interface CallsProps {
  readonly calls: readonly BoardCall[];
  readonly fresh: ReadonlyMap<string, number>;
  readonly held: number;
  readonly onPainted: (calls: readonly BoardCall[]) => void;
}

export function Calls({ calls, fresh, held, onPainted }: CallsProps) {
  const say = useSay();
  const { large, pages } = callRows(calls);
  // New calls must come round soon: these pages turn even while a call is fresh, unless that call is the only news.
  const page = usePages(pages.length, pages.length > 1 ? 0 : held);
  const rows = pages[page] ?? [];
  usePainted([...large, ...rows], onPainted);
  return (
    <section className="calls" aria-label={say('board.calls')} aria-live="assertive">
      <LargeCall calls={large} isFresh={large.some((call) => fresh.has(call.callId))} />
      <ol className="call-rows">
        {rows.map((call) => (
          <li key={call.callId} className={`${call.open ? '' : 'ended'} ${widthOf([call])}`} data-call={call.callId}>
            <b>{call.number}</b><span className={call.toLabel.length > 5 ? 'long' : ''}>{call.open ? call.toLabel : say('board.done')}</span>
          </li>
        ))}
      </ol>
    </section>
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

/** Three digits are the rule, up to five may come: longer numbers are set smaller rather than cut. */
function widthOf(calls: readonly BoardCall[]): string {
  const longest = Math.max(...calls.map((call) => call.number.length));
  return longest > 5 ? 'wider' : longest > 4 ? 'wide' : '';
}

/** After the second frame the first one is on the glass. A hidden page paints nothing and says nothing. */
function usePainted(calls: readonly BoardCall[], onPainted: (calls: readonly BoardCall[]) => void): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => { onPainted(calls); });
    });
    return () => { cancelAnimationFrame(frame); };
  });
}
