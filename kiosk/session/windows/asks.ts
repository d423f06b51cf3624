/* What is asked for windows: how long, a number, a time that is kept free. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Moment, Step } from '../event.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';

export const askServices = (state: State, card: Card | undefined, moment: Moment): Step => ask(state, { kind: 'serviceWaits', card }, { name: 'serviceWaits', asked: {} }, moment);

/** One number for one service, or for several in their order. The card brings its own appointment and nothing else. */
export function takeTicket(state: State, { card }: SceneOf<'services'>, codes: readonly string[], moment: Moment): Step {
  const labels = codes.flatMap((code) => state.hall?.services.filter((one) => one.code === code).map((one) => one.label) ?? []);
  const [service = '', ...more] = codes;
  return send(state, { kind: 'takeTicket', card, service, serviceLabel: labels.join('、') }, {
    type: 'takeTicket', commandId: moment.freshId, service, printer: state.printTarget,
    ...(more.length === 0 ? {} : { more }), ...(card === undefined ? {} : { card }),
  }, moment);
}

export const confirmAgain = (state: State, missed: SceneOf<'missed'>, number: string, moment: Moment): Step =>
  send(state, { kind: 'confirmAgain', card: missed.card, missed }, { type: 'confirmAgain', commandId: moment.freshId, number }, moment);

export const askSlots = (state: State, from: SceneOf<'bookService' | 'slots'>, asked: { readonly service: string; readonly day: string }, moment: Moment): Step =>
  ask(state, { kind: 'slots', card: from.card, ...asked, from }, { name: 'slots', asked }, moment);

export const book = (state: State, from: SceneOf<'slots'>, time: string, moment: Moment): Step =>
  send(state, { kind: 'bookAppointment', card: from.card, from }, { type: 'bookAppointment', commandId: moment.freshId, service: from.service, day: from.day, time, card: from.card }, moment);

export const cancel = (state: State, from: SceneOf<'booked'>, { day, code }: { readonly day: string; readonly code: string }, moment: Moment): Step =>
  send(state, { kind: 'cancelAppointment', card: from.card, from }, { type: 'cancelAppointment', commandId: moment.freshId, day, code, card: from.card }, moment);
