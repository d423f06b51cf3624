/* Who may post for a unit with the own card: added and taken away by the ID number, which is shown nowhere. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { representativesLimit } from '@kuaizhao/db/domain/employers/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { plainNumber } from '../../parts/form/typed.ts';
import { useMay } from '../../session/use-may.ts';
import type { SheetProps } from './sheet-props.ts';

export function Representatives({ employer, onChanged }: SheetProps) {
  const say = useSay();
  const form = useCommandForm();
  const { may } = useMay();
  const [number, setNumber] = useState('');
  if (employer.kind === 'household') return null;
  const send = (type: 'addRepresentative' | 'removeRepresentative'): void => {
    void form.send({ type, employerId: employer.employerId, number: plainNumber(number) }, () => say(`employers.done.${type}`)).then((done) => {
      if (!done) return;
      setNumber('');
      onChanged();
    });
  };
  return (
    <>
      <h4>{say('employers.representatives', { n: employer.representatives, most: representativesLimit })}</h4>
      {may('addRepresentative') && <form className="inline-form" onSubmit={(event) => { event.preventDefault(); send('addRepresentative'); }}>
        <Input aria-label={say('worker.number')} placeholder={say('worker.number')} maxLength={24} value={number} onChange={(event) => { setNumber(event.target.value); }} />
        <Button htmlType="submit" loading={form.busy} disabled={number === ''}>{say('employers.add')}</Button>
        <Button disabled={number === '' || form.busy} onClick={() => { send('removeRepresentative'); }}>{say('employers.remove')}</Button>
        {form.wrong('number') !== undefined && <em className="wrong" role="alert">{form.wrong('number')}</em>}
      </form>}
    </>
  );
}
