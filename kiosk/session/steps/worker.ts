/* Touches on the worker's screens and on the service list: consent, phone, trades; no more than four screens to a number. */
import type { Touch } from '../face.ts';
import { stay, type Moment, type Step } from '../event.ts';
import { sessionLimits } from '../limits.ts';
import type { SceneOf, State } from '../state.ts';
import { phoneSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { askEmployers, registerWorker, send } from './ask.ts';
import { leave } from './leave.ts';

/** A number of this many digits would be taken as a phone number. */
export const phoneComplete = (digits: string): boolean => phoneSchema.safeParse(digits).success;

export function touchAttract(state: State, touch: Touch): Step {
  if (touch.type === 'wantToHire') return stay({ ...state, scene: { at: 'employerCard' } });
  if (touch.type === 'wantService' && state.hall !== undefined && state.hall.services.length > 0) return stay({ ...state, scene: { at: 'services' } });
  return stay(state);
}

export function touchServices(state: State, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return leave(state);
  if (touch.type !== 'service') return stay(state);
  const service = state.hall?.services.find((one) => one.code === touch.code);
  if (service === undefined) return stay(state);
  return send(state, { kind: 'takeTicket', serviceLabel: service.label }, { type: 'takeTicket', commandId: moment.freshId, service: service.code, printer: state.printTarget }, moment);
}

export function touchConsent(state: State, { card }: SceneOf<'consent'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return stay({ ...state, scene: { at: 'phone', card, digits: '' } });
  if (touch.type === 'decline' || touch.type === 'back') return leave(state);
  // A boss whose card the hall does not know lands here too: one tap takes him where he meant to go.
  if (touch.type === 'wantToHire') return askEmployers(state, card, moment);
  return stay(state);
}

export function touchPhone(state: State, scene: SceneOf<'phone'>, touch: Touch): Step {
  const { card, digits } = scene;
  if (touch.type === 'digit') return stay({ ...state, scene: { ...scene, digits: (digits + touch.digit).slice(0, sessionLimits.phoneDigits) } });
  if (touch.type === 'erase') return stay({ ...state, scene: { ...scene, digits: digits.slice(0, -1) } });
  if (touch.type === 'skip') return stay({ ...state, scene: { at: 'trades', card, digits: '', chosen: [] } });
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'consent', card } });
  return stay(touch.type === 'next' && phoneComplete(digits) ? { ...state, scene: { at: 'trades', card, digits, chosen: [] } } : state);
}

export function touchTrades(state: State, scene: SceneOf<'trades'>, touch: Touch, moment: Moment): Step {
  const { chosen } = scene;
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'phone', card: scene.card, digits: scene.digits } });
  if (touch.type === 'next') return chosen.length > 0 ? registerWorker(state, scene, moment) : stay(state);
  if (touch.type !== 'toggleTrade' || tradeByCode(touch.trade) === undefined) return stay(state);
  const without = chosen.filter((code) => code !== touch.trade);
  if (without.length < chosen.length) return stay({ ...state, scene: { ...scene, chosen: without } });
  return stay(chosen.length < sessionLimits.trades ? { ...state, scene: { ...scene, chosen: [...chosen, touch.trade] } } : state);
}
