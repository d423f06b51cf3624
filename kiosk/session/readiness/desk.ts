/* The desk of the staff who open the hall: one look at every machine part, one paper with all of it. */
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Effect, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { numbersOnly } from '../numbers-only/without-agent.ts';
import type { SceneOf, State } from '../state.ts';
import { ask } from '../steps/ask.ts';
import { warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import type { ReadinessErrand, ReadinessScene } from './scenes.ts';

/** The agent under which the hall's own checks stand. */
const agentId = 'agent';

export const readinessScenes: ScenesDesk<ReadinessScene['at']> = {
  readiness: { holds: 'finished', touch: touchReadiness, screen: ({ checks }, { hall, printing }) => ({ at: 'readiness', own: checks, hall, printing }), tick: warned },
};
export const readinessErrands: ErrandsDesk<ReadinessErrand['kind']> = {
  readiness: {
    told: (state, _, told) => {
      const found = told.name === 'readiness' ? told.value.devices.find(({ deviceId }) => deviceId === agentId) : undefined;
      return stay({ ...state, scene: { at: 'readiness', hall: found?.checks ?? [], printing: false } });
    },
    refused: (state) => stay({ ...state, scene: { at: 'readiness', hall: undefined, printing: false } }),
  },
};

/** A question when there is somebody to ask, else what the kiosk knows by itself. */
export const openReadiness = (state: State, moment: Moment): Step =>
  (numbersOnly(state) ? stay({ ...state, scene: { at: 'readiness', hall: undefined, printing: false } }) : ask(state, { kind: 'readiness' }, { name: 'readiness', asked: {} }, moment));

/** A new roll is tried out with a paper that is about the machines and nobody; offered once, for whatever comes out of the printer tells the rest. */
export const tryPaper = (state: State, moment: Moment): Step =>
  (state.paperChange !== 'tryOut' || numbersOnly(state) ? stay(state) : { state: { ...state, paperChange: undefined }, effects: [printing(state, moment)] });

const printing = (state: State, moment: Moment): Effect => ({ type: 'send', command: { type: 'printReadiness', commandId: moment.freshId, printer: state.printTarget } });

function touchReadiness(state: State, scene: SceneOf<'readiness'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'readiness') return openReadiness(state, moment);
  if (touch.type === 'next' && !scene.printing && !numbersOnly(state)) return { state: { ...state, scene: { ...scene, printing: true } }, effects: [printing(state, moment)] };
  return touch.type === 'back' ? leave(state) : stay(state);
}
