/* A window on the page of the whole floor: the number that is here, and one key each for the next, again, not there, done. Below: the queues and the other windows. */
import { Button, Select } from 'antd';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { useWindow, type WindowDesk } from './window/use-window.ts';
import { WhoIsHere } from './window/here-card.tsx';

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
  const { mine, off } = desk;
  const call = mine?.call;
  return (
    <div className="my-window">
      <WhoIsHere desk={desk} autoCalls={autoCalls} />
      <div className="row-of-three">
        <Button disabled={off || call === undefined} onClick={desk.recall}>{say('console.recall')} <kbd>F3</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.noShow}>{say('console.noShow')} <kbd>F4</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.served}>{say('console.served')} <kbd>F6</kbd></Button>
      </div>
    </div>
  );
}
