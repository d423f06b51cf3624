/* What is behind one figure of a report, beside it; from there on to one number. Esc closes. */
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { EvidenceList, type EvidenceAsked } from './evidence-list.tsx';
import { TracePanel } from './trace-panel.tsx';

const drawerWidth = 720;

export function EvidenceDrawer({ title, onClose, ...asked }: EvidenceAsked & { readonly title: string; readonly onClose: () => void }) {
  const say = useSay();
  const [traced, setTraced] = useState<{ readonly day: string; readonly number: string }>();
  return (
    <Drawer open size={drawerWidth} title={traced === undefined ? title : say('records.traceOf', { number: traced.number })} onClose={onClose} extra={traced !== undefined && <Button size="small" onClick={() => { setTraced(undefined); }}>{say('records.back')}</Button>}>
      {/* Hidden, not gone: back is where one was. */}
      <div hidden={traced !== undefined}><EvidenceList {...asked} onTrace={setTraced} height={520} /></div>
      {traced !== undefined && <TracePanel {...traced} height={500} />}
    </Drawer>
  );
}
