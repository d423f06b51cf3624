/* The desk of terms: a line, a choice, and it stands. */
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { askWishes, setWishes } from './asks.ts';
import { wishesWith, wishParts } from './choices.ts';
import type { WishesErrand, WishesScene } from './scenes.ts';

export const wishesScenes: ScenesDesk<WishesScene['at']> = {
  wishes: { holds: 'somebody', touch: touchWishes, screen: (_, { wishes, certificates, restate }) => ({ at: 'wishes', wishes, certificates, restate }), tick: warned },
  wish: { holds: 'somebody', touch: touchWish, screen: (_, { part, wishes }) => ({ at: 'wish', part, wishes }), tick: warned },
};

export const wishesErrands: ErrandsDesk<WishesErrand['kind']> = {
  myWishes: {
    told: (state, { card }, told) => stay(told.name === 'myWishes'
      ? { ...state, scene: { at: 'wishes', card, wishes: told.value.wishes, certificates: told.value.certificates, restate: told.value.restate } } : state),
  },
  setWishes: {
    // Back at the lines with the new one in its place: that is what it looks like when it stands.
    accepted: (state, { terms }) => stay({ ...state, scene: { ...terms, restate: false } }),
    refused: (state, { terms }, refusal) => refuse(state, refusal, terms),
  },
};

function touchWishes(state: State, scene: SceneOf<'wishes'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return toHome(state, scene.card, moment);
  if (touch.type === 'next') return tell(state, 'wishesSet', scene.card);
  const part = touch.type === 'choose' ? wishParts.find((one) => one === touch.id) : undefined;
  return stay(part === undefined ? state : { ...state, scene: { ...scene, at: 'wish', part } });
}

function touchWish(state: State, scene: SceneOf<'wish'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return askWishes(state, scene.card, moment);
  const wishes = touch.type === 'choose' ? wishesWith(scene.wishes, scene.part, touch.id) : undefined;
  return wishes === undefined ? stay(state) : setWishes(state, scene, wishes, moment);
}
