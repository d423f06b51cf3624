/* What may be done about a job and about somebody hired: the screens offer just this, and the desk takes nothing else. The hall decides once more. */
import type { HiredPerson, JobPeople } from '@kuaizhao/db/domain/hiring/asked.ts';
import { nextHire, type HireEvent } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import type { OwnJob } from '../hiring/scenes.ts';
import type { JobPartName, MarkStep } from './scenes.ts';

interface JobNow { readonly job: OwnJob; readonly people: JobPeople }

/** A job that has ended is not changed; one that is filled takes more people, more time, and can be closed no more. */
export function mayChange({ job, people: { quotes } }: JobNow, part: JobPartName): boolean {
  if (job.state !== 'open' && job.state !== 'inReview') return job.state === 'filled' && (part === 'headcount' || part === 'time');
  if (part === 'quotes') return quotes.sealed === 0 && quotes.opened.length === 0;
  if (part === 'named') return job.state === 'open';
  return true;
}

/** Places that are taken stay taken, and a crew that must be whole stays whole. */
export const fewestPeople = ({ job: { terms, placesLeft } }: JobNow): number => Math.max(terms.headcount - placesLeft, terms.minimum ?? 1, 1);

const events = { arrived: 'arrive', done: 'finish', paid: 'pay', release: 'release' } as const satisfies { readonly [S in MarkStep]: HireEvent };

/** Whether the hire can take this step now. */
export const canMark = ({ state }: HiredPerson, step: MarkStep): boolean => nextHire(state, events[step]) !== undefined;
