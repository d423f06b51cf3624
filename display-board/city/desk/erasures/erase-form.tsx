/* One person everywhere: the number typed once, unseen; then what it means, and the own PIN once more. Neither stays on the page a moment longer than it takes. */
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { cityErasedSchema, type CityErase } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { useSay } from '../../../kit/say.tsx';
import { newId, say as tell, troubleText, useSession } from '../session.tsx';

/** As the card's number is typed: without spaces, the last letter large. */
const typedNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const wholeLength = 15;

export function EraseForm({ onClose, onAsked }: { readonly onClose: () => void; readonly onAsked: (erasureId: string) => void }) {
  const text = useSay();
  const { link } = useSession();
  const { message } = App.useApp();
  const [number, setNumber] = useState('');
  const [sure, setSure] = useState(false);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  // The same command when it is sent again: an answer that was lost must not begin a second erasure.
  const [commandId] = useState(newId);
  const sound = isIdNumber(number);
  const erase = async (): Promise<void> => {
    setBusy(true);
    const told = await tell(link, 'erase', { commandId, number, pin } satisfies CityErase, (value) => cityErasedSchema.safeParse(value).data);
    setBusy(false);
    setPin('');
    if (told.kind === 'told') {
      setNumber('');
      void message.success(text('erasures.asked', { id: told.value.erasureId }));
      return onAsked(told.value.erasureId);
    }
    const waitMs = told.kind === 'refused' ? told.refusal.waitMs ?? 0 : 0;
    setTrouble(waitMs > 0 ? text('erasures.pinWait', { n: Math.ceil(waitMs / 1_000) }) : troubleText(text, told));
  };
  return (
    <Modal open centered width={520} title={text(sure ? 'erasures.sure' : 'erasures.startTitle')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {sure ? (
        <form className="erase-form" onSubmit={(event) => { event.preventDefault(); void erase(); }}>
          <p>{text('erasures.sureAbout')}</p>
          <label htmlFor="erase-pin">{text('erasures.pin')}</label>
          <Input.Password id="erase-pin" autoFocus autoComplete="off" visibilityToggle={false} value={pin} maxLength={64} onChange={(event) => { setPin(event.target.value); setTrouble(undefined); }} />
          {trouble !== undefined && <Alert type="warning" showIcon title={trouble} />}
          <p className="end"><Button onClick={onClose}>{text('erasures.cancel')}</Button><Button type="primary" danger htmlType="submit" loading={busy} disabled={pin.length < 4}>{text('erasures.act')}</Button></p>
        </form>
      ) : (
        <form className="erase-form" onSubmit={(event) => { event.preventDefault(); if (sound) setSure(true); }}>
          <label htmlFor="erase-number">{text('erasures.number')}</label>
          <Input.Password id="erase-number" autoFocus autoComplete="off" visibilityToggle={false} value={number} maxLength={30} onChange={(event) => { setNumber(typedNumber(event.target.value)); }} />
          <p className="soft" role="status">{text(sound ? 'erasures.numberRight' : number.length >= wholeLength ? 'erasures.numberWrong' : 'erasures.numberHint')}</p>
          <p className="end"><Button onClick={onClose}>{text('erasures.cancel')}</Button><Button type="primary" htmlType="submit" disabled={!sound}>{text('erasures.next')}</Button></p>
        </form>
      )}
    </Modal>
  );
}
