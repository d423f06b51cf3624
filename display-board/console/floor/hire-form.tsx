/* 用工确认: the agreed pay is written down before the hire, prefilled from the posting; 面议 has to become a number here. */
import { InputNumber, Select } from 'antd';
import { useRef, useState, type ComponentRef } from 'react';
import { amountFenSchema, payUnitSchema, settlementSchema, type AgreedPay, type PayUnit, type Settlement } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { FloorCall, FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { fenOf, payText, yuanOf } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { FormDialog } from '../parts/form/form-dialog.tsx';
import { useAct } from '../session/use-act.ts';

interface HireFormProps { readonly call: FloorCall; /** the last price named at the table */ readonly named?: AgreedPay | undefined; readonly job: FloorState['jobs'][number] | undefined; readonly onClose: () => void }

export function HireForm({ call, named, job, onClose }: HireFormProps) {
  const say = useSay();
  const act = useAct();
  const amountBox = useRef<ComponentRef<typeof InputNumber>>(null);
  const offered = named ?? (job?.pay.kind === 'fixed' ? job.pay : undefined);
  const [yuan, setYuan] = useState<number | null>(offered === undefined ? null : yuanOf(offered.amountFen));
  const [unit, setUnit] = useState<PayUnit>(offered?.unit ?? 'day');
  const [settlement, setSettlement] = useState<Settlement>(job?.settlement ?? 'done');
  const amount = amountFenSchema.safeParse(yuan === null ? null : fenOf(yuan));

  const confirm = (): void => {
    void act.run(
      { type: 'confirmHire', callId: call.callId, ...(amount.success ? { agreedPay: { amountFen: amount.data, unit } } : {}), settlement },
      () => say('console.hired', { number: call.number }),
    ).then((done) => { if (done) onClose(); });
  };
  return (
    <FormDialog rows="hire-form" width={520} title={say('console.hireTitle', { number: call.number })} act={say('console.confirmHire')} form={act} onShown={() => { amountBox.current?.focus({ cursor: 'all' }); }} onAct={confirm} onClose={onClose}>
      {job !== undefined && <p className="offer">{job.number} · {job.workPlace} · {payText(say, job.pay)}</p>}
      <label>
        <span>{say('console.agreedPay')}</span>
        <InputNumber<number> ref={amountBox} size="large" min={0.01} max={100_000} precision={2} step={10} controls={false} prefix="¥" value={yuan} onChange={setYuan} />
      </label>
      <label><span>{say('console.perUnit')}</span><Select size="large" value={unit} onChange={setUnit} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} /></label>
      <label><span>{say('console.settlement')}</span><Select size="large" value={settlement} onChange={setSettlement} options={settlementSchema.options.map((one) => ({ value: one, label: say(`settlement.${one}`) }))} /></label>
    </FormDialog>
  );
}
