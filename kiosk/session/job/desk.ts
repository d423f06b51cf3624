/* The desk of a posting: element by element, back and forth, and at the end one command. */
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { askHome } from '../hiring/asks.ts';
import { blockedBy } from '../hiring/blocked.ts';
import { jobIsPosted } from '../hiring/posted.ts';
import type { State } from '../state.ts';
import { send } from '../steps/ask.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { merge, withKnown, withoutVan } from './draft.ts';
import { missingOn, stepAfter, stepBefore, stepOfField, type JobStep } from './job-steps.ts';
import type { JobErrand, JobScene, JobScreen } from './scenes.ts';

const jobScene = {
  holds: 'somebody', touch: touchJob, tick: warned,
  screen: (_: State, { at, draft, employer, onBehalfOf }: JobScene): JobScreen => ({ at, draft, employerName: employer.name, ...(onBehalfOf === undefined ? {} : { realEmployerName: onBehalfOf.name }) }),
} as const;

export const jobScenes: ScenesDesk<JobStep> = {
  jobTrade: jobScene, jobPay: jobScene, jobWhen: jobScene, jobPlace: jobScene, jobConditions: jobScene, jobVan: jobScene, jobMode: jobScene, jobCheck: jobScene,
};

export const jobErrands: ErrandsDesk<JobErrand['kind']> = {
  postJob: {
    accepted: jobIsPosted,
    refused(state, { job }, refusal) {
      const whole = jobTermsSchema.safeParse(job.draft);
      const blocked = whole.success ? blockedBy(refusal, job, whole.data) : undefined;
      return blocked === undefined ? refuse(state, refusal, { ...job, at: stepOfField(refusal.field) }) : stay({ ...state, scene: blocked });
    },
  },
};

function touchJob(state: State, scene: JobScene, touch: Touch, moment: Moment): Step {
  const at = (step: JobStep, draft = scene.draft): Step => stay({ ...state, scene: { ...scene, at: step, draft } });
  if (touch.type === 'setTerms') {
    const merged = merge(scene.draft, touch.terms);
    return at(scene.at, touch.terms.trade === undefined || touch.terms.trade === scene.draft.trade ? merged : withKnown(merged, scene.past, moment.now));
  }
  if (touch.type === 'skip' && scene.at === 'jobVan') return at('jobMode', withoutVan(scene.draft));
  if (touch.type === 'back') {
    const before = stepBefore(scene.at);
    // The jobs of the employer's page are not carried through the posting: the agent tells them again.
    return before === undefined ? askHome(state, scene, moment) : at(before);
  }
  if (touch.type !== 'next' || missingOn(scene.at, scene.draft) !== undefined) return stay(state);
  const after = nextOf(scene);
  return after === undefined ? post(state, scene, moment) : at(after);
}

/** Work, pay and time are asked each time; what somebody known has said before about the rest is only checked. */
function nextOf({ at, draft, past }: JobScene): JobStep | undefined {
  return at === 'jobWhen' && past.length > 0 && missingOn('jobCheck', draft) === undefined ? 'jobCheck' : stepAfter(at);
}

const post = (state: State, job: JobScene, moment: Moment): Step =>
  send(state, { kind: 'postJob', card: job.card, employers: job.employers, employer: job.employer, job }, {
    type: 'postJob', commandId: moment.freshId, employerId: job.employer.employerId, card: job.card, terms: job.draft, printer: state.printTarget,
  }, moment);
