/* Service windows: one tap on a service is a number, several on one number for who wants that; no name needed. */
import { servicesPerTicket } from '@kuaizhao/db/domain/queue/commands.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import { askLeaflets } from '../news/asks.ts';
import { numbered } from '../person/number.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { factOf, refuse } from '../steps/refuse.ts';
import { shutOf } from '../trouble/shut.ts';
import { askServices, confirmAgain, takeTicket } from './asks.ts';
import { bookingScenes } from './booking.ts';
import type { WindowsErrand, WindowsScene } from './scenes.ts';

/** Digits of the longest hall number. */
const digitsMost = 5;

export const windowsScenes: ScenesDesk<WindowsScene['at']> = {
  ...bookingScenes,
  services: { holds: 'nobody', touch: touchServices, screen: (_, { waits, several, card }) => ({ at: 'services', waits, several, known: card !== undefined }), tick: warned },
  missed: { holds: 'somebody', touch: touchMissed, screen: (_, { series, digits }) => ({ at: 'missed', series, digits }), tick: warned },
};

export const windowsErrands: ErrandsDesk<WindowsErrand['kind']> = {
  takeTicket: { accepted: numbered, refused: (state, { card }, refusal) => shutOf(state, refusal, card) ?? refuse(state, refusal, undefined) },
  serviceWaits: {
    told: (state, { card }, told) => stay(told.name === 'serviceWaits' ? { ...state, scene: { at: 'services', card, waits: told.value.services, several: undefined } } : state),
    // Numbers are given without a word about the wait.
    refused: (state, { card }) => stay({ ...state, scene: { at: 'services', card, waits: [], several: undefined } }),
  },
  confirmAgain: { accepted: (state, { card, missed }) => tell(state, 'waitsAgain', card, `${missed.series ?? ''}${missed.digits.padStart(3, '0')}`), refused: (state, { missed }, refusal) => refuse(state, refusal, missed) },
  slots: {
    told: (state, { card, service, day, from }, told) =>
      stay(told.name === 'slots' ? { ...state, scene: { at: 'slots', card, appointments: from.appointments, service, day, slots: told.value.slots.filter((slot) => slot.left > 0) } } : state),
    refused: (state, { from }, refusal) => refuse(state, refusal, from),
  },
  bookAppointment: { accepted: (state, { card }, answer) => tell(state, 'booked', card, factOf(answer, 'appointmentBooked')?.code), refused: (state, { from }, refusal) => refuse(state, refusal, from) },
  cancelAppointment: { accepted: (state, { card }) => tell(state, 'bookingCancelled', card), refused: (state, { from }, refusal) => refuse(state, refusal, from) },
};

function touchServices(state: State, scene: SceneOf<'services'>, touch: Touch, moment: Moment): Step {
  const { card, waits, several } = scene;
  if (touch.type === 'back') return card === undefined ? leave(state) : toHome(state, card, moment);
  if (touch.type === 'go') {
    if (touch.to === 'several') return stay({ ...state, scene: { ...scene, several: several === undefined ? [] : undefined } });
    if (touch.to === 'missed') return stay({ ...state, scene: { at: 'missed', card, waits, series: undefined, digits: '' } });
    if (touch.to === 'opinion') return stay({ ...state, scene: { at: 'opinion', card, stars: undefined, reasons: [] } });
    return touch.to === 'news' ? askLeaflets(state, card, moment) : stay(state);
  }
  if (touch.type === 'next') return several !== undefined && several.length > 0 ? takeTicket(state, scene, several, moment) : stay(state);
  if (touch.type !== 'service' || state.hall?.services.some((one) => one.code === touch.code) !== true) return stay(state);
  if (several === undefined) return takeTicket(state, scene, [touch.code], moment);
  const without = several.filter((code) => code !== touch.code);
  if (without.length < several.length) return stay({ ...state, scene: { ...scene, several: without } });
  return stay(several.length < servicesPerTicket ? { ...state, scene: { ...scene, several: [...several, touch.code] } } : state);
}

function touchMissed(state: State, scene: SceneOf<'missed'>, touch: Touch, moment: Moment): Step {
  const { card, series, digits } = scene;
  if (touch.type === 'back') return series === undefined ? askServices(state, card, moment) : stay({ ...state, scene: { ...scene, series: undefined, digits: '' } });
  if (series === undefined) {
    const chosen = touch.type === 'choose' ? state.hall?.services.find((one) => one.series === touch.id) : undefined;
    return stay(chosen === undefined ? state : { ...state, scene: { ...scene, series: chosen.series } });
  }
  if (touch.type === 'digit') return stay({ ...state, scene: { ...scene, digits: (digits + touch.digit).slice(0, digitsMost) } });
  if (touch.type === 'erase') return stay({ ...state, scene: { ...scene, digits: digits.slice(0, -1) } });
  return touch.type === 'next' && digits !== '' ? confirmAgain(state, scene, series + digits.padStart(3, '0'), moment) : stay(state);
}
