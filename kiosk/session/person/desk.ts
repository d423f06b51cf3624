/* A worker's desk: consent, phone, trades, number; no more than four screens on a first visit, none on the next. */
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { askHires } from '../evening/asks.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { askEmployers } from '../hiring/asks.ts';
import { toHome } from '../home/asks.ts';
import { consentTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { sessionLimits } from '../limits.ts';
import type { SceneOf, State } from '../state.ts';
import { restWithPaper, warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { touchPaper } from '../steps/paper.ts';
import { refuse } from '../steps/refuse.ts';
import { shutOf } from '../trouble/shut.ts';
import { checkIn, registerWorker, takeWorkNumber } from './asks.ts';
import { numbered, numberScreen, numberTold } from './number.ts';
import { phoneComplete, pressedPhone, toggledTrades } from './pressed.ts';
import { idPad, idPadKey, idPadLength } from './id-pad.ts';
import type { PersonErrand, PersonScene } from './scenes.ts';

export const personScenes: ScenesDesk<PersonScene['at']> = {
  consent: { holds: 'somebody', touch: touchConsent, screen: () => ({ at: 'consent', textVersion: consentTextVersion }), tick: warned },
  phone: { holds: 'somebody', touch: touchPhone, screen: (_, { digits }) => ({ at: 'phone', digits, complete: phoneComplete(digits) }), tick: warned },
  typeId: { holds: 'somebody', touch: touchTypeId, screen: (_, { text }) => ({ at: 'typeId', groups: idPad(text).groups, state: idPad(text).state, left: idPadLength - idPad(text).groups.join('').length }), tick: warned },
  trades: { holds: 'somebody', touch: touchTrades, screen: (_, { chosen, card }) => ({ at: 'trades', chosen, named: card !== undefined }), tick: warned },
  number: { holds: 'finished', touch: touchNumber, tick: restWithPaper, told: numberTold, screen: numberScreen },
};

/** A card the hall does not know registers; one whose consent was taken back is asked for it again. */
const asksConsent: ReadonlySet<string> = new Set(['workerUnknown', 'consentMissing']);

export const personErrands: ErrandsDesk<PersonErrand['kind']> = {
  checkIn: {
    accepted: numbered,
    refused: (state, { card }, refusal) => (asksConsent.has(refusal.code) ? stay({ ...state, scene: { at: 'consent', card } }) : shutOf(state, refusal, card) ?? refuse(state, refusal, undefined)),
  },
  registerWorker: {
    accepted: numbered,
    // Registered at another kiosk in the meantime: then it is a known worker's tap.
    refused: (state, { card }, refusal, moment) => (refusal.code === 'alreadyRegistered' ? checkIn(state, card, moment) : shutOf(state, refusal, undefined) ?? refuse(state, refusal, undefined)),
  },
  takeWorkNumber: { accepted: numbered, refused: (state, _, refusal) => shutOf(state, refusal, undefined) ?? refuse(state, refusal, undefined) },
};

/** A worker's card: in the morning the number at once; after work first what waits to be confirmed. */
export const workerCame = (state: State, card: Card, moment: Moment): Step =>
  (localTime(moment.now) >= sessionLimits.eveningFrom ? toHome(state, card, moment, 'evening') : checkIn(state, card, moment));

function touchConsent(state: State, { card }: SceneOf<'consent'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'agree') return stay({ ...state, scene: { at: 'phone', card, digits: '' } });
  if (touch.type === 'decline' || touch.type === 'back') return leave(state);
  // A boss whose card the hall does not know lands here too: one tap takes him where he meant to go.
  return touch.type === 'wantToHire' ? askEmployers(state, card, moment) : stay(state);
}

function touchPhone(state: State, scene: SceneOf<'phone'>, touch: Touch): Step {
  const { card } = scene;
  if (touch.type === 'skip') return stay({ ...state, scene: { at: 'trades', card, digits: '', chosen: [] } });
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'consent', card } });
  if (touch.type === 'next') return stay(phoneComplete(scene.digits) ? { ...state, scene: { at: 'trades', card, digits: scene.digits, chosen: [] } } : state);
  const digits = pressedPhone(scene.digits, touch);
  return stay(digits === undefined ? state : { ...state, scene: { ...scene, digits } });
}

/** The number is checked while it is typed; without one there is a number for the hall too, and the card finds it later either way. */
function touchTypeId(state: State, { text }: SceneOf<'typeId'>, touch: Touch): Step {
  if (touch.type === 'back') return leave(state);
  if (touch.type === 'skip') return stay({ ...state, scene: { at: 'trades', digits: '', chosen: [] } });
  const { number } = idPad(text);
  if (touch.type === 'next') return stay(number === undefined ? state : { ...state, scene: { at: 'trades', idNumber: number, digits: '', chosen: [] } });
  const key = touch.type === 'digit' ? touch.digit : touch.type === 'x' ? 'X' : touch.type === 'erase' ? 'erase' : undefined;
  return stay(key === undefined ? state : { ...state, scene: { at: 'typeId', text: idPadKey(text, key) } });
}

function touchTrades(state: State, scene: SceneOf<'trades'>, touch: Touch, moment: Moment): Step {
  const { card, idNumber, digits, chosen } = scene;
  if (touch.type === 'back') return card === undefined ? stay({ ...state, scene: { at: 'typeId', text: idNumber ?? '' } }) : stay({ ...state, scene: { at: 'phone', card, digits } });
  if (touch.type === 'next' && chosen.length > 0) return card === undefined ? takeWorkNumber(state, { chosen, idNumber }, moment) : registerWorker(state, { card, digits, chosen }, moment);
  const changed = toggledTrades(chosen, touch);
  return stay(changed === undefined ? state : { ...state, scene: { ...scene, chosen: changed } });
}

function touchNumber(state: State, scene: SceneOf<'number'>, touch: Touch, moment: Moment): Step {
  const { card } = scene;
  if (touch.type === 'go' && card !== undefined && touch.to === 'home') return toHome(state, card, moment);
  if (touch.type === 'go' && card !== undefined && touch.to === 'evening') return askHires(state, card, moment);
  return touchPaper(state, scene, touch, moment);
}
