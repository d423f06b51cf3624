/* A posting that the hall took: its number on the screen, and what the employer has to know before the van leaves. */
import type { Accepted } from '../desk.ts';
import { stay, type Step } from '../event.ts';
import type { State } from '../state.ts';
import { paperOf } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import type { Boss } from './scenes.ts';

export function jobIsPosted(state: State, { card, employers, employer }: Boss, answer: Accepted): Step {
  const posted = factOf(answer, 'jobPosted');
  if (posted === undefined) return refuse(state, { code: 'jobUnknown' }, undefined);
  const { number, cause, notices = [], terms: { insurance } } = posted;
  return stay({
    ...state,
    scene: {
      at: 'posted', card, employers, employer, number, paper: paperOf(answer),
      ...(posted.state === 'inReview' ? { inReview: true } : {}), ...(cause === undefined ? {} : { cause }),
      ...(notices.includes('payBelowMinimum') ? { belowMinimum: true } : {}), ...(insurance === 'employer' ? {} : { insurance }),
    },
  });
}
