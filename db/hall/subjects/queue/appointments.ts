/* Appointments in SQLite: what decisions see of them, and their facts into the table. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { AppointmentRow, AppointmentsView } from '../../../domain/queue/appointments/view.ts';
import type { Instant } from '../../../domain/scalars.ts';

interface Found { appointment_id: string; code: string; day: string; service: string; slot_at: number; worker_id: string | null; state: AppointmentRow['state'] }

const columns = 'appointment_id, code, day, service, slot_at, worker_id, state';
export const appointmentRow = (found: Found): AppointmentRow => ({
  appointmentId: found.appointment_id, code: found.code, businessDay: found.day, service: found.service, slotAt: found.slot_at, workerId: found.worker_id ?? undefined, state: found.state,
});

export function openAppointments(sql: Database) {
  const byCode = sql.prepare<[string, string], Found>(`SELECT ${columns} FROM appointment WHERE day = ? AND code = ?`);
  const ofWorker = sql.prepare<[string, string, string], Found>(`SELECT ${columns} FROM appointment WHERE worker_id = ? AND day = ? AND service = ? AND state = 'booked' ORDER BY slot_at LIMIT 1`);
  const slot = sql.prepare<[string, string, number], { taken: number; given: number }>("SELECT coalesce(sum(state <> 'cancelled'), 0) AS taken, count(*) AS given FROM appointment WHERE day = ? AND service = ? AND slot_at = ?");
  const insert = sql.prepare("INSERT INTO appointment (appointment_id, code, day, service, slot_at, worker_id, state, at) VALUES (?, ?, ?, ?, ?, ?, 'booked', ?)");
  const setState = sql.prepare('UPDATE appointment SET state = ? WHERE appointment_id = ?');
  const view: AppointmentsView = {
    appointment: (day, code) => { const found = byCode.get(day, code); return found && appointmentRow(found); },
    appointmentOfWorker: (day, service, workerId) => { const found = ofWorker.get(workerId, day, service); return found && appointmentRow(found); },
    slotTaken: (day, service, slotAt) => slot.get(day, service, slotAt) ?? { taken: 0, given: 0 },
  };
  return {
    view,
    booked: (fact: FactOf<'appointmentBooked'>, now: Instant) => insert.run(fact.appointmentId, fact.code, fact.businessDay, fact.service, fact.slotAt, fact.workerId ?? null, now),
    cancelled: (fact: FactOf<'appointmentCancelled'>) => setState.run('cancelled', fact.appointmentId),
    /** A number was taken; nothing when it was taken without an appointment. */
    used(fact: FactOf<'ticketIssued'>): void {
      if (fact.appointmentId !== undefined) setState.run('used', fact.appointmentId);
    },
  };
}
