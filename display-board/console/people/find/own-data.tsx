/* §4 everything that the hall holds of one person, for that person: opened with a reason and before four eyes, shown once, kept nowhere on this machine. */
import { Alert, Button, Drawer, Radio } from 'antd';
import { useState } from 'react';
import { accessSectionSchema, sectionNames, type AccessCopy, type Words } from '@kuaizhao/db/domain/people/data/access-copy.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { Facts } from '../../parts/desk/facts.tsx';
import { FieldGroup } from '../../parts/form/field.tsx';
import { longMomentText } from '../../parts/desk/when.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSecond } from '../../parts/second/use-second.tsx';
import { askQuestion, type Told } from '../../session/ask-question.ts';
import { useSession } from '../../session/desk-session.tsx';
import { PrintReceipt } from '../receipts/receipt-box.tsx';
import type { PersonFormProps } from './person-form-props.ts';

const reasons = ['personAsked', 'correction', 'dispute', 'inspection'] as const;
type Reason = (typeof reasons)[number];

export function OwnData({ worker, onClose }: PersonFormProps) {
  const say = useSay();
  const { link } = useSession();
  const second = useSecond();
  const [reason, setReason] = useState<Reason>('personAsked');
  // Asked once: the second person vouched for this one look.
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<Told<QueryReply<'accessCopy'>>>();
  const see = async (): Promise<void> => {
    if (!second.ready || asking || !await second.prove()) return;
    setAsking(true);
    setTold(await askQuestion(link, 'accessCopy', { who: { by: 'worker', workerId: worker.workerId }, reason }));
    setAsking(false);
  };
  return (
    <Drawer open size={720} title={say('own.title', { who: worker.shortName })} onClose={onClose}>
      {told?.kind === 'told' ? <>{told.value.receipt !== undefined && <div className="receipt-box"><p role="status">{say('rights.copyReceipt', { receipt: told.value.receipt })}</p><PrintReceipt receipt={told.value.receipt} /></div>}<Copy copy={told.value.copy} /></> : (
        <form className="ask-why" onSubmit={(event) => { event.preventDefault(); void see(); }}>
          <p>{say('own.why')}</p>
          <FieldGroup needed label={say('desk.why')}>
            <Radio.Group className="reasons" value={reason} onChange={(event) => { setReason(reasons.find((one) => one === event.target.value) ?? 'personAsked'); }}>
              {reasons.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{say(`own.reason.${one}`)}</Radio>)}
            </Radio.Group>
          </FieldGroup>
          {second.fields}
          {told !== undefined && <Alert className="trouble" type="warning" showIcon title={say(told.kind === 'refused' ? `refusal.${told.refusal.code}` : 'console.askedInVain')} />}
          <div className="form-acts"><Button type="primary" htmlType="submit" loading={second.busy || asking} disabled={!second.ready}>{say('own.open')}</Button></div>
        </form>
      )}
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
