/* The desk of what there is to read, to print, to learn. */
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { restWithPaper, warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { fateOf, paperOf, touchPaper } from '../steps/paper.ts';
import { refuse } from '../steps/refuse.ts';
import { askLeaflets, askSteadyJobs, printCatalogue, printLeaflet, wishTraining } from './asks.ts';
import type { NewsErrand, NewsScene, SteadyJob } from './scenes.ts';

export const newsScenes: ScenesDesk<NewsScene['at']> = {
  news: { holds: 'somebody', touch: touchNews, screen: (_, { leaflets, card }) => ({ at: 'news', leaflets, known: card !== undefined }), tick: warned },
  leaflet: { holds: 'somebody', touch: touchLeaflet, screen: (_, { leaflet, card }) => ({ at: 'leaflet', leaflet, known: card !== undefined }), tick: warned },
  steadyJobs: { holds: 'somebody', touch: backToList, screen: (_, { jobs, city }) => ({ at: 'steadyJobs', jobs, city }), tick: warned },
  training: { holds: 'somebody', touch: touchTraining, screen: () => ({ at: 'training' }), tick: warned },
  sheet: { holds: 'finished', touch: touchSheet, screen: (state, { what, card, paper }) => ({ at: 'sheet', what, paper: fateOf(state, paper), more: card !== undefined }), tick: restWithPaper },
};

export const newsErrands: ErrandsDesk<NewsErrand['kind']> = {
  leaflets: { told: (state, { card }, told) => stay(told.name === 'leaflets' ? { ...state, scene: { at: 'news', card, leaflets: told.value.leaflets } } : state) },
  steadyJobs: {
    told: (state, { card, list }, told) => stay(told.name === 'steadyJobs' ? { ...state, scene: { at: 'steadyJobs', card, list, jobs: told.value.jobs.map(shown), city: told.value.city } } : state),
    refused: (state, { list }, refusal) => refuse(state, refusal, list),
  },
  wishTraining: { accepted: (state, { card }) => tell(state, 'trainingWished', card), refused: (state, { list }, refusal) => refuse(state, refusal, list) },
  printSheet: {
    accepted: (state, { card, what }, answer) => stay({ ...state, scene: { at: 'sheet', card, what, paper: paperOf(answer) } }),
    refused: (state, { resume }, refusal) => refuse(state, refusal, resume),
  },
};

const shown = ({ jobId, number, terms, placesLeft }: SteadyJob): SteadyJob => ({ jobId, number, terms, placesLeft });

function touchNews(state: State, scene: SceneOf<'news'>, touch: Touch, moment: Moment): Step {
  const { card, leaflets } = scene;
  if (touch.type === 'back') return card === undefined ? leave(state) : toHome(state, card, moment);
  if (touch.type === 'go' && touch.to === 'steadyJobs') return askSteadyJobs(state, scene, moment);
  if (touch.type === 'go' && touch.to === 'training' && card !== undefined) return stay({ ...state, scene: { at: 'training', card, list: scene } });
  if (touch.type === 'print') return printCatalogue(state, scene, moment);
  const leaflet = touch.type === 'choose' ? leaflets.find((one) => one.leafletId === touch.id) : undefined;
  return stay(leaflet === undefined ? state : { ...state, scene: { at: 'leaflet', card, list: scene, leaflet } });
}

function touchLeaflet(state: State, scene: SceneOf<'leaflet'>, touch: Touch, moment: Moment): Step {
  const { card, list, leaflet } = scene;
  if (touch.type === 'print') return printLeaflet(state, scene, moment);
  if (touch.type === 'go' && touch.to === 'training' && card !== undefined) {
    const training = { at: 'training', card, list } as const;
    // A course says its trade: one tap is the wish.
    return leaflet.trade === undefined ? stay({ ...state, scene: training }) : wishTraining(state, training, leaflet.trade, moment);
  }
  return backToList(state, scene, touch);
}

function backToList(state: State, { list }: SceneOf<'leaflet' | 'steadyJobs' | 'training'>, touch: Touch): Step {
  return stay(touch.type === 'back' ? { ...state, scene: list } : state);
}

function touchTraining(state: State, scene: SceneOf<'training'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'toggleTrade' && tradeByCode(touch.trade) !== undefined) return wishTraining(state, scene, touch.trade, moment);
  return backToList(state, scene, touch);
}

function touchSheet(state: State, scene: SceneOf<'sheet'>, touch: Touch, moment: Moment): Step {
  const { card } = scene;
  if (touch.type === 'go' && touch.to === 'home' && card !== undefined) return toHome(state, card, moment);
  if (touch.type === 'go' && touch.to === 'news') return askLeaflets(state, card, moment);
  return touch.type === 'next' || touch.type === 'back' ? leave(state) : touchPaper(state, scene, touch, moment);
}
