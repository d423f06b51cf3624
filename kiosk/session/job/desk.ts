/* The desk of a posting: element by element, back and forth, and at the end one command. */
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { askEmployers } from '../hiring/asks.ts';
import type { State } from '../state.ts';
import { send } from '../steps/ask.ts';
import { warned } from '../steps/idle.ts';
import { paperOf } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { merge, withoutVan } from './draft.ts';
import { missingOn, stepAfter, stepBefore, stepOfField, type JobStep } from './job-steps.ts';
import type { JobErrand, JobScene, JobScreen } from './scenes.ts';

const jobScene = {
  holds: 'somebody', touch: touchJob, tick: warned,
  screen: (_: State, { at, draft, employer }: JobScene): JobScreen => ({ at, draft, employerName: employer.name }),
} as const;

export const jobScenes: ScenesDesk<JobStep> = {
  jobTrade: jobScene, jobPay: jobScene, jobWhen: jobScene, jobPlace: jobScene, jobConditions: jobScene, jobVan: jobScene, jobCheck: jobScene,
};

export const jobErrands: ErrandsDesk<JobErrand['kind']> = {
  postJob: {
    accepted(state, _, answer) {
      const posted = factOf(answer, 'jobPosted');
      if (posted === undefined) return refuse(state, { code: 'jobUnknown' }, undefined);
      return stay({ ...state, scene: { at: 'posted', number: posted.number, paper: paperOf(answer), ...(posted.state === 'inReview' ? { inReview: true } : {}) } });
    },
    refused: (state, { job }, refusal) => refuse(state, refusal, { ...job, at: stepOfField(refusal.field) }),
  },
};

function touchJob(state: State, scene: JobScene, touch: Touch, moment: Moment): Step {
  const at = (step: JobStep, draft = scene.draft): Step => stay({ ...state, scene: { ...scene, at: step, draft } });
  if (touch.type === 'setTerms') return at(scene.at, merge(scene.draft, touch.terms));
  if (touch.type === 'skip' && scene.at === 'jobVan') return at('jobCheck', withoutVan(scene.draft));
  if (touch.type === 'back') {
    const before = stepBefore(scene.at);
    // The list of employers is not carried through the posting: the agent, who knows a new household too, tells it again.
    return before === undefined ? askEmployers(state, scene.card, moment) : at(before);
  }
  if (touch.type !== 'next' || missingOn(scene.at, scene.draft) !== undefined) return stay(state);
  const after = stepAfter(scene.at);
  return after === undefined ? post(state, scene, moment) : at(after);
}

const post = (state: State, job: JobScene, moment: Moment): Step =>
  send(state, { kind: 'postJob', card: job.card, job }, {
    type: 'postJob', commandId: moment.freshId, employerId: job.employer.employerId, card: job.card, terms: job.draft, printer: state.printTarget,
  }, moment);
