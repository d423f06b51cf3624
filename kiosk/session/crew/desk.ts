/* The desk of crews: cards come one by one, numbers are shown, and nobody is put into a crew by others. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { crewTapWindowMs } from '@kuaizhao/db/domain/people/crews/decide.ts';
import type { MyDay } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import { warned } from '../steps/idle.ts';
import { refuse } from '../steps/refuse.ts';
import { crewLeast, crewMost, type CrewErrand, type CrewScene, type MateTrouble, type SceneOfCrew } from './scenes.ts';

export const crewScenes: ScenesDesk<CrewScene['at']> = {
  crew: {
    holds: 'somebody', touch: touchCrew, tick: warned, card: mateCame,
    screen: (_, scene) => ({ at: 'crew', numbers: numbersOf(scene), together: scene.together, trouble: scene.trouble, canForm: numbersOf(scene).length >= crewLeast }),
  },
};

export const crewErrands: ErrandsDesk<CrewErrand['kind']> = {
  mateDay: {
    told: (state, { mate, crew }, told, moment) => (told.name === 'myDay' ? stay({ ...state, scene: joined(crew, mate, told.value, moment) }) : stay(state)),
    refused: (state, { crew }, refusal) => (refusal.code === 'workerUnknown' ? stay({ ...state, scene: { ...crew, trouble: 'unknown' } }) : refuse(state, refusal, crew)),
  },
  formCrew: {
    accepted: (state, { card, crew }) => tell(state, 'crewFormed', card, numbersOf(crew).join(' ')),
    // Whatever is wrong with one of them: begin again with the first card alone.
    refused: (state, { crew }, refusal, moment) => refuse(state, refusal, { ...crew, mates: [], since: moment.now, trouble: undefined }),
  },
  leaveCrew: { accepted: (state, { card }) => tell(state, 'crewLeft', card), refused: (state, { crew }, refusal) => refuse(state, refusal, crew) },
};

const numbersOf = ({ number, mates }: SceneOfCrew): readonly string[] => (number === undefined ? [] : [number, ...mates.map((mate) => mate.number)]);

/** A further card on the reader. One that is in already changes nothing. */
function mateCame(state: State, crew: SceneOf<'crew'>, mate: Card, moment: Moment): Step {
  const known = crew.card.number === mate.number || crew.mates.some((one) => one.card.number === mate.number);
  if (known || crew.number === undefined || crew.together.length > 0) return stay(state);
  if (numbersOf(crew).length >= crewMost) return stay({ ...state, scene: { ...crew, trouble: 'full' } });
  return ask(state, { kind: 'mateDay', card: crew.card, mate, crew }, { name: 'myDay', asked: { card: mate } }, moment);
}

function joined(crew: SceneOfCrew, card: Card, day: MyDay, { now }: Moment): SceneOfCrew {
  const trouble = ((): MateTrouble | undefined => {
    if (day.ticket?.state !== 'waiting') return 'noNumber';
    if (day.crew.length > 0) return 'inCrew';
    return now - crew.since > crewTapWindowMs ? 'tooLate' : undefined;
  })();
  // Too slow for one crew: the first card counts from now, and everybody lays theirs down once more.
  if (trouble === 'tooLate') return { ...crew, mates: [], since: now, trouble };
  if (trouble !== undefined || day.ticket === undefined) return { ...crew, trouble };
  return { ...crew, mates: [...crew.mates, { card, number: day.ticket.number, tappedAt: now }], trouble: undefined };
}

function touchCrew(state: State, crew: SceneOf<'crew'>, touch: Touch, moment: Moment): Step {
  const { card } = crew;
  const { freshId: commandId } = moment;
  if (touch.type === 'back') return toHome(state, card, moment);
  if (touch.type === 'decline' && crew.together.length > 0) return send(state, { kind: 'leaveCrew', card, crew }, { type: 'leaveCrew', commandId, who: { by: 'card', card } }, moment);
  if (touch.type !== 'next' || numbersOf(crew).length < crewLeast) return stay(state);
  const members = [{ card, tappedAt: crew.since }, ...crew.mates.map((mate) => ({ card: mate.card, tappedAt: mate.tappedAt }))];
  return send(state, { kind: 'formCrew', card, crew }, { type: 'formCrew', commandId, members }, moment);
}
