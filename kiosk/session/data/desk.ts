/* The desk of one's own data: see it, put it right, take consent back, let all of it go. */
import { purposeSchema } from '@kuaizhao/db/domain/people/commands.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import { phoneComplete, pressedPhone, toggledTrades } from '../person/pressed.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { askCopy, changePhone, changeTrades, erase, setConsent } from './asks.ts';
import type { DataErrand, DataScene, SceneOfData } from './scenes.ts';

const personal = { holds: 'somebody', tick: warned } as const;

export const dataScenes: ScenesDesk<DataScene['at']> = {
  data: { ...personal, touch: touchData, screen: () => ({ at: 'data' }) },
  copy: { ...personal, touch: (state, { card }, touch, moment) => (touch.type === 'back' || touch.type === 'next' ? toHome(state, card, moment) : stay(state)), screen: (_, { copy, receipt }) => ({ at: 'copy', copy, ...(receipt === undefined ? {} : { receipt }) }) },
  newPhone: { ...personal, touch: touchPhone, screen: (_, { digits }) => ({ at: 'newPhone', digits, complete: phoneComplete(digits) }) },
  newTrades: { ...personal, touch: touchTrades, screen: (_, { chosen }) => ({ at: 'newTrades', chosen }) },
  consents: { ...personal, touch: touchConsents, screen: (_, { consents }) => ({ at: 'consents', consents }) },
  erase: { ...personal, touch: touchErase, screen: () => ({ at: 'erase' }) },
  eraseSure: { ...personal, touch: touchEraseSure, screen: () => ({ at: 'eraseSure' }) },
};

export const dataErrands: ErrandsDesk<DataErrand['kind']> = {
  accessCopy: { told: (state, { card }, told) => stay(told.name === 'accessCopy' ? { ...state, scene: { at: 'copy', card, copy: told.value.copy, receipt: told.value.receipt } } : state) },
  changeContact: {
    accepted: (state, { card, removed }, answer) => tell(state, removed ? 'phoneRemoved' : 'phoneChanged', card, factOf(answer, 'profileChanged')?.receipt),
    refused: (state, { data }, refusal) => refuse(state, refusal, data),
  },
  changeTrades: { accepted: (state, { card }) => tell(state, 'tradesChanged', card), refused: (state, { data }, refusal) => refuse(state, refusal, data) },
  consent: {
    // Without consent to be registered the card opens nothing here any more until it is given again.
    accepted: (state, { card, purpose, given }, answer) => tell(state, given ? 'consentGiven' : 'consentTaken', purpose === 'registration' && !given ? undefined : card, factOf(answer, given ? 'consentGiven' : 'consentWithdrawn')?.receipt),
    refused: (state, { data }, refusal) => refuse(state, refusal, data),
  },
  eraseWorker: {
    // Nobody is left whose page it could be: the receipt, and out.
    accepted: (state, _, answer) => tell(state, 'erased', undefined, factOf(answer, 'workerErased')?.receipt),
    refused: (state, { data }, refusal) => refuse(state, refusal, data),
  },
};

const dataOf = ({ card, consents, trades }: Omit<SceneOfData, 'at'>): SceneOfData => ({ at: 'data', card, consents, trades });
const backTo = (state: State, scene: Omit<SceneOfData, 'at'>): Step => stay({ ...state, scene: dataOf(scene) });

function touchData(state: State, scene: SceneOf<'data'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return toHome(state, scene.card, moment);
  if (touch.type !== 'go') return stay(state);
  switch (touch.to) {
    case 'copy': return askCopy(state, scene.card, moment);
    case 'newPhone': return stay({ ...state, scene: { ...scene, at: 'newPhone', digits: '' } });
    case 'newTrades': return stay({ ...state, scene: { ...scene, at: 'newTrades', chosen: scene.trades } });
    case 'consents': case 'erase': return stay({ ...state, scene: { ...scene, at: touch.to } });
    default: return stay(state);
  }
}

function touchPhone(state: State, scene: SceneOf<'newPhone'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return backTo(state, scene);
  if (touch.type === 'skip') return changePhone(state, dataOf(scene), null, moment);
  if (touch.type === 'next') return phoneComplete(scene.digits) ? changePhone(state, dataOf(scene), scene.digits, moment) : stay(state);
  const digits = pressedPhone(scene.digits, touch);
  return stay(digits === undefined ? state : { ...state, scene: { ...scene, digits } });
}

function touchTrades(state: State, scene: SceneOf<'newTrades'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return backTo(state, scene);
  if (touch.type === 'next') return scene.chosen.length > 0 ? changeTrades(state, dataOf(scene), scene.chosen, moment) : stay(state);
  const chosen = toggledTrades(scene.chosen, touch);
  return stay(chosen === undefined ? state : { ...state, scene: { ...scene, chosen } });
}

function touchConsents(state: State, scene: SceneOf<'consents'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return backTo(state, scene);
  const purpose = touch.type === 'choose' ? purposeSchema.safeParse(touch.id) : undefined;
  if (purpose?.success !== true) return stay(state);
  return setConsent(state, dataOf(scene), purpose.data, !scene.consents.includes(purpose.data), moment);
}

function touchErase(state: State, scene: SceneOf<'erase'>, touch: Touch): Step {
  if (touch.type === 'back') return backTo(state, scene);
  return stay(touch.type === 'next' ? { ...state, scene: { ...scene, at: 'eraseSure' } } : state);
}

/** `agree` comes from a button that must be held down: the second yes. */
function touchEraseSure(state: State, scene: SceneOf<'eraseSure'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return backTo(state, scene);
  return touch.type === 'agree' ? erase(state, dataOf(scene), moment) : stay(state);
}
