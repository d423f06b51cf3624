/* Somebody whom staff know comes without the card: a number for today, or the paper number that is held becomes theirs. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { printAt, usePrinter } from '../../parts/form/choices.tsx';
import { Field } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { orAbsent } from '../../parts/form/written.tsx';
import { PersonLine } from '../../parts/people/person-line.tsx';
import type { FoundWorker } from '../../parts/people/use-found.ts';
import { numberOf } from '../../parts/number-of.ts';
import { plainNumber } from '../../parts/form/typed.ts';

export function ArriveForm({ worker, onDone }: { readonly worker: FoundWorker; readonly onDone: (number: string | undefined) => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const [paper, setPaper] = useState('');
  const arrive = (): void => {
    void form.send({ type: 'checkInWitnessed', workerId: worker.workerId, workNumber: orAbsent(plainNumber(paper)), ...printAt(printer) }, (facts) => {
      const number = numberOf(facts);
      onDone(number);
      return number === undefined ? say('worker.sameNumber') : say('worker.gave', { number });
    });
  };
  return (
    <form className="desk-form" onSubmit={(event) => { event.preventDefault(); arrive(); }}>
      <h3>{say('worker.arriveTitle')}</h3>
      <p className="who-line"><PersonLine worker={worker} /></p>
      <p className="say-so">{say('worker.arriveAsk')}</p>
      <Field label={say('worker.paper')} wrong={form.wrong('workNumber')} hint={say('worker.paperHint')}><Input value={paper} onChange={(event) => { setPaper(event.target.value); }} placeholder="A017" maxLength={6} /></Field>
      <div className="form-acts"><Button type="primary" size="large" htmlType="submit" loading={form.busy} autoFocus>{say('worker.arrive')}</Button></div>
    </form>
  );
}
