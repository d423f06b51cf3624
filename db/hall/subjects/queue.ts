/* The queue in SQLite: what decisions see of it, and its facts into tables. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { QueueView } from '../../domain/queue/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import { openAppointments } from './queue/appointments.ts';
import { callRecord, dayRecord, issueRecord, sealedRecord, ticketRecord } from './queue/record.ts';
import { openLeases } from './queue/leases.ts';
import { openSteps } from './queue/steps.ts';
import { ticketsView } from './queue/view.ts';
import { openWindows } from './queue/windows.ts';

export type QueueStore = ReturnType<typeof openQueue>;

export function openQueue(sql: Database, cipher: FieldCipher) {
  const steps = openSteps(sql);
  const windows = openWindows(sql, steps);
  const appointments = openAppointments(sql);
  const leases = openLeases(sql, cipher);
  const view: QueueView = { ...ticketsView(sql), ...windows.view, ...steps.view, ...appointments.view, ...leases.view };
  return {
    view, windows, appointments, leases, ...issueRecord(sql), ...callRecord(sql, steps, windows), ...ticketRecord(sql, steps), ...sealedRecord(sql, steps, cipher), ...dayRecord(sql, steps),
    stepTaken(fact: FactOf<'stepTaken'>, now: Instant): void {
      steps.taken(fact, now);
      if (fact.windowId !== undefined) windows.touched(fact.step, fact.windowId);
    },
    undone: (fact: FactOf<'queueUndone'>) => steps.undone(fact),
  };
}
