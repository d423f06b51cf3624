/* One person at the desk: what may be done for them by this role, the record, merges that stand. Their own data opens only with a reason, which is noted. */
import { Button } from 'antd';
import { useState } from 'react';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { useSay } from '../../../kit/say.tsx';
import { PersonLine } from '../../parts/people/person-line.tsx';
import type { FoundWorker } from '../../parts/people/use-found.ts';
import { StandingRecordOf } from '../../parts/standing/standing-record.tsx';
import { useMay } from '../../session/use-may.ts';
import { useGo } from '../../shell/go.ts';
import { ConsentForm } from './consent-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { EraseForm } from './erase-form.tsx';
import { KnownElsewhere } from './known-elsewhere.tsx';
import { MergesOf } from './merges-of.tsx';
import { OwnData } from './own-data.tsx';
import type { PersonFormProps } from './person-form-props.ts';
import { CertificateForm, TradesForm, TrainingForm } from './work-forms.tsx';

const acts = [
  ['correct', 'correctWorker'], ['contact', 'changeContact'], ['consent', 'giveConsent'], ['trades', 'changeTrades'], ['training', 'wishTraining'], ['certificate', 'showCertificate'], ['erase', 'eraseWorker'],
] as const satisfies readonly (readonly [string, CommandType])[];
type Open = (typeof acts)[number][0] | 'see';

export function PersonSheet({ worker, onChanged, onGone }: { readonly worker: FoundWorker; readonly onChanged: () => void; readonly onGone: () => void }) {
  const say = useSay();
  const { go } = useGo();
  const [open, setOpen] = useState<Open>();
  const { may, mayAsk } = useMay();
  const close = (): void => { setOpen(undefined); };
  const part: PersonFormProps = { worker, onClose: close, onDone: () => { close(); onChanged(); } };
  return (
    <>
      <p className="who-line"><PersonLine worker={worker} /></p>
      <div className="sheet-acts">
        {mayAsk('accessCopy') && <Button type="primary" onClick={() => { setOpen('see'); }}>{say('person.do.see')}</Button>}
        {acts.filter(([, type]) => may(type)).map(([id]) => <Button key={id} danger={id === 'erase'} onClick={() => { setOpen(id); }}>{say(`person.do.${id}`)}</Button>)}
        {mayAsk('helpStanding') && <Button onClick={() => { go('help', worker.workerId); }}>{say('page.help')}</Button>}
      </div>
      {mayAsk('standing') && <StandingRecordOf side="worker" who={worker.workerId} />}
      {mayAsk('knownElsewhere') && <KnownElsewhere workerId={worker.workerId} />}
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
