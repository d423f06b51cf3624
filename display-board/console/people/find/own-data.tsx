/* §4 everything that the hall holds of one person, for that person: opened with a reason, shown once, kept nowhere on this machine. */
import { Button, Drawer, Radio } from 'antd';
import { useState } from 'react';
import { accessSectionSchema, sectionNames, type AccessCopy, type Words } from '@kuaizhao/db/domain/people/data/access-copy.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Facts } from '../../parts/desk/facts.tsx';
import { FieldGroup } from '../../parts/form/field.tsx';
import { longMomentText } from '../../parts/desk/when.ts';
import { useQuestion } from '../../session/use-question.ts';
import type { PersonFormProps } from './person-form-props.ts';

const reasons = ['personAsked', 'correction', 'dispute', 'inspection'] as const;
type Reason = (typeof reasons)[number];

export function OwnData({ worker, onClose }: PersonFormProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<Reason>('personAsked');
  const [reason, setReason] = useState<Reason>();
  const question = useQuestion('accessCopy', { who: { by: 'worker', workerId: worker.workerId }, reason: reason ?? 'personAsked' }, { when: reason !== undefined });
  return (
    <Drawer open size={720} title={say('own.title', { who: worker.shortName })} onClose={onClose}>
      {reason === undefined ? (
        <form className="ask-why" onSubmit={(event) => { event.preventDefault(); setReason(chosen); }}>
          <p>{say('own.why')}</p>
          <FieldGroup needed label={say('desk.why')}>
            <Radio.Group className="reasons" value={chosen} onChange={(event) => { setChosen(reasons.find((one) => one === event.target.value) ?? 'personAsked'); }}>
              {reasons.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{say(`own.reason.${one}`)}</Radio>)}
            </Radio.Group>
          </FieldGroup>
          <div className="form-acts"><Button type="primary" htmlType="submit">{say('own.open')}</Button></div>
        </form>
      ) : <Answer of={question}>{({ copy }) => <Copy copy={copy} />}</Answer>}
    </Drawer>
  );
}

function Copy({ copy }: { readonly copy: AccessCopy }) {
  const say = useSay();
  const told = (words: Words): string => (say.language === 'en' ? words.en : words.zh);
  return (
    <div className="own-data">
      <p className="hint">{say('own.at', { time: longMomentText(copy.at) })}</p>
      {accessSectionSchema.options.map((section) => {
        const entries = copy.entries.filter((one) => one.section === section);
        if (entries.length === 0) return null;
        return (
          <section key={section}>
            <h4>{told(sectionNames[section])}</h4>
            <Facts lines={entries.map((one) => [told(one.what), `${told(one.value)}${one.from === undefined ? '' : ` · ${localDay(one.from)}`}${one.until === undefined ? '' : ` — ${localDay(one.until)}`}`])} />
          </section>
        );
      })}
    </div>
  );
}
