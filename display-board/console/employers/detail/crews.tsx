/* F11 a contractor's crews: trade, size, and the registered workers in each, put in whole by their ID numbers. */
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { OneTrade } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { useMay } from '../../session/use-may.ts';
import { numbersIn } from '../../register/employer/shown.ts';
import type { SheetProps } from './sheet-props.ts';

interface CrewDraft { readonly crewId: string | undefined; readonly trade: string | undefined; readonly size: number | null; readonly members: string }
const newCrew: CrewDraft = { crewId: undefined, trade: undefined, size: 2, members: '' };

export function Crews({ employer, onChanged }: SheetProps) {
  const say = useSay();
  const form = useCommandForm();
  const puts = useMay().may('putContractorCrew');
  const [draft, setDraft] = useState<CrewDraft>();
  const remove = (crewId: string): void => { void form.send({ type: 'removeContractorCrew', employerId: employer.employerId, crewId }, () => say('employers.done.crewRemoved')).then((done) => { if (done) onChanged(); }); };
  const put = ({ crewId, trade, size, members }: CrewDraft): void => {
    void form.send({ type: 'putContractorCrew', employerId: employer.employerId, crewId, trade, size: size ?? undefined, members: numbersIn(members) }, () => say('employers.done.crewPut')).then((done) => {
      if (!done) return;
      setDraft(undefined);
      onChanged();
    });
  };
  return (
    <>
      <h4>{say('employers.crews', { n: employer.crews.length })}</h4>
      <ul className="story crews">
        {employer.crews.map((crew) => (
          <li key={crew.crewId}>
            <b>{tradeName(say.language, crew.trade)}</b><span>{say('employers.crewSize', { size: crew.size, members: crew.members })}</span>
            {puts && <span><Button size="small" onClick={() => { form.clear(); setDraft({ crewId: crew.crewId, trade: crew.trade, size: crew.size, members: '' }); }}>{say('employers.change')}</Button> <Button size="small" onClick={() => { remove(crew.crewId); }}>{say('employers.remove')}</Button></span>}
          </li>
        ))}
      </ul>
      {puts && (draft === undefined ? <Button onClick={() => { form.clear(); setDraft(newCrew); }}>{say('employers.newCrew')}</Button> : (
        <form className="desk-form crew-form" onSubmit={(event) => { event.preventDefault(); put(draft); }}>
          <FieldGroup needed label={say('post.trade')} wrong={form.wrong('trade')}><OneTrade label={say('post.trade')} value={draft.trade} onChange={(trade) => { setDraft({ ...draft, trade }); }} /></FieldGroup>
          <Field needed label={say('employers.size')} wrong={form.wrong('size')}><InputNumber<number> min={2} max={60} precision={0} value={draft.size} onChange={(size) => { setDraft({ ...draft, size }); }} /></Field>
          <Field wide label={say('employers.members')} wrong={wrongMember(draft.members, form.wrong)} hint={say('employers.membersHint')}><Input.TextArea rows={3} maxLength={2_000} value={draft.members} onChange={(event) => { setDraft({ ...draft, members: event.target.value }); }} /></Field>
          <div className="inline-form wide"><Button type="primary" htmlType="submit" loading={form.busy}>{say('employers.save')}</Button><Button onClick={() => { setDraft(undefined); }}>{say('console.cancel')}</Button></div>
        </form>
      ))}
    </>
  );
}

/** Which member is wrong, said with its line. */
function wrongMember(members: string, wrong: (path: string) => string | undefined): string | undefined {
  const at = numbersIn(members).findIndex((_, index) => wrong(`members.${String(index)}`) !== undefined);
  return at < 0 ? wrong('members') : `${String(at + 1)}. ${wrong(`members.${String(at)}`) ?? ''}`;
}
