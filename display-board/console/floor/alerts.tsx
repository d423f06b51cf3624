/* What cannot wait: the line is down, the hall's disk is full, calls that no board has shown, papers that may not have come out. */
import { Alert } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { alarmText } from '../live/alarm-text.ts';
import { useMemory, useSession } from '../session/desk-session.tsx';

export function Alerts({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const { link, garbled } = useMemory();
  const { deviceId } = useSession();
  const papers = (printer: 'paperOut' | 'nearEnd'): string[] => floor.devices.filter((one) => one.connected && one.printer === printer).map((one) => one.deviceId);
  const full = floor.alarms?.find(({ kind }) => kind === 'diskFull');
  return (
    <div className="alerts">
      {link.at === 'refused' && <Alert banner type="error" title={say('console.refused', { device: deviceId })} />}
      {link.at !== 'up' && link.at !== 'refused' && <Alert banner type="error" title={say('console.lost', { time: localTime(floor.countedAt) })} />}
      {garbled && <Alert banner type="error" title={say('console.garbled')} />}
      {full !== undefined && <Alert banner type="error" className="disk-full" title={alarmText(say, full, floor)} />}
      {floor.unheard.length > 0 && <Alert banner type="warning" className="unheard" title={say('console.unheard', { numbers: floor.unheard.join(say.language === 'en' ? ', ' : '、') })} />}
      {papers('paperOut').length > 0 && <Alert banner type="error" className="paper-out" title={say('console.paperOut', { devices: papers('paperOut').join(' ') })} />}
      {papers('nearEnd').length > 0 && <Alert banner type="warning" className="paper-near-end" title={say('console.paperNearEnd', { devices: papers('nearEnd').join(' ') })} />}
    </div>
  );
}
