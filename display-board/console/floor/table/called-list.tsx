/* Who was called to the table: number, short name, answer and its limit, what was asked and offered. Up and down choose one; the keys act on the chosen. */
import { Button, Tag } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { spanText } from '../../../kit/age.ts';
import type { Offer } from './offer-form.tsx';
import type { AtTable, TableDesk } from './use-table.ts';

export interface CalledActs { readonly hire: (at: AtTable) => void; readonly accept: (at: AtTable) => void; readonly refuse: (at: AtTable) => void; readonly offer: (at: AtTable) => void; readonly noShow: (at: AtTable) => void; readonly recall: (at: AtTable) => void }

export function CalledList({ desk, acts, countedAt }: { readonly desk: TableDesk; readonly acts: CalledActs; readonly countedAt: number }) {
  const say = useSay();
  return (
    <ul
      className="called scroll" tabIndex={0} aria-label={say('console.atTable')}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        desk.step(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {desk.called.map((at) => <Called key={at.call.callId} at={at} chosen={at.call.callId === desk.picked?.call.callId} desk={desk} acts={acts} countedAt={countedAt} />)}
      {desk.called.length === 0 && <li className="nothing">{say(desk.job === undefined ? 'table.seatFirst' : 'table.nobodyCalled')}</li>}
    </ul>
  );
}

interface CalledProps { readonly at: AtTable; readonly chosen: boolean; readonly desk: TableDesk; readonly acts: CalledActs; readonly countedAt: number }

function Called({ at, chosen, desk, acts, countedAt }: CalledProps) {
  const say = useSay();
  const { call, talk } = at;
  const talking = talk?.state === 'talking';
  const { off } = desk;
  return (
    <li className={chosen ? 'chosen' : ''} onClick={() => { desk.pick(call.callId); }}>
      <div className="called-head">
        <b className="number">{call.number}</b>
        <span className="who">{talk?.shortName ?? ''}{talk?.named === true && <Tag>{say('table.named')}</Tag>}</span>
        <Tag {...(talking ? { color: 'blue' } : {})}>{say(talking ? 'table.talking' : 'table.coming')}</Tag>
        <span className="limit">{say('console.calledTimes', { n: call.times })}{talk?.until === undefined ? '' : ` · ${say('table.until', { time: localTime(talk.until), span: spanText(say, Math.max(0, talk.until - countedAt)) })}`}</span>
      </div>
      {talk !== undefined && talk.offers.length > 0 && <p className="offers">{talk.offers.slice(-4).map((offer) => <span key={`${String(offer.at)} ${offer.side}`}>{offerText(offer, say)}</span>)}</p>}
      {chosen && (
        <div className="called-acts">
          <Button type="primary" disabled={off} onClick={() => { acts.hire(at); }}>{say('console.hire')} <kbd>F6</kbd></Button>
          <Button disabled={off || talking} onClick={() => { acts.accept(at); }}>{say('table.accept')} <kbd>F7</kbd></Button>
          <Button disabled={off} onClick={() => { acts.refuse(at); }}>{say('table.refuse')} <kbd>F8</kbd></Button>
          <Button disabled={off} onClick={() => { acts.offer(at); }}>{say('table.offer')} <kbd>F2</kbd></Button>
          <Button disabled={off} onClick={() => { acts.recall(at); }}>{say('console.recall')} <kbd>F3</kbd></Button>
          <Button disabled={off} onClick={() => { acts.noShow(at); }}>{say('console.noShow')} <kbd>F4</kbd></Button>
        </div>
      )}
    </li>
  );
}

const offerText = ({ side, pay, at }: Offer, say: ReturnType<typeof useSay>): string => `${say(side === 'worker' ? 'table.asks' : 'table.offers')} ${payText(say, { kind: 'fixed', ...pay })} ${localTime(at)}`;
