/* The desk of calls: where am I wanted, yes or no, and why another job has not called. */
import { refuseReasonSchema } from '@kuaizhao/db/domain/talks/commands.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { answerCall, answerOffer, askCalls, askOffers, askWhy } from './asks.ts';
import type { CallsErrand, CallsScene } from './scenes.ts';

const callScene = {
  holds: 'somebody', tick: warned,
  screen: (_: State, { at, call, list }: SceneOf<'call' | 'callNo'>) => ({ at, call, table: list.tables.find((table) => table.id === call.tableId)?.label ?? call.tableId }),
} as const;

export const callsScenes: ScenesDesk<CallsScene['at']> = {
  calls: { holds: 'somebody', touch: touchCalls, screen: (_, { calls, notCalled, offers, tables }) => ({ at: 'calls', calls, notCalled, offers, tables }), tick: warned },
  call: { ...callScene, touch: touchCall },
  callNo: { ...callScene, touch: touchCallNo },
  offer: { holds: 'somebody', touch: touchOffer, screen: (_, { offer }) => ({ at: 'offer', offer }), tick: warned },
  whyNot: { holds: 'somebody', touch: (state, { list }, touch) => stay(touch.type === 'back' ? { ...state, scene: list } : state), screen: (_, { job, why }) => ({ at: 'whyNot', job, why }), tick: warned },
};

export const callsErrands: ErrandsDesk<CallsErrand['kind']> = {
  myCalls: { told: (state, { card }, told, moment) => (told.name === 'myCalls' ? askOffers(state, card, told.value, moment) : stay(state)) },
  myReferrals: {
    told: (state, { card, calls }, told) => stay(told.name === 'myReferrals' ? { ...state, scene: { at: 'calls', card, ...calls, offers: told.value.referrals } } : state),
    // Other halls may be out of reach; the calls of this one are not.
    refused: (state, { card, calls }) => stay({ ...state, scene: { at: 'calls', card, ...calls, offers: [] } }),
  },
  whyNotCalled: {
    told: (state, { scene }, told) => stay(told.name === 'whyNot' ? { ...state, scene: { ...scene, why: told.value.explanation ?? undefined } } : state),
    // The short reason is on the screen already.
    refused: (state, { scene }) => stay({ ...state, scene }),
  },
  answerCall: {
    accepted: (state, { card, yes, scene }) => tell(state, yes ? 'callAccepted' : 'callRefused', card, yes ? scene.list.tables.find((table) => table.id === scene.call.tableId)?.label : undefined),
    refused: (state, { scene }, refusal) => refuse(state, refusal, scene.list),
  },
  answerReferral: {
    accepted: (state, { card, yes, scene }) => tell(state, yes ? 'offerAccepted' : 'offerDeclined', card, yes ? scene.offer.hall.name : undefined),
    refused: (state, { scene }, refusal) => refuse(state, refusal, scene.list),
  },
};

function touchCalls(state: State, list: SceneOf<'calls'>, touch: Touch, moment: Moment): Step {
  const { card } = list;
  if (touch.type === 'back') return toHome(state, card, moment);
  if (touch.type !== 'choose') return stay(state);
  const call = list.calls.find((one) => one.callId === touch.id && (one.state === 'called' || one.state === 'talking'));
  if (call !== undefined) return stay({ ...state, scene: { at: 'call', card, list, call } });
  const offer = list.offers.find((one) => one.referralId === touch.id);
  if (offer !== undefined) return stay({ ...state, scene: { at: 'offer', card, list, offer } });
  const job = list.notCalled.find((one) => one.jobId === touch.id);
  return job === undefined ? stay(state) : askWhy(state, { at: 'whyNot', card, list, job, why: undefined }, moment);
}

function touchCall(state: State, scene: SceneOf<'call'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return stay({ ...state, scene: scene.list });
  if (touch.type === 'agree') return scene.call.state === 'called' ? answerCall(state, scene, undefined, moment) : stay(state);
  return stay(touch.type === 'decline' ? { ...state, scene: { ...scene, at: 'callNo' } } : state);
}

function touchCallNo(state: State, scene: SceneOf<'callNo'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return stay({ ...state, scene: { ...scene, at: 'call' } });
  const reason = touch.type === 'choose' ? refuseReasonSchema.safeParse(touch.id) : undefined;
  return reason?.success === true ? answerCall(state, scene, reason.data, moment) : stay(state);
}

function touchOffer(state: State, scene: SceneOf<'offer'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return askCalls(state, scene.card, moment);
  if (scene.offer.state !== 'offered') return stay(state);
  if (touch.type === 'agree') return answerOffer(state, scene, true, moment);
  return touch.type === 'decline' ? answerOffer(state, scene, false, moment) : stay(state);
}
