/* What the agent's answer means for the person who waits. Only the answer that is waited for counts; a late one of somebody who left changes nothing here. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { deskOf, errandDeskOf } from '../desks.ts';
import { stay, type Moment, type Reply, type Step } from '../event.ts';
import type { Errand, State } from '../state.ts';
import { reprintAnswered } from './paper.ts';
import { refuse } from './refuse.ts';

export function answered(state: State, commandId: string, answer: Answer, moment: Moment): Step {
  const { scene } = state;
  if ('paper' in scene) return reprintAnswered(state, scene, commandId, answer);
  if (scene.at !== 'asking' || scene.awaits !== commandId) return stay(state);
  if (!answer.ok) return refused(state, scene.errand, answer.refusal, moment);
  return errandDeskOf(scene.errand).accepted?.(state, scene.errand, answer, moment) ?? stay(state);
}

export function replied(state: State, queryId: string, reply: Reply, moment: Moment): Step {
  const { scene } = state;
  if (!('awaits' in scene) || scene.awaits !== queryId) return stay(state);
  // A question that a scene asked by itself: a refusal of it tells nobody anything new.
  if (scene.at !== 'asking') return (reply.ok ? deskOf(scene).told?.(state, scene, reply.told, moment) : undefined) ?? stay(state);
  if (!reply.ok) return refused(state, scene.errand, reply.refusal, moment);
  return errandDeskOf(scene.errand).told?.(state, scene.errand, reply.told, moment) ?? stay(state);
}

/** Whatever a person under sixteen asks for ends the same way. */
function refused(state: State, errand: Errand, refusal: Refusal, moment: Moment): Step {
  if (refusal.code === 'underSixteen') return stay({ ...state, scene: { at: 'minor' } });
  return errandDeskOf(errand).refused?.(state, errand, refusal, moment) ?? refuse(state, refusal, undefined);
}
