/* The desk where nobody stands yet or something is in the way: attract, waiting, refusals, a card that cannot be read, 请取回身份证. */
import type { ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { toHome } from '../home/asks.ts';
import { cannotNow, numbersOnly } from '../numbers-only/without-agent.ts';
import { beginMaintenance } from '../maintenance/desk.ts';
import { openReadiness, tryPaper } from '../readiness/desk.ts';
import type { SceneOf, State } from '../state.ts';
import { restAtAttract, restAfterTrouble, stays, waited, warned } from '../steps/idle.ts';
import { leave, leaveOn } from '../steps/leave.ts';
import { askServices } from '../windows/asks.ts';
import type { TroubleScene } from './scenes.ts';

export const troubleScenes: ScenesDesk<TroubleScene['at'] | 'asking' | 'refused'> = {
  attract: { holds: 'nobody', touch: touchAttract, screen: () => ({ at: 'attract' }), tick: restAtAttract },
  shut: { holds: 'finished', touch: touchShut, screen: (_, { kind, card }) => ({ at: 'shut', kind, more: card !== undefined }), tick: restAfterTrouble },
  asking: {
    holds: 'somebody', touch: (state, { late }, touch) => (late ? leaveOn(state, undefined, touch) : stay(state)), screen: (_, { late }) => ({ at: late ? 'noAgent' : 'asking' }), tick: waited,
    // While a mate of a crew is looked up the next one may be quick: the card is laid down again.
    ignoresCard: ({ errand }) => errand.kind === 'mateDay',
  },
  minor: { holds: 'finished', touch: leaveOn, screen: () => ({ at: 'minor' }), tick: restAfterTrouble },
  cardTrouble: { holds: 'nobody', touch: touchCardTrouble, screen: (state, { trouble, hiring }) => ({ at: 'cardTrouble', trouble, canType: !hiring && !numbersOnly(state) }), tick: restAfterTrouble },
  refused: {
    holds: 'somebody', touch: touchRefused, screen: (_, { refusal }) => ({ at: 'refused', refusal }),
    tick: (state, scene, moment) => (scene.resume === undefined ? restAfterTrouble : warned)(state, scene, moment),
  },
  takeCard: { holds: 'somebody', touch: (state) => stay(state), screen: () => ({ at: 'takeCard' }), tick: stays },
};

function touchAttract(state: State, _: SceneOf<'attract'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'go' && touch.to === 'maintenance') return beginMaintenance(state, moment);
  if (touch.type === 'readiness') return openReadiness(state, moment);
  if (touch.type === 'go' && touch.to === 'tryPaper') return tryPaper(state, moment);
  if (touch.type === 'wantToHire') return numbersOnly(state) ? cannotNow(state, 'onlyNumbers', undefined) : stay({ ...state, scene: { at: 'employerCard' } });
  if (touch.type === 'wantService' && state.hall !== undefined && state.hall.services.length > 0) return askServices(state, undefined, moment);
  if (touch.type === 'go' && touch.to === 'noCard') return numbersOnly(state) ? cannotNow(state, 'onlyNumbers', undefined) : typeId(state);
  return stay(state);
}

function touchShut(state: State, { card }: SceneOf<'shut'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'go' && touch.to === 'home' && card !== undefined) return toHome(state, card, moment);
  return leaveOn(state, undefined, touch);
}

function touchRefused(state: State, { resume }: SceneOf<'refused'>, touch: Touch): Step {
  if (touch.type !== 'next' && touch.type !== 'back') return stay(state);
  return resume === undefined ? leave(state) : stay({ ...state, scene: resume });
}

/** No card, or one that says nothing: its number may be typed. */
const typeId = (state: State): Step => stay({ ...state, scene: { at: 'typeId', text: '' } });

function touchCardTrouble(state: State, { hiring }: SceneOf<'cardTrouble'>, touch: Touch): Step {
  if (touch.type === 'go' && touch.to === 'noCard' && !hiring && !numbersOnly(state)) return typeId(state);
  if (touch.type !== 'next' && touch.type !== 'back') return stay(state);
  return hiring && !state.cardPresent ? stay({ ...state, scene: { at: 'employerCard' } }) : leave(state);
}
