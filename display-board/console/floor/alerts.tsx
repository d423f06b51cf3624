/* What cannot wait: the line is down, calls that no board has shown, papers that may not have come out. */
import { Alert } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { useMemory, useSession } from '../session/desk-session.tsx';

export function Alerts({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const { link, garbled } = useMemory();
  const { deviceId } = useSession();
  return (
    <div className="alerts">
      {link.at === 'refused' && <Alert banner type="error" title={say('console.refused', { device: deviceId })} />}
      {link.at !== 'up' && link.at !== 'refused' && <Alert banner type="error" title={say('console.lost', { time: localTime(floor.countedAt) })} />}
      {garbled && <Alert banner type="error" title={say('console.garbled')} />}
      {floor.unheard.length > 0 && <Alert banner type="warning" className="unheard" title={say('console.unheard', { numbers: floor.unheard.join(say.language === 'en' ? ', ' : '、') })} />}
    </div>
  );
}
