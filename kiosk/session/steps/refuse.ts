/* A refusal as a scene of its own, and the facts of an answer. */
import type { FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import type { Accepted } from '../desk.ts';
import { stay, type Step } from '../event.ts';
import type { Scene, State } from '../state.ts';

/** `resume`: the scene that can put it right; without one the person is done here. */
export const refuse = (state: State, refusal: Refusal, resume: Scene | undefined): Step => stay({ ...state, scene: { at: 'refused', refusal, resume } });

export function factOf<T extends FactType>(answer: Accepted, type: T): FactOf<T> | undefined {
  return answer.facts.find((fact): fact is FactOf<T> => fact.type === type);
}
