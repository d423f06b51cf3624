/* One employer: who it is, what it has shown, what holds today, who decided what and why; and what this role may decide now. */
import { Button } from 'antd';
import { useState } from 'react';
import { postsForOthers } from '@kuaizhao/db/domain/employers/documents.ts';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { useSay } from '../../../kit/say.tsx';
import { Decisions } from '../../parts/decided/decisions.tsx';
import { Facts } from '../../parts/desk/facts.tsx';
import { longMomentText } from '../../parts/desk/when.ts';
import { EmployerMarks } from '../../parts/employers/employer-line.tsx';
import { StandingRecordOf } from '../../parts/standing/standing-record.tsx';
import { useMay } from '../../session/use-may.ts';
import { useGo } from '../../shell/go.ts';
import { Crews } from './crews.tsx';
import { LiftForm, StandingForm, TrustForm } from './standing-forms.tsx';
import { Principals } from './principals.tsx';
import { Representatives } from './representatives.tsx';
import type { SheetProps } from './sheet-props.ts';
import { DeclineForm, VerifyForm } from './verify-forms.tsx';

type Open = 'verify' | 'decline' | 'watch' | 'ban' | 'lift' | 'trust' | 'distrust';

export function EmployerSheet({ employer, onChanged }: SheetProps) {
  const say = useSay();
  const { go } = useGo();
  const [open, setOpen] = useState<Open>();
  const { may, mayAsk } = useMay();
  const close = (): void => { setOpen(undefined); };
  const done = (): void => { close(); onChanged(); };
  const acts: readonly (readonly [Open, CommandType, boolean])[] = [
    ['verify', 'verifyEmployer', true], ['decline', 'declineVerification', true], ['watch', 'setEmployerStanding', employer.standing !== 'watched'], ['ban', 'setEmployerStanding', employer.standing !== 'banned'],
    ['lift', 'liftStanding', employer.standing !== 'normal'], ['trust', 'setTrust', !employer.trusted], ['distrust', 'setTrust', employer.trusted],
  ];
  return (
    <>
      <div className="sheet-head"><h3>{employer.name}</h3><EmployerMarks employer={employer} /></div>
      <Facts lines={[
        [say('employer.kind'), say(`kind.${employer.kind}`)],
        employer.creditCode !== undefined && [say('employer.creditCode'), employer.creditCode],
        employer.licenceNumber !== undefined && [say('employers.licence'), employer.licenceNumber],
        employer.promiseVersion !== undefined && [say('employers.promise'), employer.promiseVersion],
        [say('employers.registered'), longMomentText(employer.registeredAt)],
        employer.verifiedAt !== undefined && employer.verifiedBy !== undefined && [say('employers.verifiedBy'), `${longMomentText(employer.verifiedAt)} · ${employer.verifiedBy}`],
        employer.city !== undefined && [say('employers.city'), [say(`employers.city.${employer.city.standing}`), ...(employer.city.reason === undefined ? [] : [employer.city.reason]), ...(employer.city.until === undefined ? [] : [say('employers.cityUntil', { day: employer.city.until })])].join(' · ')],
        [say('employers.liveJobs'), String(employer.liveJobs)],
      ]} />
      <div className="sheet-acts">
        {acts.filter(([, type, sensible]) => sensible && may(type)).map(([id]) => <Button key={id} type={id === 'verify' && employer.verification !== 'verified' ? 'primary' : 'default'} danger={id === 'ban'} onClick={() => { setOpen(id); }}>{say(`employers.do.${id}`)}</Button>)}
        {!may('verifyEmployer') && <span className="hint">{say('desk.mayNot')}</span>}
        {may('postJob') && employer.standing !== 'banned' && <Button onClick={() => { go('post', employer.employerId); }}>{say('page.post')}</Button>}
      </div>
      <Representatives employer={employer} onChanged={onChanged} />
      {employer.kind === 'contractor' && <Crews employer={employer} onChanged={onChanged} />}
      {postsForOthers(employer.kind) && <Principals employer={employer} onChanged={onChanged} />}
      {mayAsk('standing') && <StandingRecordOf side="employer" who={employer.employerId} />}
      <Decisions title={say('employers.decisions')} none={say('employers.noDecisions')} decisions={employer.decisions} />
      {open === 'verify' && <VerifyForm employer={employer} onDone={done} onClose={close} />}
      {open === 'decline' && <DeclineForm employer={employer} onDone={done} onClose={close} />}
      {(open === 'watch' || open === 'ban') && <StandingForm employer={employer} standing={open === 'watch' ? 'watched' : 'banned'} onDone={done} onClose={close} />}
      {open === 'lift' && <LiftForm employer={employer} onDone={done} onClose={close} />}
      {(open === 'trust' || open === 'distrust') && <TrustForm employer={employer} trusted={open === 'trust'} onDone={done} onClose={close} />}
    </>
  );
}
