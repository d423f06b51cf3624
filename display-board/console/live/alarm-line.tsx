/* What is past its threshold, on top of every page of whoever answers for the hall; the whole list is one press away. */
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { alarmKey, alarmText, otherAlarms } from './alarm-text.ts';
import './live.css';

const shownMost = 4;

export function AlarmLine({ floor, onOpen }: { readonly floor: FloorState; readonly onOpen: () => void }) {
  const say = useSay();
  const alarms = otherAlarms(floor);
  if (alarms.length === 0) return null;
  return (
    <button type="button" className="alarm-line" onClick={onOpen}>
      <b>{say('alarm.count', { n: alarms.length })}</b>
      {alarms.slice(0, shownMost).map((alarm) => <span key={alarmKey(alarm)}>{alarmText(say, alarm, floor)}</span>)}
      {alarms.length > shownMost && <span>…</span>}
    </button>
  );
}
