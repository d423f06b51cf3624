/* Places and people of a job in numbers: no name, whoever looks over the shoulder. */
import type { ReactNode } from 'react';
import { isLive } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import type { JobPeople } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { OwnJob } from '@kuaizhao/kiosk/session/hiring/scenes.ts';
import { useText } from '../view/context.ts';

export function Counts({ job, people }: { readonly job: OwnJob; readonly people: JobPeople }): ReactNode {
  const t = useText();
  const inState = (state: 'called' | 'talking'): number => people.called.filter((call) => call.state === state).length;
  const counts = [
    ['left', job.placesLeft, t('myJob.left')], ['called', inState('called'), t('myJob.called')], ['coming', inState('talking'), t('myJob.coming')],
    ['hired', people.hires.filter((hire) => isLive(hire.state)).length, t('myJob.hired')],
  ] as const;
  return (
    <dl className="job-counts" aria-label={t('myJob.counts')} aria-live="polite">
      {counts.map(([key, n, label]) => <div key={key} className={`count-${key}`}><dt>{label}</dt><dd>{n}</dd></div>)}
    </dl>
  );
}
