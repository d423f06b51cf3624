/* One person at the desk: what may be done for them by this role, the record, merges that stand. Their own data opens only with a reason, which is noted. */
import { Button } from 'antd';
import { useState } from 'react';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { staffMay } from '@kuaizhao/db/domain/staff/may.ts';
import { queries, type QueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { QuerySpec } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { useSay } from '../../../kit/say.tsx';
import { PersonLine } from '../../parts/people/person-line.tsx';
import type { FoundWorker } from '../../parts/people/use-found.ts';
import { StandingRecordOf } from '../../parts/standing/standing-record.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useGo } from '../../shell/go.ts';
import { ConsentForm } from './consent-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { EraseForm } from './erase-form.tsx';
import { MergesOf } from './merges-of.tsx';
import { OwnData } from './own-data.tsx';
import type { PersonFormProps } from './person-form-props.ts';
import { CertificateForm, TradesForm, TrainingForm } from './work-forms.tsx';

const acts = [
  ['correct', 'correctWorker'], ['contact', 'changeContact'], ['consent', 'giveConsent'], ['trades', 'changeTrades'], ['training', 'wishTraining'], ['certificate', 'showCertificate'], ['erase', 'eraseWorker'],
] as const satisfies readonly (readonly [string, CommandType])[];
type Open = (typeof acts)[number][0] | 'see';

export function PersonSheet({ worker, onGone }: { readonly worker: FoundWorker; readonly onGone: () => void }) {
  const say = useSay();
  const { go } = useGo();
  const { signedIn } = useMemory();
  const [open, setOpen] = useState<Open>();
  const role = signedIn?.role;
  const may = (type: CommandType): boolean => role !== undefined && staffMay(role, type);
  const mayAsk = (name: QueryName): boolean => { const { staff }: QuerySpec = queries[name]; return role !== undefined && (staff?.includes(role) ?? true); };
  const close = (): void => { setOpen(undefined); };
  const part: PersonFormProps = { worker, onClose: close };
  return (
    <>
      <p className="who-line"><PersonLine worker={worker} /></p>
      <div className="sheet-acts">
        {mayAsk('accessCopy') && <Button type="primary" onClick={() => { setOpen('see'); }}>{say('person.do.see')}</Button>}
        {acts.filter(([, type]) => may(type)).map(([id]) => <Button key={id} danger={id === 'erase'} onClick={() => { setOpen(id); }}>{say(`person.do.${id}`)}</Button>)}
        {mayAsk('helpStanding') && <Button onClick={() => { go('help', worker.workerId); }}>{say('page.help')}</Button>}
      </div>
      {mayAsk('standing') && <StandingRecordOf side="worker" who={worker.workerId} />}
      {mayAsk('merges') && <MergesOf workerId={worker.workerId} />}
      {open === 'see' && <OwnData {...part} />}
      {open === 'correct' && <CorrectForm {...part} />}
      {open === 'contact' && <ContactForm {...part} />}
      {open === 'consent' && <ConsentForm {...part} />}
      {open === 'trades' && <TradesForm {...part} />}
      {open === 'training' && <TrainingForm {...part} />}
      {open === 'certificate' && <CertificateForm {...part} />}
      {open === 'erase' && <EraseForm {...part} onGone={onGone} />}
    </>
  );
}
