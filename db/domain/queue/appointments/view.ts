/* What decisions about appointments need to know. */
import type { BusinessDay, Instant } from '../../scalars.ts';

export const appointmentStates = ['booked', 'used', 'cancelled'] as const;
export interface AppointmentRow {
  readonly appointmentId: string; readonly code: string; readonly businessDay: BusinessDay; readonly service: string; readonly slotAt: Instant;
  readonly workerId: string | undefined; readonly state: (typeof appointmentStates)[number];
}

export interface AppointmentsView {
  appointment(day: BusinessDay, code: string): AppointmentRow | undefined;
  /** Booked for a worker on a day for a service, the earliest first; not the used and cancelled ones. */
  appointmentOfWorker(day: BusinessDay, service: string, workerId: string): AppointmentRow | undefined;
  /** Of one slot: places taken, and codes ever given. */
  slotTaken(day: BusinessDay, service: string, slotAt: Instant): { readonly taken: number; readonly given: number };
}
