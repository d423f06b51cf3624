/* The host's page: the job at the table on the left, the called numbers in the middle, who would come next and who was hired on the right. */
import { useState } from 'react';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useKeys } from '../../session/use-keys.ts';
import { useQuestion } from '../../session/use-question.ts';
import { HireForm } from '../hire-form.tsx';
import { CalledList, type CalledActs } from './called-list.tsx';
import { Candidates } from './candidates.tsx';
import { Draw, Quotes } from './draw-quotes.tsx';
import { HiresList } from './hires-list.tsx';
import { JobTerms } from './job-terms.tsx';
import { OfferForm } from './offer-form.tsx';
import { RefuseForm } from './refuse-form.tsx';
import { TableHead } from './table-head.tsx';
import { useTable, type AtTable, type TableDesk } from './use-table.ts';
import '../floor.css';

/** Hires and prices of another console are seen within so long. */
const peopleMs = 4_000;

export function TablePage() {
  const { floor } = useMemory();
  return floor === undefined ? null : <AtTablePage floor={floor} />;
}

type Question = { readonly about: 'hire' | 'refuse' | 'offer'; readonly at: AtTable };

function AtTablePage({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const desk = useTable(floor);
  const [question, setQuestion] = useState<Question>();
  const { act, picked, jobId } = desk;
  const close = (): void => { setQuestion(undefined); desk.askAgain(); };
  const told = (done: boolean): void => { if (done) desk.askAgain(); };
  const acts: CalledActs = {
    hire: (at) => { setQuestion({ about: 'hire', at }); }, refuse: (at) => { setQuestion({ about: 'refuse', at }); }, offer: (at) => { setQuestion({ about: 'offer', at }); },
    accept: ({ call }) => { void act.run({ type: 'answerCall', callId: call.callId, answer: { kind: 'accept' } }, () => say('table.accepted', { number: call.number })).then(told); },
    noShow: ({ call }) => { void act.run({ type: 'markNoShow', callId: call.callId }, () => say('console.noShowDone', { number: call.number })).then(told); },
    recall: ({ call }) => { void act.run({ type: 'recall', callId: call.callId }, () => say('console.recalled', { number: call.number })).then(told); },
  };
  const onPicked = (run: (at: AtTable) => void) => (): void => { if (picked !== undefined) run(picked); };
  const keysOn = question === undefined;
  useKeys(keysOn && !desk.off, { F2: onPicked(acts.offer), F3: onPicked(acts.recall), F4: onPicked(acts.noShow), F6: onPicked(acts.hire), F7: onPicked(acts.accept), F8: onPicked(acts.refuse) });
  return (
    <div className="floor-page table-page">
      <section className="panel table-head-panel" aria-label={say('console.myTable')}><TableHead floor={floor} desk={desk} keysOn={keysOn} /></section>
      <section className="panel" aria-label={say('table.job')}><div className="scroll">{jobId === undefined ? <p className="nothing">{say('table.seatFirst')}</p> : <JobTerms key={jobId} jobId={jobId} floor={floor} desk={desk} />}</div></section>
      <section className="panel" aria-label={say('console.atTable')}><h3>{say('console.atTable')}</h3><CalledList desk={desk} acts={acts} countedAt={floor.countedAt} /></section>
      <section className="panel" aria-label={say('table.people')}><div className="scroll people-scroll">{jobId === undefined ? <p className="nothing">{say('table.peopleLater')}</p> : <People key={jobId} jobId={jobId} desk={desk} />}</div></section>
      {question?.about === 'hire' && <HireForm key={question.at.call.callId} call={question.at.call} named={question.at.talk?.offers.at(-1)?.pay} job={desk.job} onClose={close} />}
      {question?.about === 'refuse' && <RefuseForm key={question.at.call.callId} at={question.at} onClose={close} />}
      {question?.about === 'offer' && <OfferForm key={question.at.call.callId} at={question.at} job={desk.job} onClose={close} />}
    </div>
  );
}

function People({ jobId, desk }: { readonly jobId: string; readonly desk: TableDesk }) {
  const asked = useQuestion('myJobPeople', { jobId }, { everyMs: peopleMs });
  return (
    <>
      <Candidates desk={desk} jobId={jobId} />
      <Answer of={asked}>{({ job, hires, quotes }) => (
        <>
          {job.mode === 'draw' && <Draw desk={desk} jobId={jobId} />}
          {(quotes.wanted || quotes.sealed > 0 || quotes.opened.length > 0) && <Quotes desk={desk} jobId={jobId} quotes={quotes} again={asked.again} />}
          <HiresList hires={hires} desk={desk} again={asked.again} />
        </>
      )}</Answer>
    </>
  );
}
