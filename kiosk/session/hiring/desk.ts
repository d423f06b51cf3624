/* An employer's desk: the card, who am I, the promise of a household, and the number of the job. */
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { beginJob } from '../job/begin.ts';
import { promiseTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { employersWindow } from '../limits.ts';
import { numbered } from '../person/number.ts';
import type { SceneOf, State } from '../state.ts';
import { restWithPaper, warned } from '../steps/idle.ts';
import { leave, leaveOn } from '../steps/leave.ts';
import { fateOf, touchPaper } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { askEmployers, askHome, employersService, registerHousehold, takeDeskNumber } from './asks.ts';
import { blockedScenes, repeatRefused } from './blocked.ts';
import { homeErrands, homeScenes } from './home.ts';
import { jobIsPosted } from './posted.ts';
import type { HiringErrand, HiringScene } from './scenes.ts';

export const hiringScenes: ScenesDesk<HiringScene['at']> = {
  employerCard: { holds: 'nobody', touch: leaveOn, screen: () => ({ at: 'employerCard' }), tick: warned },
  whoAmI: { holds: 'somebody', touch: touchWhoAmI, screen: (_, { employers }) => ({ at: 'whoAmI', employers }), tick: warned },
  promise: { holds: 'somebody', touch: touchPromise, screen: () => ({ at: 'promise', promiseVersion: promiseTextVersion }), tick: warned },
  ...homeScenes, ...blockedScenes,
  posted: {
    holds: 'finished', touch: touchPosted, tick: restWithPaper,
    screen(state, { card: _card, employers: _employers, employer: _employer, paper, ...posted }) {
      return { ...posted, paper: fateOf(state, paper), canTicket: employersService(state) !== undefined };
    },
  },
};

export const hiringErrands: ErrandsDesk<HiringErrand['kind']> = {
  myEmployers: {
    told: (state, { card }, told, moment) => (told.name === 'myEmployers' ? greeted(state, card, told.value.employers, moment) : stay(state)),
  },
  registerHousehold: {
    accepted(state, { card }, answer, moment) {
      const registered = factOf(answer, 'employerRegistered');
      if (registered === undefined) return refuse(state, { code: 'employerUnknown' }, undefined);
      const employer = { employerId: registered.employerId, kind: registered.kind, name: card.name };
      return beginJob(state, { card, employers: [employer], employer }, { past: [] }, moment);
    },
    refused: (state, { card }, refusal, moment) => (refusal.code === 'employerAlreadyRegistered' ? askEmployers(state, card, moment) : refuse(state, refusal, undefined)),
  },
  ...homeErrands,
  repeatJob: { accepted: jobIsPosted, refused: repeatRefused },
  deskNumber: {
    accepted: (state, { serviceLabel }, answer, moment) => numbered(state, { kind: 'takeTicket', service: employersWindow, serviceLabel }, answer, moment),
    refused: (state, { from }, refusal) => refuse(state, refusal, from),
  },
};

/** Whoever hires for one employer alone is there at once. */
function greeted(state: State, card: Card, employers: readonly EmployerChoice[], moment: Moment): Step {
  const [only] = employers;
  return only !== undefined && employers.length === 1 ? askHome(state, { card, employers, employer: only }, moment) : stay({ ...state, scene: { at: 'whoAmI', card, employers } });
}

function touchWhoAmI(state: State, scene: SceneOf<'whoAmI'>, touch: Touch, moment: Moment): Step {
  const { card, employers } = scene;
  if (touch.type === 'back') return leave(state);
  const chosen = touch.type === 'employer' ? employers.find((one) => one.employerId === touch.employerId)
    : touch.type === 'household' ? employers.find((one) => one.kind === 'household') : undefined;
  if (chosen !== undefined) return askHome(state, { card, employers, employer: chosen }, moment);
  return stay(touch.type === 'household' ? { ...state, scene: { at: 'promise', card, employers } } : state);
}

function touchPromise(state: State, { card, employers }: SceneOf<'promise'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return registerHousehold(state, card, moment);
  return stay(touch.type === 'decline' || touch.type === 'back' ? { ...state, scene: { at: 'whoAmI', card, employers } } : state);
}

/** 补打, a number for the window, the own page, or out. */
function touchPosted(state: State, scene: SceneOf<'posted'>, touch: Touch, moment: Moment): Step {
  if (touch.type !== 'go') return touchPaper(state, scene, touch, moment);
  if (scene.paper.asked !== undefined) return stay(state);
  if (touch.to === 'home') return askHome(state, scene, moment);
  return touch.to === 'ticket' && scene.inReview === true ? takeDeskNumber(state, scene, moment) : stay(state);
}
