/* The number that an answer brings, and what is learnt of the wait and the day while it stands there. */
import type { FactOf } from '@kuaizhao/db/domain/fact.ts';
import type { KioskQuestion, KioskTold } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Accepted } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { ErrandOf, SceneOf, State } from '../state.ts';
import { fateOf, paperOf } from '../steps/paper.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import type { PersonScreen } from './scenes.ts';

/** The number is on screen at once; wait and day are asked for behind it. An agent that agreed but gave none is of another version than its messages say. */
export function numbered(state: State, errand: ErrandOf<'checkIn' | 'registerWorker' | 'takeWorkNumber' | 'takeTicket'>, answer: Accepted, moment: Moment): Step {
  const ticket = factOf(answer, 'ticketIssued');
  if (ticket === undefined) return refuse(state, { code: 'ticketUnknown' }, undefined);
  const { number, ahead, trades } = ticket;
  const card = 'card' in errand ? errand.card : undefined;
  const serviceLabel = errand.kind === 'takeTicket' ? errand.serviceLabel : undefined;
  const { freshId: awaits } = moment;
  return {
    state: { ...state, scene: { at: 'number', card, number, ahead, trades, serviceLabel, paper: paperOf(answer), awaits, wait: undefined, day: undefined } },
    effects: [{ type: 'ask', queryId: awaits, question: questionOf(ticket, errand) }],
  };
}

/** A window's number waits in another queue than the person's own number for work. */
function questionOf({ ticketId }: FactOf<'ticketIssued'>, errand: ErrandOf<'checkIn' | 'registerWorker' | 'takeWorkNumber' | 'takeTicket'>): KioskQuestion {
  if (errand.kind === 'checkIn' || errand.kind === 'registerWorker') return { name: 'myDay', asked: { card: errand.card } };
  return { name: 'wait', asked: { ticketId } };
}

/** What came back behind the number; without it the number stands as it is, and is true. */
export function numberTold(state: State, scene: SceneOf<'number'>, told: KioskTold): Step {
  const quiet = { ...scene, awaits: undefined };
  if (told.name === 'wait') return stay({ ...state, scene: { ...quiet, ahead: told.value.ahead, wait: told.value.wait } });
  if (told.name !== 'myDay') return stay({ ...state, scene: quiet });
  const { ticket } = told.value;
  const waits = ticket?.state === 'waiting' && ticket.number === scene.number ? { ahead: ticket.ahead, wait: ticket.wait } : {};
  return stay({ ...state, scene: { ...quiet, ...waits, day: told.value } });
}

export const numberScreen = (state: State, { number, ahead, trades, serviceLabel, paper, wait, day, card }: SceneOf<'number'>): Extract<PersonScreen, { readonly at: 'number' }> => ({
  at: 'number', number, ahead, trades, serviceLabel, paper: fateOf(state, paper), wait, more: card !== undefined, toConfirm: day?.toConfirm ?? 0, table: day?.called?.table,
});
