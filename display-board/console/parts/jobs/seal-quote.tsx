/* 代封报价 (F8): a price for whoever cannot use the kiosk, typed once at their word and with their number beside; once it is sealed, staff see no more of it than anybody before all are opened. */
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { payUnitSchema, type PayUnit } from '@kuaizhao/db/domain/jobs/pay.ts';
import { fenOf } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { plainNumber } from '../form/typed.ts';
import { useCommandForm } from '../form/use-command-form.ts';

export function SealQuote({ jobId, unit: posted, onSealed }: { readonly jobId: string; readonly unit: PayUnit; readonly onSealed?: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [typed, setTyped] = useState('');
  const [yuan, setYuan] = useState<number | null>(null);
  const [unit, setUnit] = useState(posted);
  const number = plainNumber(typed);
  const seal = (): void => {
    if (yuan === null) return;
    void form.send({ type: 'sealQuote', jobId, number, pay: { amountFen: fenOf(yuan), unit } }, () => say('quote.sealed', { number })).then((done) => {
      // Sealed or not, a price does not stay on a screen that others pass.
      setYuan(null);
      if (!done) return;
      setTyped('');
      onSealed?.();
    });
  };
  const wrong = form.wrong('number', 'pay.amountFen', 'pay', 'jobId') ?? (form.refusal === undefined ? undefined : say(`refusal.${form.refusal.code}`));
  return (
    <form className="seal-quote" aria-label={say('quote.seal')} onSubmit={(event) => { event.preventDefault(); seal(); }}>
      <p className="hint">{say('quote.hint')}</p>
      <div className="seal-quote-row">
        <Input value={typed} maxLength={6} autoComplete="off" placeholder={say('quote.number')} aria-label={say('quote.number')} onChange={(event) => { setTyped(event.target.value); }} />
        <InputNumber<number> min={0.01} max={100_000} precision={2} controls={false} prefix="¥" value={yuan} onChange={setYuan} aria-label={say('quote.price')} />
        <Select value={unit} onChange={setUnit} aria-label={say('console.perUnit')} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} />
        <Button htmlType="submit" loading={form.busy} disabled={number === '' || yuan === null}>{say('quote.seal')}</Button>
      </div>
      {wrong !== undefined && <em className="wrong" role="alert">{wrong}</em>}
    </form>
  );
}
