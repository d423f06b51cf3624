/* Asking the agent: one thing at a time, each with a fresh id, and the scene that waits for it. */
import type { KioskQuestion } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Effect, Moment, Step } from '../event.ts';
import { numbersOnly, withoutAgent } from '../numbers-only/without-agent.ts';
import type { Errand, State } from '../state.ts';

/** Sends the command and waits for its answer; when there is nobody to ask, what can be done without. */
export const send = (state: State, errand: Errand, command: Command, moment: Moment): Step =>
  waiting(state, errand, command.commandId, { type: 'send', command }, moment);

/** Asks, changes nothing, and waits the same way. */
export const ask = (state: State, errand: Errand, question: KioskQuestion, moment: Moment): Step =>
  waiting(state, errand, moment.freshId, { type: 'ask', queryId: moment.freshId, question }, moment);

const waiting = (state: State, errand: Errand, awaits: string, effect: Effect, moment: Moment): Step => (numbersOnly(state) ? withoutAgent(state, errand, moment) : undefined) ?? {
  state: { ...state, warning: undefined, scene: { at: 'asking', errand, awaits, sinceMs: moment.ms, late: !state.agentUp } },
  effects: [effect],
};
