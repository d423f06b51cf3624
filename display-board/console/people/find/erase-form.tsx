/* §4 erasing: said plainly what goes and what stays, done once, and a receipt for the person. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import type { PersonFormProps } from './person-form-props.ts';

const reasons = ['personAsked', 'consentWithdrawn', 'registeredByMistake'] as const;

export function EraseForm({ worker, onClose, onGone }: PersonFormProps & { readonly onGone: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [receipt, setReceipt] = useState<string>();
  if (receipt !== undefined) {
    return (
      <Modal open centered closable={false} width={460} title={say('erase.done')} onCancel={onGone} footer={<Button type="primary" autoFocus onClick={onGone}>{say('erase.close')}</Button>}>
        <p className="receipt">{receipt}</p><p>{say('erase.receiptHint')}</p>
      </Modal>
    );
  }
  return (
    <AskWhy
      title={say('erase.title', { who: worker.shortName })} about={<p>{say('erase.about')}</p>} reasons={reasons} nameOf={(one) => say(`eraseWhy.${one}`)} act={say('person.do.erase')} danger withNote={false} form={form} onClose={onClose}
      onAct={({ reason }) => {
        void form.send({ type: 'eraseWorker', who: { by: 'worker', workerId: worker.workerId }, reason }, (facts) => {
          setReceipt(facts.find((fact) => fact.type === 'workerErased')?.receipt ?? '');
          return say('erase.done');
        });
      }}
    />
  );
}
