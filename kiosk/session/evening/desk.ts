/* The desk of the evening: what the worker's own card says of each hire, and what follows when nobody paid. */
import { eveningWordSchema } from '@kuaizhao/db/domain/attendance/commands.ts';
import type { MyHire } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { restWithPaper, warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { fateOf, paperOf, touchPaper } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { askHires, confirmEvening } from './asks.ts';
import { eveningSteps, type EveningErrand, type EveningScene, type EveningStep, type SceneOfHire, type SceneOfHires } from './scenes.ts';

const hireScene = { holds: 'somebody', tick: warned, screen: (_: State, { at, hire, step, words }: SceneOfHire) => ({ at, hire, step, words }) } as const;

export const eveningScenes: ScenesDesk<EveningScene['at']> = {
  evening: { holds: 'somebody', touch: touchEvening, screen: (_, { hires }) => ({ at: 'evening', hires }), tick: warned },
  eveningHire: { ...hireScene, touch: touchHire },
  notPaid: { ...hireScene, touch: touchNotPaid },
  rights: {
    holds: 'finished', touch: touchRights, tick: restWithPaper,
    screen: (state, { number, dispute, answerBy, paper }) => ({ at: 'rights', number, dispute, answerBy, paper: fateOf(state, paper) }),
  },
};

export const eveningErrands: ErrandsDesk<EveningErrand['kind']> = {
  myHires: {
    told(state, { card, kept }, told, moment) {
      if (told.name !== 'myHires') return stay(state);
      const hires = told.value.hires.filter((hire) => hire.confirmable.length > 0);
      const list: SceneOfHires = { at: 'evening', card, hires };
      const [only, ...more] = hires;
      if (only === undefined) return kept ? tell(state, 'eveningKept', card) : toHome(state, card, moment);
      return more.length === 0 && !kept ? begin(state, list, only) : stay({ ...state, scene: list });
    },
  },
  confirmEvening: {
    accepted(state, { card, scene }, answer, moment) {
      const dispute = factOf(answer, 'disputeOpened');
      if (dispute === undefined) return scene.list.hires.length > 1 ? askHires(state, card, moment, true) : tell(state, 'eveningKept', card);
      return stay({ ...state, scene: { at: 'rights', card, number: factOf(answer, 'ticketIssued')?.number, dispute: dispute.number, answerBy: dispute.answerBy, paper: paperOf(answer) } });
    },
    refused: (state, { scene }, refusal) => refuse(state, refusal, scene.list),
  },
};

const stepsOf = (hire: MyHire): readonly EveningStep[] => eveningSteps.filter((step) => hire.confirmable.includes(step));

function begin(state: State, list: SceneOfHires, hire: MyHire): Step {
  const [step] = stepsOf(hire);
  return step === undefined ? stay(state) : stay({ ...state, scene: { at: 'eveningHire', card: list.card, list, hire, step, words: {} } });
}

function touchEvening(state: State, list: SceneOf<'evening'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return toHome(state, list.card, moment);
  const hire = touch.type === 'choose' ? list.hires.find((one) => one.hireId === touch.id) : undefined;
  return hire === undefined ? stay(state) : begin(state, list, hire);
}

function touchHire(state: State, scene: SceneOf<'eveningHire'>, touch: Touch, moment: Moment): Step {
  const steps = stepsOf(scene.hire);
  const at = steps.indexOf(scene.step);
  if (touch.type === 'back') {
    const before = steps[at - 1];
    if (before !== undefined) return stay({ ...state, scene: { ...scene, step: before } });
    return scene.list.hires.length > 1 ? stay({ ...state, scene: scene.list }) : toHome(state, scene.card, moment);
  }
  const word = touch.type === 'choose' ? eveningWordSchema.safeParse(touch.id) : undefined;
  if (word?.success !== true) return stay(state);
  const words = { ...scene.words, [scene.step]: word.data };
  const after = steps[at + 1];
  if (scene.step === 'paid' && word.data === 'no') return stay({ ...state, scene: { ...scene, at: 'notPaid', words } });
  // Who never came there has nothing to say of the rest; who stopped halfway may still be owed something.
  const over = after === undefined || word.data === 'notYet' || (scene.step === 'arrived' && word.data === 'no');
  return over ? confirmEvening(state, { ...scene, words }, moment) : stay({ ...state, scene: { ...scene, step: after, words } });
}

function touchNotPaid(state: State, scene: SceneOf<'notPaid'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return confirmEvening(state, scene, moment);
  return stay(touch.type === 'back' ? { ...state, scene: { ...scene, at: 'eveningHire' } } : state);
}

function touchRights(state: State, scene: SceneOf<'rights'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'go' && touch.to === 'home') return toHome(state, scene.card, moment);
  return touch.type === 'next' || touch.type === 'back' ? leave(state) : touchPaper(state, scene, touch, moment);
}
