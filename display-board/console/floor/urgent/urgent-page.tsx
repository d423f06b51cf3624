/* 急招: a boss arrives by van, wants people, and drives off. Found, posted with the last terms, called, hired, printed, on one page and by keyboard. */
import { Select } from 'antd';
import { useState } from 'react';
import type { JobPosted } from '@kuaizhao/db/domain/jobs/facts.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { newDraft } from '../../parts/jobs/draft.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useRemembered } from '../../session/use-remembered.ts';
import { CrewHere } from './crew-here.tsx';
import { FindEmployer } from './find-employer.tsx';
import { lastDraft } from './last-draft.ts';
import { TermsForm } from './terms-form.tsx';
import '../floor.css';

export function UrgentPage() {
  const say = useSay();
  const { floor } = useMemory();
  const [turn, setTurn] = useState(0);
  const [free, chooseTable] = useTable(floor);
  // Once posted, this van has its table: it is not free any more, and still the one that is meant.
  const [taken, setTaken] = useState<string>();
  const table = taken ?? free;
  if (floor === undefined) return null;
  const tableSelect = <label className="printer-select"><span>{say('console.myTable')}</span><Select aria-label={say('console.myTable')} value={table ?? null} onChange={(id: string | null) => { if (id !== null) chooseTable(id); }} options={floor.tables.map((one) => ({ value: one.id, label: one.calls.length === 0 ? one.label : `${one.label} · ${String(one.calls.length)}` }))} /></label>;
  return (
    <PageFrame title={say('page.urgent')} hint={say('urgent.hint')} acts={<>{tableSelect}<PrinterSelect /></>}>
      <OneVan key={turn} floor={floor} tableId={table} onPosted={() => { setTaken(table); }} onNext={() => { setTaken(undefined); setTurn(turn + 1); }} />
    </PageFrame>
  );
}

/** The table of this device; the first free one while somebody else's talk goes on there. */
function useTable(floor: FloorState | undefined): readonly [string | undefined, (id: string) => void] {
  const tables = floor?.tables ?? [];
  const [remembered, choose] = useRemembered('table', tables.map((one) => one.id));
  const own = tables.find((one) => one.id === remembered);
  return [(own?.calls.length ?? 0) === 0 ? remembered : tables.find((one) => one.calls.length === 0)?.id ?? remembered, choose];
}

interface OneVanProps { readonly floor: FloorState; readonly tableId: string | undefined; readonly onPosted: () => void; readonly onNext: () => void }

function OneVan({ floor, tableId, onPosted, onNext }: OneVanProps) {
  const say = useSay();
  const [employerId, pick] = useState<string>();
  const [posted, setPosted] = useState<JobPosted>();
  const employer = useQuestion('employer', { employerId: employerId ?? 'nobody' }, { when: employerId !== undefined });
  const jobs = useQuestion('employerJobs', { employerId: employerId ?? 'nobody', limit: 1 }, { when: employerId !== undefined });
  return (
    <div className="urgent">
      <div className="panel"><FindEmployer picked={employerId} onPick={pick} /></div>
      <div className="panel urgent-terms">
        {employerId === undefined && <p className="nothing">{say('urgent.begin')}</p>}
        {employerId !== undefined && (
          <Answer of={jobs}>{({ jobs: [last] }) => (
            <Answer of={employer}>{({ employer: one }) => (one === null ? <p className="nothing">{say('refusal.employerUnknown')}</p> : (
              <TermsForm
                key={employerId} employerId={employerId} employerName={one.name} lastJobId={last?.jobId} first={last === undefined ? newDraft(floor.countedAt) : lastDraft(last.terms, floor.countedAt)}
                posted={posted !== undefined} onPosted={(job) => { setPosted(job); onPosted(); }}
              />
            ))}</Answer>
          )}</Answer>
        )}
      </div>
      <div className="panel">{posted === undefined ? <p className="nothing">{say('urgent.crewLater')}</p> : <CrewHere key={posted.jobId} job={posted} floor={floor} tableId={tableId} onNext={onNext} />}</div>
    </div>
  );
}
