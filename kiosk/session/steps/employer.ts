/* Touches on the employer's screens: who am I, the promise of a household, and the posting element by element. */
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { firstDraft, merge, withoutVan } from '../job/draft.ts';
import { missingOn, stepAfter, stepBefore } from '../job/job-steps.ts';
import type { JobScene, SceneOf, State } from '../state.ts';
import { askEmployers, registerHousehold, send } from './ask.ts';
import { leave } from './leave.ts';

export const beginJob = (state: State, card: Card, employer: EmployerChoice, moment: Moment): Step =>
  stay({ ...state, scene: { at: 'jobTrade', card, employer, draft: firstDraft(moment.now) } });

export function touchWhoAmI(state: State, scene: SceneOf<'whoAmI'>, touch: Touch, moment: Moment): Step {
  const { card, employers } = scene;
  if (touch.type === 'back') return leave(state);
  const chosen = touch.type === 'employer' ? employers.find((one) => one.employerId === touch.employerId)
    : touch.type === 'household' ? employers.find((one) => one.kind === 'household') : undefined;
  if (chosen !== undefined) return beginJob(state, card, chosen, moment);
  return stay(touch.type === 'household' ? { ...state, scene: { at: 'promise', card, employers } } : state);
}

export function touchPromise(state: State, { card, employers }: SceneOf<'promise'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return registerHousehold(state, card, moment);
  return stay(touch.type === 'decline' || touch.type === 'back' ? { ...state, scene: { at: 'whoAmI', card, employers } } : state);
}

export function touchJob(state: State, scene: JobScene, touch: Touch, moment: Moment): Step {
  const at = (step: JobScene['at'], draft = scene.draft): Step => stay({ ...state, scene: { ...scene, at: step, draft } });
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
  send(state, { kind: 'postJob', job }, {
    type: 'postJob', commandId: moment.freshId, employerId: job.employer.employerId, card: job.card, terms: job.draft, printer: state.printTarget,
  }, moment);
