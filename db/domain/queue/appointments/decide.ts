/* Booking a slot, giving it back, and finding the one that a number is taken with. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { businessDayAt, dayStart } from '../business-day.ts';
import type { TakeTicket } from '../commands.ts';
import { theDay } from '../day.ts';
import { rulesOn } from '../rules.ts';
import type { BookAppointment, CancelAppointment } from './commands.ts';
import { bookable, slotsOf } from './slots.ts';
import type { AppointmentRow } from './view.ts';

const dayMs = 24 * 3_600_000;

/** Refuses `serviceUnknown`, `dateImpossible` (past, or too far ahead), `slotImpossible` (no such slot, begun, or nothing can be booked for the service), `slotFull`, `alreadyBooked`, `workerUnknown`, `ticketUnknown`. */
export function decideBookAppointment(view: HallView, command: BookAppointment, context: Context): Result<Decision> {
  const { service, day, time } = command;
  const setting = context.settings.services.find((one) => one.code === service);
  if (setting === undefined) return refuse('serviceUnknown', 'service');
  const rules = rulesOn(context.settings.queueRules, day);
  const today = businessDayAt(context.now);
  if (day < today || dayStart(day) > dayStart(today) + rules.appointments.daysAhead * dayMs) return refuse('dateImpossible', 'day');
  const rule = rules.appointments.services.find((one) => one.service === service);
  const slot = rule && slotsOf(rules, rule, day).find((one) => one.time === time);
  if (rule === undefined || slot === undefined || slot.slotAt <= context.now) return refuse('slotImpossible', 'time');
  const workerId = whoBooks(view, command, context);
  if (!workerId.ok) return workerId;
  if (workerId.value !== undefined && view.appointmentOfWorker(day, service, workerId.value) !== undefined) return refuse('alreadyBooked', 'service');
  const { taken, given } = view.slotTaken(day, service, slot.slotAt);
  if (taken >= bookable(rules, rule)) return refuse('slotFull', 'time');
  const code = `${setting.series}${time.replace(':', '')}-${String(given + 1).padStart(2, '0')}`;
  return ok({ facts: [{ type: 'appointmentBooked', appointmentId: context.newId(), code, businessDay: day, service, slotAt: slot.slotAt, ...(workerId.value === undefined ? {} : { workerId: workerId.value }) }], records: [] });
}

function whoBooks(view: HallView, { card, number }: BookAppointment, { actor }: Context): Result<string | undefined> {
  if (card !== undefined) {
    const worker = view.workerByNumber(card.number);
    return worker === undefined ? refuse('workerUnknown', 'card') : ok(worker.workerId);
  }
  // A kiosk knows nobody but the card that lies on it.
  if (actor.role === 'kiosk') return refuse('workerUnknown', 'card');
  if (number === undefined) return ok(undefined);
  const workerId = view.ticketByNumber(number)?.workerId;
  return workerId === undefined ? refuse('ticketUnknown', 'number') : ok(workerId);
}

/** Refuses `appointmentUnknown` (also for a card that did not book it), `appointmentOver`. */
export function decideCancelAppointment(view: HallView, command: CancelAppointment, context: Context): Result<Decision> {
  const found = view.appointment(command.day, command.code);
  const worker = command.card === undefined ? undefined : view.workerByNumber(command.card.number);
  const isTheirs = context.actor.role !== 'kiosk' || (worker !== undefined && found?.workerId === worker.workerId);
  if (found === undefined || !isTheirs) return refuse('appointmentUnknown', 'code');
  if (found.state !== 'booked') return refuse('appointmentOver', 'code');
  return ok({ facts: [{ type: 'appointmentCancelled', appointmentId: found.appointmentId }], records: [] });
}

/** The appointment that a number is taken with: by its code, or the card's own of today; undefined without one. Refuses `appointmentUnknown` (another service, or somebody else's card), `appointmentOver`. */
export function appointmentFor(view: HallView, command: TakeTicket, workerId: string | undefined): Result<AppointmentRow | undefined> {
  const day = theDay(view);
  if (command.appointment === undefined) return ok(workerId === undefined ? undefined : view.appointmentOfWorker(day, command.service, workerId));
  const found = view.appointment(day, command.appointment);
  if (found === undefined || found.service !== command.service || (found.workerId !== undefined && command.card !== undefined && found.workerId !== workerId)) return refuse('appointmentUnknown', 'appointment');
  return found.state === 'booked' ? ok(found) : refuse('appointmentOver', 'appointment');
}
