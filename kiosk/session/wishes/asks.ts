/* Reading and setting what somebody wants. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Wishes } from '@kuaizhao/db/domain/people/wishes/wishes.ts';
import type { Moment, Step } from '../event.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';

export const askWishes = (state: State, card: Card, moment: Moment): Step => ask(state, { kind: 'myWishes', card }, { name: 'myWishes', asked: { card } }, moment);

export const setWishes = (state: State, { card, certificates, restate }: SceneOf<'wish'>, wishes: Wishes, moment: Moment): Step =>
  send(state, { kind: 'setWishes', card, terms: { at: 'wishes', card, wishes, certificates, restate } }, { type: 'setWishes', commandId: moment.freshId, who: { by: 'card', card }, wishes }, moment);
