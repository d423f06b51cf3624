/* The clerk's window: the number that is here, and one key each for the next, again, not there, done. Below: the queues and the other windows. */
import { Button, Select } from 'antd';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { useAct } from '../session/use-act.ts';
import { useKeys } from '../session/use-keys.ts';
import { useRemembered } from '../session/use-remembered.ts';
import { calledNumbers } from './called-numbers.ts';

type Window = FloorState['windows'][number];

interface WindowPanelProps { readonly floor: FloorState; readonly canAct: boolean; readonly keysOn: boolean }

export function WindowPanel({ floor, canAct, keysOn }: WindowPanelProps) {
  const say = useSay();
  const [windowId, choose] = useRemembered('window', floor.windows.map((one) => one.id));
  const mine = floor.windows.find((one) => one.id === windowId);
  return (
    <section className="panel window-panel" aria-label={say('console.window')}>
      <div className="panel-head">
        <h2>{say('console.myWindow')}</h2>
        {windowId !== undefined && <Select value={windowId} onChange={choose} options={floor.windows.map((one) => ({ value: one.id, label: one.label }))} aria-label={say('console.myWindow')} />}
      </div>
      {mine === undefined ? <p className="nothing">{say('console.noWindows')}</p> : <MyWindow window={mine} floor={floor} canAct={canAct} keysOn={keysOn} />}
      <div className="scroll">
        <h3>{say('console.services')}</h3>
        <ul className="lines">
          {floor.services.map((one) => <li key={one.code}><b>{one.label}</b><span>{say('console.waiting', { n: one.waiting })}</span><em>{one.next === undefined ? '' : say('console.nextIs', { number: one.next })}</em></li>)}
        </ul>
        {floor.windows.length > 1 && <h3>{say('console.otherWindows')}</h3>}
        <ul className="lines">
          {floor.windows.filter((one) => one.id !== windowId).map((one) => <li key={one.id}><b>{one.label}</b><em>{one.call?.number ?? say('console.idle')}</em></li>)}
        </ul>
      </div>
    </section>
  );
}

function MyWindow({ window, floor, canAct, keysOn }: WindowPanelProps & { readonly window: Window }) {
  const say = useSay();
  const act = useAct();
  const { call } = window;
  const services = floor.services.filter((one) => window.services.includes(one.code));
  const waiting = services.reduce((sum, one) => sum + one.waiting, 0);
  const onlyNext = services.length === 1 ? services[0]?.next : undefined;

  const callNext = (): void => {
    void act.run({ type: 'callNext', windowId: window.id }, (facts) => say('console.called', { numbers: calledNumbers(facts) }));
  };
  const recall = (): void => { if (call !== undefined) void act.run({ type: 'recall', callId: call.callId }, () => say('console.recalled', { number: call.number })); };
  const noShow = (): void => { if (call !== undefined) void act.run({ type: 'markNoShow', callId: call.callId }, () => say('console.noShowDone', { number: call.number })); };
  const began = (): void => { if (call !== undefined && call.begun !== true) void act.run({ type: 'beginService', callId: call.callId }, () => say('console.begunDone', { number: call.number })); };
  const served = (): void => { if (call !== undefined) void act.run({ type: 'endCall', callId: call.callId, outcome: 'served' }, () => say('console.servedDone', { number: call.number })); };
  useKeys(keysOn && canAct, { F2: callNext, F3: recall, F4: noShow, F6: served, ...(floor.autoCalls === true ? { F7: began } : {}) });

  const off = !canAct || act.busy;
  return (
    <div className="my-window">
      <div className={call === undefined ? 'here idle' : 'here'}>
        <b>{call?.number ?? say('console.idle')}</b>
        <span>{call === undefined ? say('console.waiting', { n: waiting }) : [...call.trades.map((code) => tradeName(say.language, code)), say('console.calledTimes', { n: call.times })].join(' · ')}</span>
      </div>
      <Button type="primary" size="large" block loading={act.busy} disabled={!canAct || waiting === 0} onClick={callNext} className="call-next">
        {say('console.callNext')}<span>{waiting === 0 ? say('console.nobodyNext') : onlyNext ?? say('console.waiting', { n: waiting })}</span><kbd>F2</kbd>
      </Button>
      {floor.autoCalls === true && (
        <Button block disabled={off || call === undefined || call.begun === true} onClick={began}>{say(call?.begun === true ? 'console.isHere' : 'console.begin')} <kbd>F7</kbd></Button>
      )}
      <div className="row-of-three">
        <Button disabled={off || call === undefined} onClick={recall}>{say('console.recall')} <kbd>F3</kbd></Button>
        <Button disabled={off || call === undefined} onClick={noShow}>{say('console.noShow')} <kbd>F4</kbd></Button>
        <Button disabled={off || call === undefined} onClick={served}>{say('console.served')} <kbd>F6</kbd></Button>
      </div>
    </div>
  );
}
