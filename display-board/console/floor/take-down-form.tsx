/* 下架: why is always asked, because the reason stays in the record. */
import { Radio } from 'antd';
import { useState } from 'react';
import { takeDownReasonSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { FormDialog } from '../parts/form/form-dialog.tsx';
import { useAct } from '../session/use-act.ts';

type Reason = (typeof takeDownReasonSchema.options)[number];

export function TakeDownForm({ job, onClose }: { readonly job: FloorState['jobs'][number]; readonly onClose: () => void }) {
  const say = useSay();
  const act = useAct();
  const [reason, setReason] = useState<Reason>();
  const takeDown = (): void => {
    if (reason === undefined) return;
    void act.run({ type: 'takeDownJob', jobId: job.jobId, reason }, () => say('console.takenDown', { number: job.number })).then((done) => { if (done) onClose(); });
  };
  return (
    <FormDialog rows="floor-form" width={460} title={`${say('console.takeDownTitle', { number: job.number })} · ${tradeName(say.language, job.trade)}`} act={say('console.takeDown')} danger form={act} ready={reason !== undefined} onAct={takeDown} onClose={onClose}>
      <p>{say('console.takeDownWhy')}</p>
      <Radio.Group className="reasons" value={reason ?? null} onChange={(event) => { setReason(takeDownReasonSchema.parse(event.target.value)); }}>
        {takeDownReasonSchema.options.map((one) => <Radio key={one} value={one}>{say(`takeDown.${one}`)}</Radio>)}
      </Radio.Group>
    </FormDialog>
  );
}
