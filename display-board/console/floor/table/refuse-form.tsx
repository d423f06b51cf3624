/* 不谈了: which side says no and why, by code; the next number is called to the same table at once. */
import { Radio } from 'antd';
import { useState } from 'react';
import { refuseReasonSchema, type RefuseReason, type Side } from '@kuaizhao/db/domain/talks/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useAct } from '../../session/use-act.ts';
import { calledNumbers } from '../called-numbers.ts';
import type { AtTable } from './use-table.ts';

export function RefuseForm({ at, onClose }: { readonly at: AtTable; readonly onClose: (done: boolean) => void }) {
  const say = useSay();
  const act = useAct();
  const [by, setBy] = useState<Side>('worker');
  const [reason, setReason] = useState<RefuseReason>();
  const send = (): void => {
    if (reason === undefined) return;
    void act.run({ type: 'answerCall', callId: at.call.callId, answer: { kind: 'refuse', by, reason } }, (facts) => {
      const next = calledNumbers(facts);
      return next === '' ? say('table.refused', { number: at.call.number }) : say('table.refusedNext', { number: at.call.number, next });
    }).then((done) => { if (done) onClose(true); });
  };
  return (
    <FormDialog rows="floor-form" width={460} title={say('table.refuseTitle', { number: at.call.number })} act={say('table.refuse')} form={act} ready={reason !== undefined} onAct={send} onClose={() => { onClose(false); }}>
      <Radio.Group optionType="button" value={by} onChange={(event) => { setBy(event.target.value as Side); }} options={(['worker', 'employer'] as const).map((one) => ({ value: one, label: say(one === 'worker' ? 'table.byWorker' : 'table.byEmployer') }))} />
      <Radio.Group className="reasons in-two" value={reason ?? null} onChange={(event) => { setReason(refuseReasonSchema.parse(event.target.value)); }}>
        {refuseReasonSchema.options.map((one, index) => <Radio key={one} value={one} autoFocus={index === 0}>{say(`table.why.${one}`)}</Radio>)}
      </Radio.Group>
    </FormDialog>
  );
}
