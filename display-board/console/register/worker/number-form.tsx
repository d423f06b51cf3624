/* §4 a hall without any ID: a number in the queue for work and nothing else, for whoever says what work is wanted. */
import { Button } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { printAt, SomeTrades, usePrinter } from '../../parts/form/choices.tsx';
import { FieldGroup } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { numberOf } from '../../parts/number-of.ts';
import { tradesMost } from './told.ts';

export function NumberForm({ onDone }: { readonly onDone: (number: string | undefined) => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const [trades, setTrades] = useState<readonly string[]>([]);
  const give = (): void => {
    void form.send({ type: 'takeWorkNumber', trades: [...trades], ...printAt(printer) }, (facts) => {
      const number = numberOf(facts);
      onDone(number);
      return number === undefined ? say('worker.sameNumber') : say('worker.gave', { number });
    });
  };
  return (
    <form className="desk-form" onSubmit={(event) => { event.preventDefault(); give(); }}>
      <h3>{say('worker.onlyNumber')}</h3>
      <p className="say-so">{say('worker.onlyNumberHint')}</p>
      <FieldGroup wide needed label={say('worker.trades')} wrong={form.wrong('trades')}><SomeTrades label={say('worker.trades')} value={trades} onChange={setTrades} most={tradesMost} /></FieldGroup>
      <div className="form-acts"><Button type="primary" size="large" htmlType="submit" loading={form.busy}>{say('worker.giveNumber')}</Button></div>
    </form>
  );
}
