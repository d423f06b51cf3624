/* 全场 (F1, F25): queues, windows, tables, jobs and machines at once, what is past its threshold on top. For whoever answers for the hall; nothing here acts. */
import { useSay } from '../../kit/say.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useMemory } from '../session/desk-session.tsx';
import { dayStateOf } from '../session/use-today.ts';
import { alarmKey, alarmText } from './alarm-text.ts';
import { JobsNow, MachinesNow } from './jobs-now.tsx';
import { QueuesNow, TablesNow, WindowsNow } from './places-now.tsx';
import './live.css';

export function LivePage() {
  const say = useSay();
  const { floor } = useMemory();
  if (floor === undefined) return null;
  const alarms = floor.alarms ?? [];
  const state = dayStateOf(floor);
  const hint = state !== 'open' ? `live.day.${state}` as const : floor.moreWindows === undefined ? 'live.hint' : 'live.more';
  return (
    <PageFrame title={say('page.live')} hint={say(hint, { n: floor.moreWindows ?? 0, day: floor.day ?? '' })}>
      <ul className={`alarm-list${alarms.length === 0 ? ' none' : ''}`} aria-label={say('live.alarms')}>
        {alarms.length === 0 && <li>{say('live.noAlarms')}</li>}
        {alarms.map((alarm) => <li key={alarmKey(alarm)} data-alarm={alarm.kind}>{alarmText(say, alarm, floor)}</li>)}
      </ul>
      <div className="live">
        <QueuesNow floor={floor} />
        <WindowsNow floor={floor} />
        <TablesNow floor={floor} />
        <JobsNow floor={floor} />
        <MachinesNow floor={floor} />
      </div>
    </PageFrame>
  );
}
