/* Another body decides: the usual ones of this kind of dispute first. */
import { Radio } from 'antd';
import { useState } from 'react';
import type { DisputeDetail } from '@kuaizhao/db/domain/disputes/asked.ts';
import { bodySchema } from '@kuaizhao/db/domain/disputes/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';

type Body = (typeof bodySchema.options)[number];

export function TransferForm({ dispute, onDone, onClose }: { readonly dispute: Pick<DisputeDetail, 'disputeId' | 'number' | 'onwardTo'>; readonly onDone: () => void; readonly onClose: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [to, setTo] = useState<Body | undefined>(dispute.onwardTo[0]);
  const bodies = [...dispute.onwardTo, ...bodySchema.options.filter((one) => !dispute.onwardTo.includes(one))];
  const transfer = (): void => { void form.send({ type: 'transferDispute', disputeId: dispute.disputeId, to }, () => say('disputes.transferred')).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog title={say('disputes.transferTitle', { number: dispute.number })} act={say('disputes.transfer')} form={form} ready={to !== undefined} onAct={transfer} onClose={onClose}>
      <p className="hint">{say('disputes.transferAbout')}</p>
      <FieldGroup needed label={say('disputes.transferTo')} wrong={form.wrong('to')}>
        <Radio.Group className="reasons" value={to ?? null} onChange={(event) => { setTo(bodySchema.parse(event.target.value)); }}>{bodies.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{say(`body.${one}`)}</Radio>)}</Radio.Group>
      </FieldGroup>
    </FormDialog>
  );
}
