/* What becomes of what a person asks when the agent is away: a number from the kiosk's own block, or a word about what to do instead. */
import { isTooYoungToWork } from '@kuaizhao/db/domain/law/age.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import { stay, type Effect, type Moment, type Step } from '../event.ts';
import type { JobScene } from '../job/scenes.ts';
import type { Errand, Scene, SceneOf, State } from '../state.ts';

/** The agent is not there, or has just left somebody without an answer. */
export const numbersOnly = ({ agentUp, agentSilent }: State): boolean => !agentUp || agentSilent;

/** What becomes of an errand that the agent cannot take. `instead`: it was sent, and may have been carried out unheard. Undefined: it has to wait for its answer. */
export function withoutAgent(state: State, errand: Errand, moment: Moment, instead?: string): Step | undefined {
  if (errand.kind === 'checkIn' || errand.kind === 'registerWorker') return takeForWork(state, errand.card, moment, instead);
  if (errand.kind === 'takeTicket') return take(state, { at: 'takingNumber', serviceLabel: errand.serviceLabel, awaits: moment.freshId }, { service: errand.service, instead }, moment);
  // In the evening the day is asked for before the number: without it, the number.
  if (errand.kind === 'myDay' && errand.to === 'evening') return takeForWork(state, errand.card, moment, undefined);
  // The list needs no agent, only its waits do.
  if (errand.kind === 'serviceWaits') return stay({ ...state, warning: undefined, scene: { at: 'services', card: errand.card, waits: [], several: undefined } });
  // Somebody may have been hired, or a job posted: whoever asked waits for the word.
  return instead === undefined ? cannotNow(state, 'onlyNumbers', doing(state.scene)) : undefined;
}

/** The law needs no agent: a card of a child gets no number. */
function takeForWork(state: State, card: Card, moment: Moment, instead: string | undefined): Step {
  if (isTooYoungToWork(card.birth, moment.now)) return stay({ ...state, scene: { at: 'minor' } });
  return take(state, { at: 'takingNumber', card, serviceLabel: undefined, awaits: moment.freshId }, { service: workService, card, instead }, moment);
}

function take(state: State, scene: SceneOf<'takingNumber'>, wanted: Pick<Extract<Effect, { type: 'takeNumber' }>, 'service' | 'card' | 'instead'>, moment: Moment): Step {
  const effect: Effect = { type: 'takeNumber', requestId: moment.freshId, ...wanted };
  // What was sent is not asked for any more; if it was carried out unheard, handing in `instead` says so.
  return { state: { ...state, warning: undefined, scene }, effects: wanted.instead === undefined ? [effect] : [{ type: 'forget' }, effect] };
}

export const cannotNow = (state: State, why: SceneOf<'cannotNow'>['why'], resume: JobScene | undefined): Step => stay({ ...state, warning: undefined, scene: { at: 'cannotNow', why, resume } });

/** Filled-in screens come back; a card that was only laid down is laid down again. */
const doing = (scene: Scene): JobScene | undefined => ('draft' in scene ? scene : undefined);
