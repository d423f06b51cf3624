/* What somebody who waits for a call asks and answers. */
import type { RefuseReason } from '@kuaizhao/db/domain/talks/commands.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Moment, Step } from '../event.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import type { CallList } from './scenes.ts';

/** First the calls, then the offers of other halls: two short questions, one list. */
export const askCalls = (state: State, card: Card, moment: Moment): Step => ask(state, { kind: 'myCalls', card }, { name: 'myCalls', asked: { card } }, moment);
export const askOffers = (state: State, card: Card, calls: Pick<CallList, 'calls' | 'notCalled' | 'tables'>, moment: Moment): Step =>
  ask(state, { kind: 'myReferrals', card, calls }, { name: 'myReferrals', asked: { card } }, moment);

export const askWhy = (state: State, scene: SceneOf<'whyNot'>, moment: Moment): Step =>
  ask(state, { kind: 'whyNotCalled', card: scene.card, scene }, { name: 'whyNot', asked: { jobId: scene.job.jobId, card: scene.card } }, moment);

/** Without a reason it is a yes. */
export const answerCall = (state: State, scene: SceneOf<'call' | 'callNo'>, reason: RefuseReason | undefined, moment: Moment): Step =>
  send(state, { kind: 'answerCall', card: scene.card, scene, yes: reason === undefined }, {
    type: 'answerCall', commandId: moment.freshId, callId: scene.call.callId, card: scene.card, answer: reason === undefined ? { kind: 'accept' } : { kind: 'refuse', by: 'worker', reason },
  }, moment);

export const answerOffer = (state: State, scene: SceneOf<'offer'>, yes: boolean, moment: Moment): Step =>
  send(state, { kind: 'answerReferral', card: scene.card, scene, yes }, {
    type: 'answerReferral', commandId: moment.freshId, referralId: scene.offer.referralId, who: { by: 'card', card: scene.card }, answer: yes ? 'yes' : 'no',
  }, moment);
