/* The card that opens a kiosk beside the PIN: whether an account has one, set and taken away. Only the hall's word that there is one comes back, never the number. */
import { Button, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { mayMaintain } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import type { Account } from '@kuaizhao/sync-agent/contract/queries/hall/accounts.ts';
import type { TextKey } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { plainNumber } from '../../parts/form/typed.ts';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useAct } from '../../session/use-act.ts';

const stateKeys: Readonly<Record<Account['card'], TextKey>> = { set: 'manage.card.set', none: 'manage.card.none', lost: 'manage.card.lost' };

interface CellProps { readonly row: Account; readonly may: boolean; readonly onBind: () => void; readonly onDone: () => void }

/** Empty for whoever opens no kiosk, unless a card is still there from another role. */
export function CardCell({ row, may, onBind, onDone }: CellProps) {
  const say = useSay();
  const act = useAct();
  if (row.closedAt !== undefined || (!mayMaintain(row.role) && row.card === 'none')) return null;
  const name = row.name ?? row.staffId;
  const takeAway = (): void => { void act.run({ type: 'setAccountCard', staffId: row.staffId }, () => say('manage.cardGone', { name })).then(onDone); };
  return (
    <span className="account-card">
      {row.card === 'lost' ? <Tag color="orange">{say(stateKeys.lost)}</Tag> : say(stateKeys[row.card])}
      {may && row.card !== 'set' && <Button size="small" onClick={onBind}>{say('manage.bindCard')}</Button>}
      {may && row.card === 'set' && (
        <Popconfirm placement="bottomRight" title={say('manage.cardGoneSure', { name })} onConfirm={takeAway}>
          <Button size="small" disabled={act.busy}>{say('manage.unbindCard')}</Button>
        </Popconfirm>
      )}
    </span>
  );
}

/** The number is typed, or comes from a reader that types: either way into the same field. */
export function CardForm({ account, onDone, onClose }: { readonly account: Account; readonly onDone: () => void; readonly onClose: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [number, setNumber] = useState('');
  const name = account.name ?? account.staffId;
  const send = (): void => { void form.send({ type: 'setAccountCard', staffId: account.staffId, card: plainNumber(number) }, () => say('manage.cardSet', { name })).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog width={480} title={say('manage.cardOf', { name })} act={say('manage.bindCard')} form={form} ready={number.trim() !== ''} onAct={send} onClose={onClose}>
      <Field needed label={say('manage.cardNumber')} wrong={form.wrong('card', 'staffId')} hint={say('manage.cardHint')}>
        <Input autoFocus autoComplete="off" aria-label={say('manage.cardNumber')} maxLength={24} className="mono" value={number} onChange={(event) => { setNumber(event.target.value); }} />
      </Field>
      <p className="after">{say('manage.cardAfter')}</p>
    </FormDialog>
  );
}
