/* What is asked and commanded about one job of the own. */
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { HiredPerson } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { Boss, OwnJob } from '../hiring/scenes.ts';
import type { Moment, Step } from '../event.ts';
import type { State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import type { JobsErrand, JobsScene, MarkStep, OfJob } from './scenes.ts';

type Look = Extract<JobsErrand, { readonly kind: 'jobPeople' }>['look'];
export interface BossOfJob extends Boss { readonly job: OwnJob }

/** The job as it is now: who is called, who comes, who is hired. `hireId`: back to that one. */
export function askJob(state: State, { card, employers, employer, job }: BossOfJob, moment: Moment, look: Look = 'myJob', hireId?: string): Step {
  const errand = { kind: 'jobPeople', card, employers, employer, job, look, ...(hireId === undefined ? {} : { hireId }) } as const;
  return ask(state, errand, { name: 'myJobPeople', asked: { jobId: job.jobId, card } }, moment);
}

type Commanded = Exclude<JobsErrand['kind'], 'jobPeople' | 'phone'>;
type OwnCommand = Extract<Command, { type: 'changeJob' | 'closeJob' | 'printForm' | 'markArrived' | 'markDone' | 'markPaid' | 'releaseLate' | 'openQuotes' }>;

export function commandJob(state: State, kind: Commanded, from: JobsScene, command: OwnCommand, moment: Moment): Step {
  return send(state, { ...ofJob(from), kind, from }, command, moment);
}

const commandOf = { arrived: 'markArrived', done: 'markDone', paid: 'markPaid', release: 'releaseLate' } as const satisfies { readonly [S in MarkStep]: Command['type'] };
export const mark = (state: State, from: JobsScene, hireId: string, step: MarkStep, moment: Moment): Step =>
  commandJob(state, 'mark', from, { type: commandOf[step], commandId: moment.freshId, hireId, card: from.card }, moment);

export const askPhone = (state: State, from: JobsScene, { hireId }: HiredPerson, moment: Moment): Step =>
  ask(state, { ...ofJob(from), kind: 'phone', from }, { name: 'phoneForEmployer', asked: { asked: { by: 'hire', hireId }, card: from.card } }, moment);

export const ofJob = ({ card, employers, employer, job, people }: OfJob): OfJob => ({ card, employers, employer, job, people });
