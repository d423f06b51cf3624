/* The way to a worker's own page: always with the day as it is now. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { State } from '../state.ts';
import { ask } from '../steps/ask.ts';
import type { HomeErrand, ToldKind } from './scenes.ts';

export const toHome = (state: State, card: Card, moment: Moment, to: HomeErrand['to'] = 'home'): Step =>
  ask(state, { kind: 'myDay', card, to }, { name: 'myDay', asked: { card } }, moment);

/** Says what was done. */
export const tell = (state: State, what: ToldKind, card: Card | undefined, number?: string): Step => stay({ ...state, scene: { at: 'told', what, card, number } });
