/* An employer's desk: the card, who am I, and the promise of a household. */
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { firstDraft } from '../job/draft.ts';
import { promiseTextVersion } from '../limits.ts';
import type { SceneOf, State } from '../state.ts';
import { restWithPaper, warned } from '../steps/idle.ts';
import { leave, leaveOn } from '../steps/leave.ts';
import { fateOf, touchPaper } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { askEmployers, registerHousehold } from './asks.ts';
import type { HiringErrand, HiringScene } from './scenes.ts';

export const hiringScenes: ScenesDesk<HiringScene['at']> = {
  employerCard: { holds: 'nobody', touch: leaveOn, screen: () => ({ at: 'employerCard' }), tick: warned },
  whoAmI: { holds: 'somebody', touch: touchWhoAmI, screen: (_, { employers }) => ({ at: 'whoAmI', employers }), tick: warned },
  promise: { holds: 'somebody', touch: touchPromise, screen: () => ({ at: 'promise', promiseVersion: promiseTextVersion }), tick: warned },
  posted: {
    holds: 'finished', touch: touchPaper, tick: restWithPaper,
    screen: (state, { number, inReview, paper }) => ({ at: 'posted', number, paper: fateOf(state, paper), ...(inReview === true ? { inReview } : {}) }),
  },
};

export const hiringErrands: ErrandsDesk<HiringErrand['kind']> = {
  myEmployers: {
    told: (state, { card }, told) => stay(told.name === 'myEmployers' ? { ...state, scene: { at: 'whoAmI', card, employers: told.value.employers } } : state),
  },
  registerHousehold: {
    accepted(state, { card }, answer, moment) {
      const registered = factOf(answer, 'employerRegistered');
      if (registered === undefined) return refuse(state, { code: 'employerUnknown' }, undefined);
      return beginJob(state, card, { employerId: registered.employerId, kind: registered.kind, name: card.name }, moment);
    },
    refused: (state, { card }, refusal, moment) => (refusal.code === 'employerAlreadyRegistered' ? askEmployers(state, card, moment) : refuse(state, refusal, undefined)),
  },
};

const beginJob = (state: State, card: Card, employer: EmployerChoice, moment: Moment): Step =>
  stay({ ...state, scene: { at: 'jobTrade', card, employer, draft: firstDraft(moment.now) } });

function touchWhoAmI(state: State, scene: SceneOf<'whoAmI'>, touch: Touch, moment: Moment): Step {
  const { card, employers } = scene;
  if (touch.type === 'back') return leave(state);
  const chosen = touch.type === 'employer' ? employers.find((one) => one.employerId === touch.employerId)
    : touch.type === 'household' ? employers.find((one) => one.kind === 'household') : undefined;
  if (chosen !== undefined) return beginJob(state, card, chosen, moment);
  return stay(touch.type === 'household' ? { ...state, scene: { at: 'promise', card, employers } } : state);
}

function touchPromise(state: State, { card, employers }: SceneOf<'promise'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return registerHousehold(state, card, moment);
  return stay(touch.type === 'decline' || touch.type === 'back' ? { ...state, scene: { at: 'whoAmI', card, employers } } : state);
}
