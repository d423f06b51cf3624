/* The desk without an agent: a card or a service gives a number, everything else says what to do instead. */
import type { ScenesDesk } from '../desk.ts';
import { stay, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import type { SceneOf, State } from '../state.ts';
import { restAfterTrouble, restWithPaper, stays, warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { fateOf, touchPaper } from '../steps/paper.ts';
import type { NumbersOnlyScene, NumberTaken } from './scenes.ts';
import { cannotNow } from './without-agent.ts';

export const numbersOnlyScenes: ScenesDesk<NumbersOnlyScene['at']> = {
  takingNumber: { holds: 'somebody', touch: (state) => stay(state), screen: () => ({ at: 'asking' }), tick: stays },
  leasedNumber: {
    holds: 'finished', touch: touchPaper, tick: restWithPaper,
    screen: (state, { number, serviceLabel, paper }) => ({ at: 'leasedNumber', number, serviceLabel, paper: fateOf(state, paper) }),
  },
  cannotNow: {
    holds: 'finished', touch: touchCannot, screen: (_, { why, resume }) => ({ at: 'cannotNow', why, canGoBack: resume !== undefined }),
    tick: (state, scene, moment) => (scene.resume === undefined ? restAfterTrouble : warned)(state, scene, moment),
  },
};

export function numberTaken(state: State, requestId: string, taken: NumberTaken): Step {
  const { scene } = state;
  if (scene.at !== 'takingNumber' || scene.awaits !== requestId) return stay(state);
  if (!taken.ok) return cannotNow(state, taken.why, undefined);
  const { card, serviceLabel } = scene;
  const paper = { printJobId: taken.printJobId, stage: 'printing', asked: undefined } as const;
  return stay({ ...state, scene: { at: 'leasedNumber', number: taken.number, serviceLabel, paper, ...(card === undefined ? {} : { card }) } });
}

function touchCannot(state: State, { resume }: SceneOf<'cannotNow'>, touch: Touch): Step {
  if (touch.type !== 'next' && touch.type !== 'back') return stay(state);
  return resume === undefined || touch.type === 'next' ? leave(state) : stay({ ...state, scene: resume });
}
