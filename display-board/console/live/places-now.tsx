/* Queues, windows and tables as they are now. */
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { staffName } from '../parts/staff-name.ts';
import { useMemory } from '../session/desk-session.tsx';
import { sinceText } from './alarm-text.ts';

interface NowProps { readonly floor: FloorState }
/** Numbers at one table that fit its line. */
const numbersMost = 3;

export function QueuesNow({ floor }: NowProps) {
  const say = useSay();
  const late = new Set((floor.alarms ?? []).filter(({ kind }) => kind === 'wait' || kind === 'length').map(({ about }) => about));
  return (
    <section className="panel queues-now" tabIndex={0} aria-label={say('live.queues')}>
      <h3>{say('live.queues')}</h3>
      <table>
        <thead><tr><th>{say('live.service')}</th><th>{say('live.waiting')}</th><th>{say('live.next')}</th><th>{say('live.longest')}</th><th>{say('live.range')}</th></tr></thead>
        <tbody>
          {floor.services.map((one) => (
            <tr key={one.code} className={late.has(one.code) ? 'late' : ''}>
              <td>{one.label}</td><td><b>{one.waiting.toLocaleString('en-US')}</b></td><td>{one.next ?? '—'}</td><td>{sinceText(say, one.oldest, floor.countedAt)}</td>
              <td>{one.wait === undefined ? '—' : say('live.minutes', { from: one.wait.fromMinutes, to: one.wait.toMinutes })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function WindowsNow({ floor }: NowProps) {
  const say = useSay();
  const { desk } = useMemory();
  const idle = new Set((floor.alarms ?? []).filter(({ kind }) => kind === 'idle').map(({ about }) => about));
  return (
    <section className="panel" aria-label={say('live.windows')}>
      <h3>{say('live.windows')} <small>{floor.windows.filter((one) => one.staffId !== undefined).length}/{floor.windows.length}</small></h3>
      <ul className="lines scroll" tabIndex={0}>
        {floor.windows.length === 0 && <li className="nothing">{say('console.noWindows')}</li>}
        {floor.windows.map((one) => (
          <li key={one.id} className={idle.has(one.id) ? 'late' : ''}>
            <b title={one.label}>{one.label}</b>
            {one.help !== undefined && <em className="alarmed">{say(`live.help.${one.help.kind}`)}</em>}
            <span>{one.staffId === undefined ? say('live.nobody') : staffName(desk, one.staffId)}</span>
            <em>{one.call === undefined ? say('console.idle') : one.call.number}</em>
            <em className="since">{one.call === undefined ? '' : sinceText(say, one.call.at, floor.countedAt)}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function TablesNow({ floor }: NowProps) {
  const say = useSay();
  const busy = floor.tables.filter(({ calls }) => calls.length > 0);
  return (
    <section className="panel" aria-label={say('live.tables')}>
      <h3>{say('live.tables')} <small>{busy.length}/{floor.tables.length}</small></h3>
      <ul className="lines scroll" tabIndex={0}>
        {floor.tables.length === 0 && <li className="nothing">{say('console.noTables')}</li>}
        {floor.tables.map(({ id, label, calls }) => (
          <li key={id}>
            <b title={label}>{label}</b>
            <span>{calls[0]?.jobNumber ?? ''}</span>
            <em>{calls.length === 0 ? say('console.idle') : `${calls.slice(0, numbersMost).map(({ number }) => number).join(' ')}${calls.length > numbersMost ? ` +${String(calls.length - numbersMost)}` : ''}`}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
