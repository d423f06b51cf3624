/* 出价: what one side names at the table; each price is kept with its time beside the hire. */
import { InputNumber, Radio, Select } from 'antd';
import { useRef, useState, type ComponentRef } from 'react';
import type { CalledPerson } from '@kuaizhao/db/domain/hiring/asked.ts';
import { amountFenSchema, payUnitSchema, type PayUnit } from '@kuaizhao/db/domain/jobs/pay.ts';
import { fenOf, yuanOf } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useAct } from '../../session/use-act.ts';
import type { AtTable, Job } from './use-table.ts';

export type Offer = CalledPerson['offers'][number];

interface Props { readonly at: AtTable; readonly job: Job | undefined; readonly onClose: (done: boolean) => void }

export function OfferForm({ at, job, onClose }: Props) {
  const say = useSay();
  const act = useAct();
  const box = useRef<ComponentRef<typeof InputNumber>>(null);
  const posted = job?.pay.kind === 'fixed' ? job.pay : undefined;
  const last = at.talk?.offers.at(-1);
  const [side, setSide] = useState<Offer['side']>(last?.side === 'worker' ? 'employer' : 'worker');
  const [yuan, setYuan] = useState<number | null>(last === undefined ? (posted === undefined ? null : yuanOf(posted.amountFen)) : yuanOf(last.pay.amountFen));
  const [unit, setUnit] = useState<PayUnit>(last?.pay.unit ?? posted?.unit ?? 'day');
  const amount = amountFenSchema.safeParse(yuan === null ? null : fenOf(yuan));
  const send = (): void => {
    if (!amount.success) return;
    void act.run({ type: 'recordOffer', callId: at.call.callId, side, pay: { amountFen: amount.data, unit } }, () => say('table.offerKept')).then((done) => { if (done) onClose(true); });
  };
  return (
    <FormDialog rows="floor-form" width={440} title={say('table.offerTitle', { number: at.call.number })} act={say('table.keep')} form={act} ready={amount.success} onShown={() => { box.current?.focus({ cursor: 'all' }); }} onAct={send} onClose={() => { onClose(false); }}>
      <Radio.Group optionType="button" value={side} onChange={(event) => { setSide(event.target.value as Offer['side']); }} options={(['worker', 'employer'] as const).map((one) => ({ value: one, label: say(one === 'worker' ? 'table.workerAsks' : 'table.employerOffers') }))} />
      <div className="offer-row">
        <InputNumber<number> ref={box} size="large" min={0.01} max={100_000} precision={2} step={10} controls={false} prefix="¥" value={yuan} onChange={setYuan} aria-label={say('console.agreedPay')} />
        <Select size="large" value={unit} onChange={setUnit} aria-label={say('console.perUnit')} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} />
      </div>
    </FormDialog>
  );
}
