/* F11 §4 for whom a contractor or agency may post: staff have seen the order or contract. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { postsForOthers } from '@kuaizhao/db/domain/employers/documents.ts';
import { useSay } from '../../../kit/say.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useMay } from '../../session/use-may.ts';
import { useQuestion } from '../../session/use-question.ts';
import type { SheetProps } from './sheet-props.ts';

const listed = 20;

export function Principals({ employer, onChanged }: SheetProps) {
  const say = useSay();
  const form = useCommandForm();
  const links = useMay().may('linkPrincipal');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const found = useQuestion('employers', { show: 'all', limit: listed, ...(text.trim() === '' ? {} : { text: text.trim() }) }, { when: text.trim() !== '' });
  const send = (type: 'linkPrincipal' | 'unlinkPrincipal', principalId: string): void => {
    void form.send({ type, employerId: employer.employerId, principalId }, () => say(`employers.done.${type}`)).then((done) => {
      if (!done) return;
      setChosen(undefined);
      onChanged();
    });
  };
  const options = (found.value?.employers ?? []).filter((one) => !postsForOthers(one.kind)).map((one) => ({ value: one.employerId, label: one.name }));
  return (
    <>
      <h4>{say('employers.principals', { n: employer.principals.length })}</h4>
      <ul className="story principals">
        {employer.principals.map((one) => <li key={one.employerId}><span className="by">{say(`kind.${one.kind}`)}</span><span>{one.name}</span>{links && <Button size="small" onClick={() => { send('unlinkPrincipal', one.employerId); }}>{say('employers.remove')}</Button>}</li>)}
      </ul>
      {links && <form className="inline-form" onSubmit={(event) => { event.preventDefault(); if (chosen !== undefined) send('linkPrincipal', chosen); }}>
        <Select showSearch={{ filterOption: false, onSearch: setText }} aria-label={say('employers.principal')} placeholder={say('employers.principal')} value={chosen ?? null} onChange={setChosen} options={options} notFoundContent={text === '' ? null : say('post.noEmployer')} />
        <Button htmlType="submit" disabled={chosen === undefined} loading={form.busy}>{say('employers.link')}</Button>
        {form.wrong('principalId') !== undefined && <em className="wrong" role="alert">{form.wrong('principalId')}</em>}
      </form>}
    </>
  );
}
