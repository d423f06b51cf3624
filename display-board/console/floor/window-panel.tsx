/* A window on the page of the whole floor: the number that is here, and one key each for the next, again, not there, done. Below: the queues and the other windows. */
import { Button, Select } from 'antd';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { useWindow, type WindowDesk } from './window/use-window.ts';

export function WindowPanel({ floor, keysOn }: { readonly floor: FloorState; readonly keysOn: boolean }) {
  const say = useSay();
  const desk = useWindow({ floor, keysOn });
  const { mine } = desk;
  return (
    <section className="panel window-panel" aria-label={say('console.window')}>
      <div className="panel-head">
        <h2>{say('console.myWindow')}</h2>
        {mine !== undefined && <Select value={mine.id} onChange={desk.choose} options={floor.windows.map((one) => ({ value: one.id, label: one.label }))} aria-label={say('console.myWindow')} />}
      </div>
      {mine === undefined ? <p className="nothing">{say('console.noWindows')}</p> : <MyWindow desk={desk} autoCalls={floor.autoCalls === true} />}
      <div className="scroll">
        <h3>{say('console.services')}</h3>
        <ul className="lines">
          {floor.services.map((one) => <li key={one.code}><b>{one.label}</b><span>{say('console.waiting', { n: one.waiting })}</span><em>{one.next === undefined ? '' : say('console.nextIs', { number: one.next })}</em></li>)}
        </ul>
        {floor.windows.length > 1 && <h3>{say('console.otherWindows')}</h3>}
        <ul className="lines">
          {floor.windows.filter((one) => one.id !== mine?.id).map((one) => <li key={one.id}><b>{one.label}</b><em>{one.call?.number ?? say('console.idle')}</em></li>)}
        </ul>
      </div>
    </section>
  );
}

function MyWindow({ desk, autoCalls }: { readonly desk: WindowDesk; readonly autoCalls: boolean }) {
  const say = useSay();
  const { mine, off, waiting, next } = desk;
  const call = mine?.call;
  return (
    <div className="my-window">
      <div className={call === undefined ? 'here idle' : 'here'}>
        <b>{call?.number ?? say('console.idle')}</b>
        <span>{call === undefined ? say('console.waiting', { n: waiting }) : [...call.trades.map((code) => tradeName(say.language, code)), say('console.calledTimes', { n: call.times })].join(' · ')}</span>
      </div>
      <Button type="primary" size="large" block loading={desk.act.busy} disabled={off || waiting === 0} onClick={desk.callNext} className="call-next">
        {say('console.callNext')}<span>{waiting === 0 ? say('console.nobodyNext') : next ?? say('console.waiting', { n: waiting })}</span><kbd>F2</kbd>
      </Button>
      {autoCalls && <Button block disabled={off || call === undefined || call.begun === true} onClick={desk.begin}>{say(call?.begun === true ? 'console.isHere' : 'console.begin')} <kbd>F7</kbd></Button>}
      <div className="row-of-three">
        <Button disabled={off || call === undefined} onClick={desk.recall}>{say('console.recall')} <kbd>F3</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.noShow}>{say('console.noShow')} <kbd>F4</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.served}>{say('console.served')} <kbd>F6</kbd></Button>
      </div>
    </div>
  );
}
