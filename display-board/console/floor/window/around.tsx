/* What is around the window: who waits where, who fills in a form, the other windows, and help for one of them. */
import { Button, Select, Tag } from 'antd';
import { helpKindSchema } from '@kuaizhao/db/domain/queue/desk/commands.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { ageText } from '../../../kit/age.ts';
import { useSay } from '../../../kit/say.tsx';
import { staffName } from '../../parts/staff-name.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct } from '../../session/use-act.ts';
import type { Window } from './use-window.ts';

interface Props { readonly floor: FloorState; readonly mine: Window | undefined; readonly find: (number: string) => void }

export function Around({ floor, mine, find }: Props) {
  const say = useSay();
  const act = useAct();
  const { link, desk } = useMemory();
  const off = act.busy || link.at !== 'up';
  const asks = floor.windows.filter((one) => one.help !== undefined);
  return (
    <div className="around scroll">
      {mine !== undefined && (
        <Select className="help" disabled={off} value={null} placeholder={say('floor.askHelp')} aria-label={say('floor.askHelp')} options={helpKindSchema.options.map((one) => ({ value: one, label: say(`floor.help.${one}`) }))}
          onChange={(kind: (typeof helpKindSchema.options)[number] | null) => { if (kind !== null) void act.run({ type: 'askHelp', windowId: mine.id, kind }, () => say('floor.helpAsked')); }} />
      )}
      {asks.length > 0 && (
        <ul className="lines helps">
          {asks.map((one) => <li key={one.id}><b>{one.label}</b>{one.help !== undefined && <><Tag color="orange">{say(`floor.help.${one.help.kind}`)}</Tag><span>{ageText(say, floor.countedAt - one.help.at)}</span></>}<Button size="small" disabled={off} onClick={() => { void act.run({ type: 'answerHelp', windowId: one.id }, () => say('floor.helpDone')); }}>{say('floor.helpAnswer')}</Button></li>)}
        </ul>
      )}
      {mine?.parked !== undefined && (
        <>
          <h3>{say('floor.parkedHere')}</h3>
          <p className="parked">{mine.parked.map((number) => <Button key={number} size="small" onClick={() => { find(number); }}>{number}</Button>)}</p>
        </>
      )}
      <h3>{say('console.services')}</h3>
      <ul className="lines">
        {floor.services.map((one) => (
          <li key={one.code} className={mine?.services.includes(one.code) === true ? 'own' : ''}><b title={one.label}>{one.label}</b><span>{say('console.waiting', { n: one.waiting })}</span><em>{one.wait === undefined ? '' : say('floor.wait', { from: one.wait.fromMinutes, to: one.wait.toMinutes })}</em></li>
        ))}
      </ul>
      <h3>{say('console.otherWindows')}</h3>
      <ul className="lines">
        {floor.windows.filter((one) => one.id !== mine?.id).map((one) => <li key={one.id}><b>{one.label}</b><span>{one.staffId === undefined ? say('floor.emptyChair') : staffName(desk, one.staffId)}</span><em>{one.call?.number ?? say('console.idle')}</em></li>)}
      </ul>
    </div>
  );
}
