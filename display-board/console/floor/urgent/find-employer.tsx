/* Who is at the door: found by a part of the name, the whole credit code, or the number of a job slip of today. Enter finds, arrows choose, Enter takes. */
import { Input } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { useSay } from '../../../kit/say.tsx';
import { EmployerLine } from '../../parts/employers/employer-line.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { plainNumber } from '../../parts/form/typed.ts';

const listed = 8;

export function FindEmployer({ picked, onPick }: { readonly picked: string | undefined; readonly onPick: (employerId: string) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const slip = hallNumberSchema.safeParse(plainNumber(wanted));
  const bySlip = slip.success && slip.data.startsWith('J');
  const about = useQuestion('paperNumber', { number: bySlip ? slip.data : 'J001' }, { when: bySlip }).value?.about;
  const question = useQuestion('employers', { show: 'all', limit: listed, ...(wanted === '' || bySlip ? {} : { text: wanted }) }, { when: wanted !== '' && !bySlip });
  const ofSlip = about !== undefined && 'employerId' in about ? about.employerId : undefined;
  const found = question.value?.employers ?? [];
  // One who fits is the one who is meant.
  const only = bySlip ? ofSlip : found.length === 1 ? found[0]?.employerId : undefined;
  useEffect(() => { if (only !== undefined) onPick(only); }, [only, onPick]);
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? document.activeElement?.nextElementSibling : document.activeElement?.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
  };
  return (
    <section className="find-employer" aria-label={say('urgent.who')}>
      <h3>{say('urgent.who')}</h3>
      <form role="search" onSubmit={(event) => { event.preventDefault(); setWanted(text.trim()); }}>
        <Input size="large" autoFocus allowClear value={text} maxLength={50} aria-label={say('urgent.find')} placeholder={say('urgent.find')} suffix={<kbd>Enter</kbd>} onChange={(event) => { setText(event.target.value); }} />
        <button type="submit" hidden />
      </form>
      {wanted === '' && <p className="hint">{say('urgent.findHint')}</p>}
      {bySlip && about?.kind === 'none' && <p className="nothing">{say('floor.noSuchNumber', { number: slip.data })}</p>}
      {wanted !== '' && !bySlip && (
        <Answer of={question}>{({ employers }) => (
          <div className="found-employers" onKeyDown={move}>
            {employers.map((one, at) => <button key={one.employerId} type="button" autoFocus={at === 0 && employers.length > 1} aria-pressed={one.employerId === picked} onClick={() => { onPick(one.employerId); }}><EmployerLine employer={one} /></button>)}
            {employers.length === 0 && <p className="nothing">{say('urgent.nobody')}</p>}
          </div>
        )}</Answer>
      )}
    </section>
  );
}
