/* Refusals that are no fault of the person: nothing is open, or everything is given out. Each has a screen of its own with what can be done instead. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Refusal, RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { stay, type Step } from '../event.ts';
import type { State } from '../state.ts';
import type { ShutKind } from './scenes.ts';

const kinds: { readonly [Code in RefusalCode]?: ShutKind } = { dayClosed: 'closed', serviceClosed: 'notNow', quotaReached: 'full' };

/** `card`: somebody known may still go to the own page. Undefined for every other refusal. */
export function shutOf(state: State, refusal: Refusal, card: Card | undefined): Step | undefined {
  const kind = kinds[refusal.code];
  return kind === undefined ? undefined : stay({ ...state, scene: { at: 'shut', kind, card } });
}
