/* Slots and appointments as kiosk and staff read them: times, places left, codes; never whose they are. */
import type { Database } from 'better-sqlite3';
import type { HallSettings } from '../../domain/hall/settings.ts';
import { bookable, slotsOf } from '../../domain/queue/appointments/slots.ts';
import type { AppointmentRow } from '../../domain/queue/appointments/view.ts';
import { rulesOn } from '../../domain/queue/rules.ts';
import type { BusinessDay, Instant } from '../../domain/scalars.ts';
import type { Subjects } from '../record.ts';
import { appointmentRow } from '../subjects/queue/appointments.ts';

/** What fits a page of a console; a day of a large hall has fewer. */
const shownLimit = 500;

export interface FreeSlot { readonly time: string; readonly slotAt: Instant; readonly left: number }
export interface ShownAppointment { readonly code: string; readonly service: string; readonly slotAt: Instant; readonly state: AppointmentRow['state']; readonly byCard: boolean }

export function openAppointmentsFace(sql: Database, { queue: { view } }: Subjects) {
  const ofDay = sql.prepare<[string, string | null, string | null, number], Parameters<typeof appointmentRow>[0]>(`SELECT appointment_id, code, day, service, slot_at, worker_id, state FROM appointment
    WHERE day = ? AND (? IS NULL OR service = ?) ORDER BY slot_at, code LIMIT ?`);
  const ofWorker = sql.prepare<[string, string, number], Parameters<typeof appointmentRow>[0]>(`SELECT appointment_id, code, day, service, slot_at, worker_id, state FROM appointment INDEXED BY appointment_of_worker
    WHERE worker_id = ? AND day >= ? AND state = 'booked' ORDER BY day, slot_at LIMIT ?`);
  return {
    /** Slots that have not begun, in order, the full ones with 0 left. */
    slots(settings: HallSettings, service: string, day: BusinessDay, now: Instant): FreeSlot[] {
      const rules = rulesOn(settings.queueRules, day);
      const rule = rules.appointments.services.find((one) => one.service === service);
      if (rule === undefined) return [];
      const most = bookable(rules, rule);
      return slotsOf(rules, rule, day).filter((slot) => slot.slotAt > now).map(({ time, slotAt }) => ({ time, slotAt, left: Math.max(0, most - view.slotTaken(day, service, slotAt).taken) }));
    },
    /** What this person has booked from a day on, the next first. */
    ofWorker: (workerId: string, from: BusinessDay, limit: number): { code: string; service: string; day: BusinessDay; slotAt: Instant }[] =>
      ofWorker.all(workerId, from, limit).map(appointmentRow).map(({ code, service, businessDay, slotAt }) => ({ code, service, day: businessDay, slotAt })),
    ofDay: (day: BusinessDay, service: string | undefined): ShownAppointment[] => ofDay.all(day, service ?? null, service ?? null, shownLimit).map(appointmentRow)
      .map(({ code, service: of, slotAt, state, workerId }) => ({ code, service: of, slotAt, state, byCard: workerId !== undefined })),
  };
}
