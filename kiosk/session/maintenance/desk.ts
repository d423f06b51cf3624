/* The maintenance desk: nobody gets past it without the agent's word. The PIN is in the question and in the scene where it is typed, nowhere else. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import type { SceneOf, State } from '../state.ts';
import { ask } from '../steps/ask.ts';
import { restAfterTrouble, warned } from '../steps/idle.ts';
import { leave, leaveOn } from '../steps/leave.ts';
import type { MaintenanceErrand, MaintenanceScene } from './scenes.ts';

/** Of a PIN, as the agent takes it. */
export const pinDigits = { least: 4, most: 12 } as const;

/** The corner was held: who is it? Without the agent nobody can be known, and that is said. */
export const beginMaintenance = (state: State, moment: Moment): Step =>
  (state.agentUp ? ask(state, { kind: 'maintainers' }, { name: 'maintainers', asked: {} }, moment) : stay({ ...state, scene: { at: 'maintainAway' } }));

export const maintenanceScenes: ScenesDesk<MaintenanceScene['at']> = {
  maintainWho: { holds: 'somebody', touch: touchWho, screen: (_, { staff }) => ({ at: 'maintainWho', staff }), tick: restAfterTrouble },
  maintainCard: {
    holds: 'somebody', touch: leaveOn, screen: (_, { chosen }) => ({ at: 'maintainCard', staffName: chosen.staffName }), tick: restAfterTrouble,
    card: (state, { chosen }, card) => pinOf(state, chosen, card),
  },
  maintainPin: {
    holds: 'somebody', touch: touchPin, tick: tickPin,
    screen: (_, { chosen, pin, trouble }) => ({
      at: 'maintainPin', staffName: chosen.staffName, typed: pin.length, complete: pin.length >= pinDigits.least && trouble?.kind !== 'wait',
      trouble: trouble?.kind, waitSeconds: trouble?.kind === 'wait' ? trouble.secondsLeft : 0,
    }),
  },
  maintainAway: { holds: 'nobody', touch: leaveOn, screen: () => ({ at: 'maintainAway' }), tick: restAfterTrouble },
  maintenance: {
    holds: 'somebody', touch: touchMachine, tick: warned,
    screen: (state, { staffName }) => ({ at: 'maintenance', staffName, reader: state.reader, machine: state.machine.about, canLeave: state.machine.canLeave }),
    // Staff try the reader: the card is seen on the page, and nobody is given a number.
    card: stay,
  },
};

export const maintenanceErrands: ErrandsDesk<MaintenanceErrand['kind']> = {
  maintainers: { told: (state, _, told) => (told.name === 'maintainers' ? stay({ ...state, scene: { at: 'maintainWho', staff: told.value.staff } }) : stay(state)) },
  mayMaintain: {
    told(state, { chosen, card }, told, { ms }) {
      if (told.name !== 'mayMaintain') return stay(state);
      const { value } = told;
      if (value.granted) return stay({ ...state, scene: { at: 'maintenance', staffName: chosen.staffName } });
      return pinOf(state, chosen, card, value.waitMs > 0 ? { kind: 'wait', untilMs: ms + value.waitMs, secondsLeft: Math.ceil(value.waitMs / 1_000) } : { kind: 'wrong' });
    },
  },
};

const pinOf = (state: State, chosen: SceneOf<'maintainPin'>['chosen'], card: Card | undefined, trouble?: SceneOf<'maintainPin'>['trouble']): Step =>
  stay({ ...state, scene: { at: 'maintainPin', chosen, card, pin: '', trouble } });

function touchWho(state: State, { staff }: SceneOf<'maintainWho'>, touch: Touch): Step {
  if (touch.type !== 'choose') return leaveOn(state, undefined, touch);
  const chosen = staff.find(({ staffId }) => staffId === touch.id);
  if (chosen === undefined) return stay(state);
  // A reader that cannot see a card is often the very reason to open the machine; the agent knows it too.
  return chosen.withCard && state.reader === 'ready' ? stay({ ...state, scene: { at: 'maintainCard', chosen } }) : pinOf(state, chosen, undefined);
}

function touchPin(state: State, scene: SceneOf<'maintainPin'>, touch: Touch, moment: Moment): Step {
  const { pin, chosen, card, trouble } = scene;
  const typed = (digits: string): Step => stay({ ...state, scene: { ...scene, pin: digits, trouble: trouble?.kind === 'wait' ? trouble : undefined } });
  if (touch.type === 'digit') return typed((pin + touch.digit).slice(0, pinDigits.most));
  if (touch.type === 'erase') return typed(pin.slice(0, -1));
  if (touch.type === 'back') return leave(state);
  if (touch.type !== 'next' || pin.length < pinDigits.least || trouble?.kind === 'wait') return stay(state);
  return ask(state, { kind: 'mayMaintain', chosen, card }, {
    name: 'mayMaintain', asked: { staffId: chosen.staffId, pin, ...(card === undefined ? {} : { cardNumber: card.number }) },
  }, moment);
}

/** Counts the wait down; nobody who waits is sent away for it. */
function tickPin(state: State, scene: SceneOf<'maintainPin'>, moment: Moment): Step {
  const { trouble } = scene;
  if (trouble?.kind !== 'wait') return restAfterTrouble(state, scene, moment);
  const secondsLeft = Math.ceil((trouble.untilMs - moment.ms) / 1_000);
  if (secondsLeft <= 0) return stay({ ...state, lifeMs: moment.ms, scene: { ...scene, trouble: undefined } });
  if (secondsLeft !== trouble.secondsLeft) return stay({ ...state, scene: { ...scene, trouble: { ...trouble, secondsLeft } } });
  return warned(state, scene, moment);
}

function touchMachine(state: State, _: SceneOf<'maintenance'>, touch: Touch): Step {
  if (touch.type !== 'go') return leaveOn(state, undefined, touch);
  if (!state.machine.canLeave || (touch.to !== 'restart' && touch.to !== 'close')) return stay(state);
  const left = leave(state);
  return { ...left, effects: [...left.effects, { type: 'leave', how: touch.to }] };
}
