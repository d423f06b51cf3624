/* The number of what was just done for somebody, to be printed and handed over before the person's sheet is shown again. */
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { useSay } from '../../../kit/say.tsx';
import type { CommandForm } from '../../parts/form/use-command-form.ts';
import type { DraftCommand } from '../../parts/form/wrongs.ts';
import { PrintReceipt } from './receipt-box.tsx';

/** Undefined when the hall gave none: nothing was new. */
const receiptOf = (facts: readonly Fact[]): string | undefined => facts.flatMap((fact) => ('receipt' in fact ? fact.receipt ?? [] : []))[0];

/** Sends what was filled in; the receipt stands there before `onDone`, where the hall gave one. `dialog`: in place of the form. */
export function useReceipt(form: CommandForm, onDone: () => void): { readonly send: (draft: DraftCommand, words: string) => void; readonly dialog: ReactNode | undefined } {
  const [receipt, setReceipt] = useState<string>();
  const send = async (draft: DraftCommand, words: string): Promise<void> => {
    let given: string | undefined;
    const done = await form.send(draft, (facts) => {
      given = receiptOf(facts);
      return words;
    });
    if (done && given === undefined) onDone();
    else if (done) setReceipt(given);
  };
  return { send: (draft, words) => { void send(draft, words); }, dialog: receipt === undefined ? undefined : <ReceiptGiven receipt={receipt} onClose={onDone} /> };
}

function ReceiptGiven({ receipt, onClose }: { readonly receipt: string; readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Modal open centered closable={false} width={460} title={say('rights.done')} onCancel={onClose} footer={<Button type="primary" autoFocus onClick={onClose}>{say('erase.close')}</Button>}>
      <p className="receipt">{receipt}</p><p>{say('rights.receiptHint')}</p><PrintReceipt receipt={receipt} />
    </Modal>
  );
}
