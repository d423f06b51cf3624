/* What an employer's card asks of the agent. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Moment, Step } from '../event.ts';
import { promiseTextVersion } from '../limits.ts';
import type { State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';

/** For whom may this card post? */
export const askEmployers = (state: State, card: Card, moment: Moment): Step =>
  ask(state, { kind: 'myEmployers', card }, { name: 'myEmployers', asked: { card } }, moment);

export const registerHousehold = (state: State, card: Card, moment: Moment): Step =>
  send(state, { kind: 'registerHousehold', card }, { type: 'registerHousehold', commandId: moment.freshId, card, promiseVersion: promiseTextVersion }, moment);
