/* A worker's desk: consent, phone, trades, number; no more than four screens on a first visit, none on the next. */
import { phoneSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Accepted, ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { askEmployers } from '../hiring/asks.ts';
import { consentTextVersion, sessionLimits } from '../limits.ts';
import type { ErrandOf, SceneOf, State } from '../state.ts';
import { restWithPaper, warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { fateOf, paperOf, touchPaper } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { checkIn, registerWorker } from './asks.ts';
import type { PersonErrand, PersonScene } from './scenes.ts';

/** A number of this many digits would be taken as a phone number. */
export const phoneComplete = (digits: string): boolean => phoneSchema.safeParse(digits).success;

export const personScenes: ScenesDesk<PersonScene['at']> = {
  consent: { holds: 'somebody', touch: touchConsent, screen: () => ({ at: 'consent', textVersion: consentTextVersion }), tick: warned },
  phone: { holds: 'somebody', touch: touchPhone, screen: (_, { digits }) => ({ at: 'phone', digits, complete: phoneComplete(digits) }), tick: warned },
  trades: { holds: 'somebody', touch: touchTrades, screen: (_, { chosen }) => ({ at: 'trades', chosen }), tick: warned },
  number: {
    holds: 'finished', touch: touchPaper, tick: restWithPaper,
    screen: (state, { number, ahead, trades, serviceLabel, paper }) => ({ at: 'number', number, ahead, trades, serviceLabel, paper: fateOf(state, paper) }),
  },
};

export const personErrands: ErrandsDesk<PersonErrand['kind']> = {
  checkIn: {
    accepted: (state, errand, answer) => numbered(state, errand, answer),
    refused: (state, { card }, refusal) => (refusal.code === 'workerUnknown' ? stay({ ...state, scene: { at: 'consent', card } }) : refuse(state, refusal, undefined)),
  },
  registerWorker: {
    accepted: (state, errand, answer) => numbered(state, errand, answer),
    // Registered at another kiosk in the meantime: then it is a known worker's tap.
    refused: (state, { card }, refusal, moment) => (refusal.code === 'alreadyRegistered' ? checkIn(state, card, moment) : refuse(state, refusal, undefined)),
  },
};

/** The number that an answer brings. An agent that agreed but gave none is of another version than its messages say. */
export function numbered(state: State, errand: ErrandOf<'checkIn' | 'registerWorker' | 'takeTicket'>, answer: Accepted): Step {
  const ticket = factOf(answer, 'ticketIssued');
  if (ticket === undefined) return refuse(state, { code: 'ticketUnknown' }, undefined);
  const { number, ahead, trades } = ticket;
  const whose = 'card' in errand ? { card: errand.card, serviceLabel: undefined } : { serviceLabel: errand.serviceLabel };
  return stay({ ...state, scene: { at: 'number', number, ahead, trades, ...whose, paper: paperOf(answer) } });
}

function touchConsent(state: State, { card }: SceneOf<'consent'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return stay({ ...state, scene: { at: 'phone', card, digits: '' } });
  if (touch.type === 'decline' || touch.type === 'back') return leave(state);
  // A boss whose card the hall does not know lands here too: one tap takes him where he meant to go.
  return touch.type === 'wantToHire' ? askEmployers(state, card, moment) : stay(state);
}

function touchPhone(state: State, scene: SceneOf<'phone'>, touch: Touch): Step {
  const { card, digits } = scene;
  if (touch.type === 'digit') return stay({ ...state, scene: { ...scene, digits: (digits + touch.digit).slice(0, sessionLimits.phoneDigits) } });
  if (touch.type === 'erase') return stay({ ...state, scene: { ...scene, digits: digits.slice(0, -1) } });
  if (touch.type === 'skip') return stay({ ...state, scene: { at: 'trades', card, digits: '', chosen: [] } });
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'consent', card } });
  return stay(touch.type === 'next' && phoneComplete(digits) ? { ...state, scene: { at: 'trades', card, digits, chosen: [] } } : state);
}

function touchTrades(state: State, scene: SceneOf<'trades'>, touch: Touch, moment: Moment): Step {
  const { chosen } = scene;
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'phone', card: scene.card, digits: scene.digits } });
  if (touch.type === 'next') return chosen.length > 0 ? registerWorker(state, scene, moment) : stay(state);
  if (touch.type !== 'toggleTrade' || tradeByCode(touch.trade) === undefined) return stay(state);
  const without = chosen.filter((code) => code !== touch.trade);
  if (without.length < chosen.length) return stay({ ...state, scene: { ...scene, chosen: without } });
  return stay(chosen.length < sessionLimits.trades ? { ...state, scene: { ...scene, chosen: [...chosen, touch.trade] } } : state);
}
