/* What somebody asks about the own data, always by the card that lies there. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import type { Moment, Step } from '../event.ts';
import { consentTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import type { SceneOfData } from './scenes.ts';

const who = (card: Card) => ({ by: 'card', card }) as const;

export const askCopy = (state: State, card: Card, moment: Moment): Step => ask(state, { kind: 'accessCopy', card }, { name: 'accessCopy', asked: { who: who(card) } }, moment);

/** `null` takes the number away. */
export const changePhone = (state: State, data: SceneOfData, phone: string | null, moment: Moment): Step =>
  send(state, { kind: 'changeContact', card: data.card, removed: phone === null, data }, { type: 'changeContact', commandId: moment.freshId, who: who(data.card), phone }, moment);

export const changeTrades = (state: State, data: SceneOfData, trades: SceneOf<'newTrades'>['chosen'], moment: Moment): Step =>
  send(state, { kind: 'changeTrades', card: data.card, data }, { type: 'changeTrades', commandId: moment.freshId, who: who(data.card), trades: [...trades] }, moment);

export function setConsent(state: State, data: SceneOfData, purpose: Purpose, given: boolean, moment: Moment): Step {
  const { freshId: commandId } = moment;
  return send(state, { kind: 'consent', card: data.card, purpose, given, data }, given
    ? { type: 'giveConsent', commandId, who: who(data.card), consent: { textVersion: consentTextVersion, purposes: [purpose] } }
    : { type: 'withdrawConsent', commandId, who: who(data.card), purposes: [purpose] }, moment);
}

export const erase = (state: State, data: SceneOfData, moment: Moment): Step =>
  send(state, { kind: 'eraseWorker', card: data.card, data }, { type: 'eraseWorker', commandId: moment.freshId, who: who(data.card), reason: 'personAsked' }, moment);
