/* Service windows: one tap on a service is a number. No card, no name. */
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { numbered } from '../person/desk.ts';
import type { SceneOf, State } from '../state.ts';
import { send } from '../steps/ask.ts';
import { warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import type { WindowsErrand, WindowsScene } from './scenes.ts';

export const windowsScenes: ScenesDesk<WindowsScene['at']> = {
  services: { holds: 'nobody', touch: touchServices, screen: () => ({ at: 'services' }), tick: warned },
};
export const windowsErrands: ErrandsDesk<WindowsErrand['kind']> = { takeTicket: { accepted: numbered } };

function touchServices(state: State, _: SceneOf<'services'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return leave(state);
  if (touch.type !== 'service') return stay(state);
  const service = state.hall?.services.find((one) => one.code === touch.code);
  if (service === undefined) return stay(state);
  return send(state, { kind: 'takeTicket', service: service.code, serviceLabel: service.label }, { type: 'takeTicket', commandId: moment.freshId, service: service.code, printer: state.printTarget }, moment);
}
