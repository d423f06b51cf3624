/* The whole floor at a glance: windows left, tables in the middle, jobs and machines right. */
import { useState } from 'react';
import type { FloorCall, FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useMemory } from '../session/desk-session.tsx';
import { useMay } from '../session/use-may.ts';
import { DevicesPanel } from './devices-panel.tsx';
import { HireForm } from './hire-form.tsx';
import { JobsPanel } from './jobs-panel.tsx';
import { TablePanel } from './table-panel.tsx';
import { TakeDownForm } from './take-down-form.tsx';
import { WindowPanel } from './window-panel.tsx';

type Question = { readonly about: 'hire'; readonly call: FloorCall } | { readonly about: 'takeDown'; readonly job: FloorState['jobs'][number] };

export function Floor({ floor }: { readonly floor: FloorState }) {
  const { link } = useMemory();
  const [question, setQuestion] = useState<Question>();
  const close = (): void => { setQuestion(undefined); };
  const { may } = useMay();
  const up = link.at === 'up';
  const keysOn = question === undefined;
  return (
    <div className="floor">
      <div className="panels">
        <WindowPanel floor={floor} keysOn={keysOn} />
        <TablePanel floor={floor} canAct={up && may('callForJob')} keysOn={keysOn} onHire={(call) => { setQuestion({ about: 'hire', call }); }} />
        <div className="right">
          <JobsPanel jobs={floor.jobs} canAct={up && may('takeDownJob')} onTakeDown={(job) => { setQuestion({ about: 'takeDown', job }); }} />
          <DevicesPanel floor={floor} />
        </div>
      </div>
      {question?.about === 'hire' && <HireForm key={question.call.callId} call={question.call} job={floor.jobs.find((job) => job.jobId === question.call.jobId)} onClose={close} />}
      {question?.about === 'takeDown' && <TakeDownForm key={question.job.jobId} job={question.job} onClose={close} />}
    </div>
  );
}
