/* The desk of a worker's own page: from here to everything that the card is good for. */
import { askCalls } from '../calls/asks.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { askCopy } from '../data/asks.ts';
import { askHires } from '../evening/asks.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { firstLook, askJobs } from '../find/asks.ts';
import { askLeaflets } from '../news/asks.ts';
import { checkIn } from '../person/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { restAfterTrouble, warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { refuse } from '../steps/refuse.ts';
import { askServices } from '../windows/asks.ts';
import { askWishes } from '../wishes/asks.ts';
import { toHome } from './asks.ts';
import type { HomeErrand, HomeScene } from './scenes.ts';

export const homeScenes: ScenesDesk<HomeScene['at']> = {
  home: { holds: 'somebody', touch: touchHome, screen: (_, { day: { consents: _consents, ...day } }) => ({ at: 'home', day }), tick: warned },
  told: { holds: 'finished', touch: touchTold, screen: (_, { what, number, card }) => ({ at: 'told', what, number, more: card !== undefined }), tick: restAfterTrouble },
};

export const homeErrands: ErrandsDesk<HomeErrand['kind']> = {
  myDay: {
    told(state, { card, to }, told, moment) {
      if (told.name !== 'myDay') return stay(state);
      if (to === 'evening') return told.value.toConfirm > 0 ? askHires(state, card, moment) : checkIn(state, card, moment);
      return stay({ ...state, scene: { at: 'home', card, day: told.value } });
    },
    // In the evening the number is what a new face still wants.
    refused: (state, { card, to }, refusal, moment) => (to === 'evening' ? checkIn(state, card, moment) : refuse(state, refusal, undefined)),
  },
};

function touchHome(state: State, { card, day }: SceneOf<'home'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back' || touch.type === 'next') return leave(state);
  if (touch.type !== 'go') return stay(state);
  switch (touch.to) {
    case 'number': return checkIn(state, card, moment);
    case 'jobs': return askJobs(state, card, firstLook(day.trades), moment);
    case 'calls': return askCalls(state, card, moment);
    case 'wishes': return askWishes(state, card, moment);
    case 'evening': return askHires(state, card, moment);
    case 'windows': return askServices(state, card, moment);
    case 'booked': return stay({ ...state, scene: { at: 'booked', card, appointments: day.appointments } });
    case 'copy': return askCopy(state, card, moment);
    case 'data': return stay({ ...state, scene: { at: 'data', card, consents: day.consents, trades: day.trades } });
    case 'opinion': return stay({ ...state, scene: { at: 'opinion', card, stars: undefined, reasons: [] } });
    case 'news': return askLeaflets(state, card, moment);
    case 'crew': return stay({ ...state, scene: { at: 'crew', card, number: day.ticket?.state === 'waiting' ? day.ticket.number : undefined, together: day.crew, mates: [], since: moment.now, trouble: undefined } });
    default: return stay(state);
  }
}

function touchTold(state: State, { card }: SceneOf<'told'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'go' && touch.to === 'home' && card !== undefined) return toHome(state, card, moment);
  return touch.type === 'next' || touch.type === 'back' ? leave(state) : stay(state);
}
