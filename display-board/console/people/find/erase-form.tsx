/* §4 erasing: said plainly what goes and what stays, done once by two people because it does not come back, and a receipt for the person. */
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useSecond } from '../../parts/second/use-second.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { PrintReceipt } from '../receipts/receipt-box.tsx';
import type { PersonFormProps } from './person-form-props.ts';

const reasons = ['personAsked', 'consentWithdrawn', 'registeredByMistake'] as const;

export function EraseForm({ worker, onClose, onGone }: PersonFormProps & { readonly onGone: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [receipt, setReceipt] = useState<string>();
  const second = useSecond();
  const role = useMemory().signedIn?.role;
  const mayEverywhere = role === 'supervisor' || role === 'admin';
  const [everywhere, setEverywhere] = useState(mayEverywhere);
  if (receipt !== undefined) {
    return (
      <Modal open centered closable={false} width={460} title={say('erase.done')} onCancel={onGone} footer={<Button type="primary" autoFocus onClick={onGone}>{say('erase.close')}</Button>}>
        <p className="receipt">{receipt}</p><p>{say('erase.receiptHint')}</p><PrintReceipt receipt={receipt} />{everywhere && <p>{say('erase.everywhereDone')}</p>}
      </Modal>
    );
  }
  return (
    <AskWhy
      title={say('erase.title', { who: worker.shortName })} about={<><p>{say('erase.about')}</p>{mayEverywhere && <Checkbox checked={everywhere} onChange={(event) => { setEverywhere(event.target.checked); }}>{say('erase.everywhere')}</Checkbox>}</>} reasons={reasons} nameOf={(one) => say(`eraseWhy.${one}`)} act={say('person.do.erase')} danger withNote={false} more={second} form={form} onClose={onClose}
      onAct={({ reason }) => {
        void second.prove().then((stands) => stands && form.send({ type: 'eraseWorker', who: { by: 'worker', workerId: worker.workerId }, reason, ...(everywhere ? { everywhere: true as const } : {}) }, (facts) => {
          setReceipt(facts.find((fact) => fact.type === 'workerErased')?.receipt ?? '');
          return say('erase.done');
        }));
      }}
    />
  );
}
