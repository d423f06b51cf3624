/* The person of a receipt asks whether it is done. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { rightReceiptSchema } from '@kuaizhao/db/domain/people/data/receipt-number.ts';
import { erasureQuery } from '@kuaizhao/sync-agent/contract/queries/people.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { paperFrom, PrinterSelect, usePrinter } from '../../parts/form/choices.tsx';
import { longMomentText } from '../../parts/desk/when.ts';
import { useAct } from '../../session/use-act.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';

const receiptSchema = erasureQuery.request.shape.receipt;

export function ReceiptBox() {
  const say = useSay();
  const { mayAsk } = useMay();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string>();
  const receipt = receiptSchema.safeParse(asked?.trim().toUpperCase());
  const question = useQuestion('erasure', { receipt: receipt.data ?? '20000101-000' }, { when: receipt.success });
  if (!mayAsk('erasure')) return null;
  return (
    <form className="receipt-box" onSubmit={(event) => { event.preventDefault(); setAsked(typed); }}>
      <span className="field-name">{say('erase.ask')}</span>
      <div className="find"><Input aria-label={say('erase.ask')} placeholder="20261121-001" maxLength={16} value={typed} onChange={(event) => { setTyped(event.target.value); }} /><Button htmlType="submit">{say('find.look')}</Button></div>
      {asked !== undefined && !receipt.success && <p className="wrong-line" role="alert">{say('wrong.form')}</p>}
      {receipt.success && <Answer of={question}>{({ erased, done }) => <><p role="status">{erased !== undefined ? say('erase.was', { time: longMomentText(erased.at), n: erased.records }) : done !== undefined ? say('rights.was', { time: longMomentText(done.at), what: say(`rights.${done.right}`) }) : say('erase.unknown')}</p>{(erased ?? done) !== undefined && receipt.data !== undefined && <PrintReceipt receipt={receipt.data} />}</>}</Answer>}
    </form>
  );
}

/** On paper, at the printer of this desk: for whoever asked, with nobody's name. */
export function PrintReceipt({ receipt }: { readonly receipt: string }) {
  const say = useSay();
  const { may } = useMay();
  const act = useAct();
  const { printer } = usePrinter();
  if (printer === undefined || !may('printForm')) return null;
  return <p className="print-receipt"><PrinterSelect /><Button loading={act.busy} onClick={() => { void act.run({ type: 'printForm', form: rightReceiptSchema.safeParse(receipt).success ? 'rightReceipt' : 'erasureReceipt', id: receipt, printer: paperFrom(printer) }, () => say('erase.printing', { printer })); }}>{say('erase.print')}</Button></p>;
}
