/* One person everywhere: the number typed once, unseen; then what it means, the own PIN once more, and a second person who types another. None of it stays on the page a moment longer than it takes. */
import { Alert, App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { cityErasedSchema, type CityErase } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityMayVouch } from '@kuaizhao/sync-agent/contract/may/city.ts';
import { useSay } from '../../../kit/say.tsx';
import { newId, say as tell, troubleText, useDesk, useSession } from '../session.tsx';

/** As the card's number is typed: without spaces, the last letter large. */
const typedNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const wholeLength = 15;
const shortestPin = 4;

export function EraseForm({ onClose, onAsked }: { readonly onClose: () => void; readonly onAsked: (erasureId: string) => void }) {
  const text = useSay();
  const { link } = useSession();
  const { message } = App.useApp();
  const [number, setNumber] = useState('');
  const [sure, setSure] = useState(false);
  const [pin, setPin] = useState('');
  const { desk, member } = useDesk();
  const [who, setWho] = useState<string>();
  const [theirs, setTheirs] = useState('');
  const others = (desk?.staff ?? []).filter((one) => cityMayVouch(one.role) && one.staffId !== member?.staffId);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  // The same command when it is sent again: an answer that was lost must not begin a second erasure.
  const [commandId] = useState(newId);
  const sound = isIdNumber(number);
  const erase = async (): Promise<void> => {
    setBusy(true);
    const told = await tell(link, 'erase', { commandId, number, pin, second: { staffId: who ?? '', pin: theirs } } satisfies CityErase, (value) => cityErasedSchema.safeParse(value).data);
    setBusy(false);
    setPin('');
    setTheirs('');
    if (told.kind === 'told') {
      setNumber('');
      void message.success(text('erasures.asked', { id: told.value.erasureId }));
      return onAsked(told.value.erasureId);
    }
    const waitMs = told.kind === 'refused' ? told.refusal.waitMs ?? 0 : 0;
    const ofSecond = told.kind === 'refused' && told.refusal.code === 'secondPinWrong';
    setTrouble(waitMs > 0 ? text(ofSecond ? 'erasures.secondWait' : 'erasures.pinWait', { n: Math.ceil(waitMs / 1_000) }) : troubleText(text, told));
  };
  return (
    <Modal open centered width={520} title={text(sure ? 'erasures.sure' : 'erasures.startTitle')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {sure ? (
        <form className="erase-form" onSubmit={(event) => { event.preventDefault(); void erase(); }}>
          <p>{text('erasures.sureAbout')}</p>
          <label htmlFor="erase-pin">{text('erasures.pin')}</label>
          <Input.Password id="erase-pin" autoFocus autoComplete="off" visibilityToggle={false} value={pin} maxLength={64} onChange={(event) => { setPin(event.target.value); setTrouble(undefined); }} />
          <div className="erase-second">
            <label htmlFor="erase-beside">{text('erasures.second')}</label>
            <Select id="erase-beside" value={who ?? null} placeholder={text('erasures.whoBeside')} notFoundContent={text('erasures.noSecond')} onChange={(value: string) => { setWho(value); setTrouble(undefined); }} options={others.map((one) => ({ value: one.staffId, label: one.name }))} />
            <label htmlFor="erase-theirs">{text('erasures.secondPin')}</label>
            <Input.Password id="erase-theirs" autoComplete="off" visibilityToggle={false} value={theirs} maxLength={64} onChange={(event) => { setTheirs(event.target.value); setTrouble(undefined); }} />
          </div>
          {trouble !== undefined && <Alert type="warning" showIcon title={trouble} />}
          <p className="end"><Button onClick={onClose}>{text('erasures.cancel')}</Button><Button type="primary" danger htmlType="submit" loading={busy} disabled={pin.length < shortestPin || theirs.length < shortestPin || who === undefined}>{text('erasures.act')}</Button></p>
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
