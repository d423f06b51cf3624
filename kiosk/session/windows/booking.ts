/* Appointments of a card: what is booked, what may be booked, what is given back. */
import { dayMs, dayStart, localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { askSlots, book, cancel } from './asks.ts';

/** Days that are offered: today and so many after it. */
export const bookableDays = 3;

export const bookingScenes: ScenesDesk<'booked' | 'bookService' | 'slots'> = {
  booked: { holds: 'somebody', touch: touchBooked, screen: (_, { appointments }) => ({ at: 'booked', appointments }), tick: warned },
  bookService: { holds: 'somebody', touch: touchBookService, screen: () => ({ at: 'bookService' }), tick: warned },
  slots: { holds: 'somebody', touch: touchSlots, screen: (_, { service, day, slots }) => ({ at: 'slots', service, day, slots }), tick: warned },
};

function touchBooked(state: State, scene: SceneOf<'booked'>, touch: Touch, moment: Moment): Step {
  const { card, appointments } = scene;
  if (touch.type === 'back') return toHome(state, card, moment);
  if (touch.type === 'go' && touch.to === 'book') return stay({ ...state, scene: { at: 'bookService', card, appointments } });
  const one = touch.type === 'choose' ? appointments.find(({ code }) => code === touch.id) : undefined;
  return one === undefined ? stay(state) : cancel(state, scene, one, moment);
}

function touchBookService(state: State, scene: SceneOf<'bookService'>, touch: Touch, moment: Moment): Step {
  if (touch.type === 'back') return stay({ ...state, scene: { ...scene, at: 'booked' } });
  if (touch.type !== 'service' || state.hall?.services.some((one) => one.code === touch.code) !== true) return stay(state);
  return askSlots(state, scene, { service: touch.code, day: localDay(moment.now) }, moment);
}

/** A choice is a day (`2026-11-22`) or a time without its colon (`0830`). */
function touchSlots(state: State, scene: SceneOf<'slots'>, touch: Touch, moment: Moment): Step {
  const { card, appointments, service, slots } = scene;
  if (touch.type === 'back') return stay({ ...state, scene: { at: 'bookService', card, appointments } });
  if (touch.type !== 'choose') return stay(state);
  if (daysFrom(moment.now).includes(touch.id)) return askSlots(state, scene, { service, day: touch.id }, moment);
  const slot = slots.find((one) => one.time.replace(':', '') === touch.id);
  return slot === undefined ? stay(state) : book(state, scene, slot.time, moment);
}

/** Today and the days after it, local. */
export const daysFrom = (now: number): readonly string[] => Array.from({ length: bookableDays + 1 }, (_, at) => localDay(dayStart(localDay(now)) + at * dayMs));
