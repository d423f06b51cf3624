/* What somebody who looks for work asks of the agent. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { openJobsMost } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import type { Moment, Step } from '../event.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import type { Look } from './scenes.ts';

/** The own trades first; whoever has none sees everything. */
export const firstLook = (own: readonly TradeCode[]): Look => ({ among: own.length === 0 ? { kind: 'all' } : { kind: 'own', trades: own }, own, when: undefined, near: false });

export function askJobs(state: State, card: Card, look: Look, moment: Moment): Step {
  const { among, when, near } = look;
  const trades = among.kind === 'all' ? undefined : among.kind === 'trade' ? [among.trade] : [...among.trades];
  return ask(state, { kind: 'openJobs', card, look }, {
    name: 'openJobs', asked: { near, limit: openJobsMost, ...(trades === undefined ? {} : { trades }), ...(when === undefined ? {} : { when }) },
  }, moment);
}

export const applyFor = (state: State, detail: SceneOf<'jobDetail'>, moment: Moment): Step =>
  send(state, { kind: 'applyForJob', card: detail.card, detail }, { type: 'applyForJob', commandId: moment.freshId, who: { by: 'card', card: detail.card }, jobId: detail.job.jobId }, moment);

/** Why this job has not called yet; told with the job itself. */
export const askWhyNot = (state: State, detail: SceneOf<'jobDetail'>, moment: Moment): Step =>
  ask(state, { kind: 'whyNot', card: detail.card, detail }, { name: 'whyNot', asked: { jobId: detail.job.jobId, card: detail.card } }, moment);
