/* What a card on the reader means: the person in front of the kiosk is the one whose card lies there. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import type { Effect, Moment, Step } from '../event.ts';
import { deskOf } from '../desks.ts';
import { askEmployers } from '../hiring/asks.ts';
import { workerCame } from '../person/desk.ts';
import { cardOf, type ReaderState, type State } from '../state.ts';
import type { CardTrouble } from '../trouble/scenes.ts';
import { atRest } from './leave.ts';

/** A card was read. The card that the scene already knows changes nothing: people take it back and put it down again while they fill in. */
export function cardRead(state: State, card: Card, moment: Moment): Step {
  const here = { ...state, cardPresent: true };
  const held = cardOf(state.scene);
  const desk = deskOf(state.scene);
  if (held?.number === card.number || desk.ignoresCard?.(state.scene) === true) return { state: here, effects: [] };
  if (desk.card !== undefined) return desk.card({ ...here, warning: undefined }, state.scene, card, moment);
  const fresh = forPerson(here);
  return withEffects(hiring(state) ? askEmployers(fresh, card, moment) : workerCame(fresh, card, moment), forgets(state));
}

/** A card whose number or birthday cannot be right. */
export function cardUnfit(state: State, code: RefusalCode): Step {
  const refused = { ...forPerson(state), cardPresent: true, scene: { at: 'refused', refusal: { code }, resume: undefined } } as const;
  return { state: refused, effects: forgets(state) };
}

/** A card that could not be read, or not by this reader. Nobody who is in the middle of something loses it over this. */
export function cardTrouble(state: State, trouble: CardTrouble): Step {
  const placedNow = !state.cardPresent;
  const here = { ...state, cardPresent: true };
  const { holds } = deskOf(state.scene);
  // A card on its way up from the reader is often misread: the number that just appeared must stay.
  const finished = holds === 'finished' || (state.scene.at === 'refused' && cardOf(state.scene) === undefined);
  const open = holds === 'nobody';
  if (!open && !(finished && placedNow)) return { state: here, effects: [] };
  return { state: { ...here, warning: undefined, scene: { at: 'cardTrouble', trouble, hiring: hiring(state) } }, effects: [] };
}

export function cardLifted(state: State): Step {
  const lifted = { ...state, cardPresent: false };
  return { state: state.scene.at === 'takeCard' ? atRest(lifted) : lifted, effects: [] };
}

/** A reader that is out of service cannot see a card either; nobody is asked to take what may not be there. */
export function readerChanged(state: State, reader: ReaderState): Step {
  const changed = { ...state, reader };
  return reader === 'ready' ? { state: changed, effects: [] } : cardLifted(changed);
}

const hiring = ({ scene }: State): boolean => scene.at === 'employerCard' || (scene.at === 'cardTrouble' && scene.hiring);

/** Settings belong to a person. Somebody still choosing them keeps them; somebody new finds the hall's own. */
function forPerson(state: State): State {
  return deskOf(state.scene).holds === 'nobody' ? state : atRest(state);
}

const forgets = ({ scene }: State): readonly Effect[] => (cardOf(scene) === undefined ? [] : [{ type: 'forget' }]);

const withEffects = (step: Step, before: readonly Effect[]): Step => ({ state: step.state, effects: [...before, ...step.effects] });
