/* What the card says in the evening. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Moment, Step } from '../event.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';

export const askHires = (state: State, card: Card, moment: Moment, kept = false): Step => ask(state, { kind: 'myHires', card, kept }, { name: 'myHires', asked: { card } }, moment);

export const confirmEvening = (state: State, scene: SceneOf<'eveningHire' | 'notPaid'>, moment: Moment): Step =>
  send(state, { kind: 'confirmEvening', card: scene.card, scene }, {
    type: 'confirmEvening', commandId: moment.freshId, card: scene.card, hireId: scene.hire.hireId, ...scene.words, printer: state.printTarget,
  }, moment);
