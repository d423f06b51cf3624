/* Asking the agent: one question at a time, each with a fresh id, and the scene that waits for it. */
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Moment, Step } from '../event.ts';
import type { Errand, SceneOf, State } from '../state.ts';
import { consentTextVersion, promiseTextVersion } from '../limits.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';

/** Sends the command and waits for its answer; `late` from the start when there is nobody to ask. */
export const send = (state: State, errand: Errand, command: Command, moment: Moment): Step => ({
  state: { ...state, warning: undefined, scene: waiting(state, errand, command.commandId, moment) },
  effects: [{ type: 'send', command }],
});

const waiting = (state: State, errand: Errand, awaits: string, moment: Moment): SceneOf<'asking'> => ({
  at: 'asking', errand, awaits, sinceMs: moment.ms, late: !state.agentUp,
});

export const checkIn = (state: State, card: Card, moment: Moment): Step =>
  send(state, { kind: 'checkIn', card }, { type: 'checkIn', commandId: moment.freshId, card, printer: state.printTarget }, moment);

export const registerWorker = (state: State, { card, digits, chosen }: SceneOf<'trades'>, moment: Moment): Step =>
  send(state, { kind: 'registerWorker', card }, {
    type: 'registerWorker', commandId: moment.freshId, card,
    // The phone is for the hall. Giving it to employers is another purpose, asked for elsewhere and never implied.
    consent: { textVersion: consentTextVersion, purposes: ['registration'] },
    ...(digits === '' ? {} : { phone: digits }),
    trades: [...chosen], printer: state.printTarget,
  }, moment);

export const askEmployers = (state: State, card: Card, moment: Moment): Step => ({
  state: { ...state, warning: undefined, scene: waiting(state, { kind: 'employersOf', card }, moment.freshId, moment) },
  effects: [{ type: 'ask', queryId: moment.freshId, card }],
});

export const registerHousehold = (state: State, card: Card, moment: Moment): Step =>
  send(state, { kind: 'registerHousehold', card }, { type: 'registerHousehold', commandId: moment.freshId, card, promiseVersion: promiseTextVersion }, moment);
