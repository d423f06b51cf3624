/* What is asked for reading and printing; none of it needs a card but the wish to learn. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Moment, Step } from '../event.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import type { SceneOfNews } from './scenes.ts';

const steadyMost = 60;

export const askLeaflets = (state: State, card: Card | undefined, moment: Moment): Step => ask(state, { kind: 'leaflets', card }, { name: 'leaflets', asked: {} }, moment);
export const askSteadyJobs = (state: State, list: SceneOfNews, moment: Moment): Step =>
  ask(state, { kind: 'steadyJobs', card: list.card, list }, { name: 'steadyJobs', asked: { limit: steadyMost } }, moment);
export const wishTraining = (state: State, { card, list }: SceneOf<'training'>, trade: TradeCode, moment: Moment): Step =>
  send(state, { kind: 'wishTraining', card, list }, { type: 'wishTraining', commandId: moment.freshId, who: { by: 'card', card }, trade }, moment);

export const printLeaflet = (state: State, scene: SceneOf<'leaflet'>, moment: Moment): Step =>
  send(state, { kind: 'printSheet', card: scene.card, what: 'leaflet', resume: scene }, { type: 'printForm', commandId: moment.freshId, form: 'leaflet', id: scene.leaflet.leafletId, printer: state.printTarget }, moment);
export const printCatalogue = (state: State, scene: SceneOf<'news'>, moment: Moment): Step =>
  send(state, { kind: 'printSheet', card: scene.card, what: 'catalogue', resume: scene }, { type: 'printForm', commandId: moment.freshId, form: 'catalogue', id: businessDayAt(moment.now), printer: state.printTarget }, moment);
