/* The number of what was just done for somebody, to be printed and handed over before the person's sheet is shown again. */
import { Button, Modal } from 'antd';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { useSay } from '../../../kit/say.tsx';
import { PrintReceipt } from './receipt-box.tsx';

/** Undefined when the hall gave none: nothing was new. */
export const receiptOf = (facts: readonly Fact[]): string | undefined => facts.flatMap((fact) => ('receipt' in fact ? fact.receipt ?? [] : []))[0];

export function ReceiptGiven({ receipt, onClose }: { readonly receipt: string; readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Modal open centered closable={false} width={460} title={say('rights.done')} onCancel={onClose} footer={<Button type="primary" autoFocus onClick={onClose}>{say('erase.close')}</Button>}>
      <p className="receipt">{receipt}</p><p>{say('rights.receiptHint')}</p><PrintReceipt receipt={receipt} />
    </Modal>
  );
}
